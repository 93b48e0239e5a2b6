import DRSimFiles
import DRSimPlan
import Foundation
import Testing

@testable import DRSimCLI

/// `docs/findings.md` is what `drsim findings --markdown` prints: a sample of it is made afresh.
struct FindingsDocumentationTests {
    private static let root = URL(filePath: #filePath)
        .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

    private static func lines() throws -> [Substring] {
        try String(contentsOf: root.appending(path: "docs/findings.md"), encoding: .utf8)
            .split(separator: "\n")
    }

    @Test func `has a row for each finding`() throws {
        let folder = Self.root.appending(path: "scenarios/itdo-erp").path
        let findings = try #require(FindingReader.read(folder: folder).value).findings
        let lines = try Self.lines()
        for finding in findings {
            #expect(lines.contains { $0.hasPrefix("| \(finding.id) | ") }, "\(finding.id)")
        }
    }

    @Test func `has the figures of a scenario at every level as they come out today`() throws {
        let lines = try Self.lines()
        let head = try #require(lines.first { $0.hasPrefix("| scenario | l") })
        let levels = head.split(separator: "|").dropFirst(1)
            .map { $0.trimmingCharacters(in: .whitespaces) }.filter { !$0.isEmpty }
        let folder = Self.root.appending(path: "scenarios/itdo-erp").path
        #expect(levels == (try #require(FindingReader.read(folder: folder).value)).ladder)
        let plans = try PlanReader.readEach(folder: folder, overlays: levels).map {
            try #require($0.value?.plan)
        }
        let path = Self.root.appending(path: "scenarios/disasters/region/partition-43s.yaml").path
        let scenario = try #require(ScenarioReader.read(path: path).value).scenario
        let row = LevelTable.Row(
            scenario: scenario, cells: try LevelTable.cells(of: scenario, plans, seed: nil))
        let expected = "| " + FindingsMarkdown.texts(of: row).joined(separator: " | ") + " |"
        #expect(lines.contains { $0 == expected }, "run drsim findings --markdown > docs/findings.md")
    }
}
