import DRSimDocument
import DRSimFiles
import DRSimPlan
import DRSimTemplates
import Foundation
import Testing

/// A template as a plan, with overlays that a test adds.
enum TemplatePlan {
    /// Reads a template's plan with some overlays laid over it.
    static func plan(_ template: PlanTemplate, overlays: [String] = []) throws -> Plan {
        let root = FileManager.default.temporaryDirectory.appending(path: "drsim-\(UUID().uuidString)")
        defer { try? FileManager.default.removeItem(at: root) }
        for file in template.files { try write(file.text, to: root.appending(path: file.path)) }
        let paths = try overlays.enumerated().map { number, text in
            let place = root.appending(path: "overlay-\(number).yaml")
            try write(text, to: place)
            return place.path
        }
        let folder = root.appending(path: "scenarios/my-plan").path
        let read = PlanReader.read(folder: folder, overlays: paths, settings: [])
        return try #require(read.value?.plan, "\(read.diagnostics.map(\.message))")
    }

    private static func write(_ text: String, to place: URL) throws {
        try FileManager.default.createDirectory(
            at: place.deletingLastPathComponent(), withIntermediateDirectories: true)
        try Data(text.utf8).write(to: place)
    }
}
