import DRSimDocument
import DRSimFiles
import DRSimPlan
import Foundation
import Testing

/// The scenarios and plans of this repository as the tests of whole trials use them.
enum RepositoryFiles {
    /// The folder with `Package.swift`.
    static let root = URL(filePath: #filePath)
        .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

    /// Every scenario file below `scenarios/disasters`, by path, in order.
    static let scenarioPaths: [String] = {
        let folder = root.appending(path: "scenarios/disasters")
        let names = FileManager.default.enumerator(atPath: folder.path)?.allObjects as? [String]
        return (names ?? []).filter { $0.hasSuffix(".yaml") }.sorted()
            .map { "scenarios/disasters/\($0)" }
    }()

    /// Reads a scenario by its path below the root.
    static func scenario(_ path: String) throws -> LoadedScenario {
        try #require(ScenarioReader.read(path: root.appending(path: path).path).value, "\(path)")
    }

    /// Reads the repository's plan, as it is written or with an overlay on it.
    static func plan(_ overlay: String?) throws -> Plan {
        let folder = root.appending(path: "scenarios/itdo-erp").path
        let result = PlanReader.read(folder: folder, overlays: overlay.map { [$0] } ?? [], settings: [])
        return try #require(result.value?.plan, "\(result.diagnostics.map(\.message))")
    }
}
