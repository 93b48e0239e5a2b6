import DRSimDocument
import DRSimFiles
import DRSimHarness
import DRSimPlan
import DRSimReports
import DRSimScoring

extension TestReport {
    /// The outcomes as the XML CI systems read: a suite a scenario and level, a case an expectation; one that
    /// is an error where the user stopped the command, so that nobody takes what there is for the whole.
    var junit: String {
        let stopped = JUnitReport.Suite(
            name: "interrupted", file: "", seconds: 0, properties: [], replay: command, cases: [],
            error: "\(missing) runs of scenarios at levels were not made")
        return JUnitReport(suites: outcomes.map(Self.suite) + (missing > 0 ? [stopped] : [])).text
    }

    private static func suite(_ outcome: TestOutcome) -> JUnitReport.Suite {
        let scenario = outcome.loaded.scenario
        return JUnitReport.Suite(
            name: "\(scenario.scenario.id).\(outcome.level)", file: scenario.scenario.path,
            seconds: outcome.wallSeconds,
            properties: [
                .init("drsim.seed", String(outcome.result.seed)),
                .init("drsim.digest", outcome.result.digest.hexadecimal),
                .init("drsim.plan_sha256", outcome.loaded.plan.sha256),
                .init("drsim.scenario_sha256", scenario.sha256),
                .init("drsim.version", Version.text),
            ],
            replay: outcome.replay,
            cases: outcome.results.enumerated().map { index, result in
                JUnitReport.Case(
                    name: result.text, line: line(of: index, in: outcome),
                    held: result.held == (outcome.caughtBy == nil), actual: result.actual,
                    message: outcome.caughtBy.map {
                        "held, though the \($0) was to catch a planted defect: was \(result.actual)"
                    })
            })
    }

    /// The line a result is about; those behind the contract's own are about faults without effect.
    private static func line(of index: Int, in outcome: TestOutcome) -> Int {
        let idle = index - outcome.expectations.count
        if idle < 0 { return outcome.expectations[index].position.line }
        let fault = outcome.loaded.scenario.scenario.faults.first {
            outcome.results[index].text == "strikes(\($0.id))"
        }
        return fault?.position.line ?? 1
    }
}
