import DRSimDocument
import DRSimFiles
import Foundation

/// A scenario of the shop, as a file beside its plan folder.
struct ScenarioFixture {
    /// The scenario's text.
    var text: String
    /// Files that the plan has besides the shop's.
    var planFiles: [String: String] = [:]
    /// Assumptions, in seconds, that the plan has besides the shop's.
    var addedAssumptions: [String] = []

    /// The scenario of a text.
    init(text: String) { self.text = text }

    /// A region lost for two hours.
    static let regionLost = """
        # The eastern region is lost: the standby must take over,
        # because nobody has tried it.
        title: East lost for two hours
        plan: ../../shop
        class: region_lost
        start: 2026-03-10T17:00:00Z
        horizon: 24h
        faults:
          - {kind: region_outage, region: east, at: 10m, duration: 2h}
        expect:
          latched:
            - disaster == region_failure
            - rta(checkout) <= 60m

        """

    /// The scenario with a piece replaced; the piece must be there.
    static func replacing(_ piece: String, with other: String) -> ScenarioFixture {
        precondition(regionLost.contains(piece), "the scenario does not contain \(piece)")
        return ScenarioFixture(text: regionLost.replacing(piece, with: other))
    }

    /// The scenario with other faults.
    static func faults(_ faults: String...) -> ScenarioFixture {
        replacing(
            "  - {kind: region_outage, region: east, at: 10m, duration: 2h}",
            with: faults.map { "  - \($0)" }.joined(separator: "\n"))
    }

    /// The scenario with other expectations.
    static func expecting(_ lines: String...) -> ScenarioFixture {
        replacing(
            "    - disaster == region_failure\n    - rta(checkout) <= 60m",
            with: lines.map { "    - \($0)" }.joined(separator: "\n"))
    }

    /// Reads the scenario and its plan, and what is wrong with it in both steps.
    func read() throws -> (result: ReadResult<LoadedScenario>, diagnostics: [Diagnostic]) {
        var fixture = PlanFixture.adding("controller: {latch: true}", as: "overlays/latched.yaml")
        fixture.files["../disasters/region/east-lost.yaml"] = text
        for (path, text) in planFiles { fixture.files[path] = text }
        fixture.files["assumptions.yaml", default: ""] += addedAssumptions.map { name in
            "- {id: \(name), title: Added, unit: seconds, source: C4, confidence: estimate, "
                + "distribution: {constant: 10s}}\n"
        }.joined()
        return try fixture.inFolder { folder in
            let result = ScenarioReader.read(path: "\(folder)/../disasters/region/east-lost.yaml")
            let plan = PlanReader.reading(folder: folder, overlays: [], settings: [])
            guard let scenario = result.value, plan.result.value != nil else {
                return (result, result.diagnostics)
            }
            return (result, ScenarioReader.check(scenario, against: plan.names))
        }
    }
}
