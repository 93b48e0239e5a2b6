import DRSimHarness
import DRSimPlan
import DRSimScoring
import Testing

@testable import DRSimCLI

/// What `drsim test` writes for CI systems.
struct TestReportTests {
    @Test func `a report of a test that was stopped is no green one`() {
        let report = TestReport(outcomes: [], command: "drsim test scenarios --seed 3", missing: 386)
        #expect(report.junit.contains("tests=\"1\" failures=\"0\" errors=\"1\""))
        #expect(report.junit.contains("message=\"386 runs of scenarios at levels were not made\""))
        #expect(report.junit.contains("replay: drsim test scenarios --seed 3"))
        #expect(TestReport(outcomes: []).junit.contains("tests=\"0\" failures=\"0\" errors=\"0\""))
    }

    @Test func `a planted defect that was not caught is no expectation that failed`() throws {
        let level = "l3-controller-in-dr"
        var loader = Loader()
        let loaded = try loader.load(
            scenario: "scenarios/negative/two-writers.yaml", variant: PlanVariant(overlays: [level]))
        let expectations = loaded.expectations
        let outcome = TestOutcome(
            loaded: loaded, level: level, expectations: expectations,
            results: expectations.map { _ in
                ExpectationResult(text: "split_brain_writes == 0", held: true, actual: "0")
            },
            result: loaded.rehearsal().run(seed: 1), wallTime: .zero)
        let message =
            "held, though the split-brain checker was to catch a planted defect: was 0"
        #expect(!outcome.isPassed)
        #expect(TestReport(outcomes: [outcome]).junit.contains("message=\"\(message)\""))
    }
}
