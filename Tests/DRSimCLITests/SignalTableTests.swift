import DRSimFiles
import DRSimPlan
import DRSimWorld
import Foundation
import Testing

@testable import DRSimCLI

/// The table of the seven health signals: one in code, printed and written down.
struct SignalTableTests {
    private static let root = URL(filePath: #filePath)
        .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

    @Test func `docs-model has the table of the code, row for row`() throws {
        let text = try String(contentsOf: Self.root.appending(path: "docs/model.md"), encoding: .utf8)
        let lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
        let head = try #require(lines.firstIndex(of: "| Signal | Endpoint | Healthy |"))
        let written = lines[(head + 2)...].prefix { $0.hasPrefix("|") }
        let coded = HealthSignalTable.rows.map {
            "| `\($0.signal.rawValue)` | \($0.endpoint) | \($0.healthy) |"
        }
        #expect(Array(written) == coded)
        #expect(coded.count == HealthSignal.allCases.count)
    }

    @Test func `prints where each check is asked from and when it gives up`() throws {
        let folder = Self.root.appending(path: "scenarios/itdo-erp").path
        var loader = Loader()
        var plan = try loader.load(planFolder: folder, variant: PlanVariant(overlays: ["l3-named"])).plan
        plan.controller.location = .primary
        let lines = SignalView(plan: plan).text.split(separator: "\n")
        let row = try #require(lines.first { $0.contains("application_pods") })
        #expect(row.contains("us-west-2") && row.contains("150ms") && row.contains("5s"))
        #expect(lines.filter { $0.contains("5s") }.count == 7)
        plan.controller.location = .third
        #expect(SignalView(plan: plan).text.contains("a third place"))
    }
}
