import DRSimDocument
import DRSimFiles
import DRSimPlan
import DRSimUnits
import Foundation
import Testing

/// The repository's own plan, overlays and scenarios.
struct RepositoryPlanTests {
    private static let root = URL(filePath: #filePath)
        .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent().path
    private static let folder = root + "/scenarios/itdo-erp"

    private static func files(below folder: String) -> [String] {
        let files = FileManager.default.enumerator(atPath: folder)?.compactMap { $0 as? String } ?? []
        return files.filter { $0.hasSuffix(".yaml") }.sorted()
    }

    static let overlays = files(below: folder + "/overlays").map { String($0.dropLast(5)) }
    static let scenarios = files(below: root + "/scenarios/disasters")

    @Test func `the plan as it is written loads`() throws {
        let result = PlanReader.read(folder: Self.folder, overlays: [], settings: [])
        #expect(DiagnosticRenderer(sources: result.sources).text(of: result.diagnostics) == "")
        let plan = try #require(result.value).plan
        #expect(plan.services.count == 16)
        #expect(plan.tiers.count == 4)
        #expect(plan.incidentClasses.count == 6)
        #expect(plan.successMetrics.count == 12)
    }

    @Test func `people work while the load is highest`() throws {
        let plan = try #require(PlanReader.read(folder: Self.folder, overlays: [], settings: []).value).plan
        let work = plan.people.conduct.workingHours
        let busiest = plan.load.hours.indices.filter { plan.load.hours[$0] == .all }
        #expect(!busiest.isEmpty)
        for hour in busiest {
            let local = Span.hours((Int64(hour) + work.utcOffset.milliseconds / 3_600_000 + 24) % 24)
            #expect(local >= work.from && local < work.to, "\(hour):00 UTC")
        }
    }

    @Test func `the night is the plan's`() throws {
        let night = try [[], ["people.conduct.night_hours.from=\"23:30\""]].map { settings in
            let result = PlanReader.read(folder: Self.folder, overlays: [], settings: settings)
            return try #require(result.value).plan.people.conduct.nightHours
        }
        #expect(night == [NightHours(), NightHours(from: .hours(23) + .minutes(30), to: .hours(7))])
    }

    @Test(arguments: overlays) func `every overlay loads`(overlay: String) throws {
        let result = PlanReader.read(folder: Self.folder, overlays: [overlay], settings: [])
        #expect(DiagnosticRenderer(sources: result.sources).text(of: result.diagnostics) == "")
    }

    @Test(arguments: scenarios) func `every scenario loads and names what its plan has`(path: String) throws {
        let result = ScenarioReader.read(path: Self.root + "/scenarios/disasters/" + path)
        #expect(DiagnosticRenderer(sources: result.sources).text(of: result.diagnostics) == "")
        let scenario = try #require(result.value)
        let plan = PlanReader.reading(folder: scenario.planFolder, overlays: [], settings: []).names
        let stray = ScenarioReader.check(scenario, against: plan)
        #expect(DiagnosticRenderer(sources: result.sources).text(of: stray) == "")
    }
}
