import DRSimTestSupport
import Testing

@testable import DRSimCLI

struct DecisionDeskTests {
    @Test func `asks for health checks when its timer fires`() {
        var desk = DecisionDesk(plan: SamplePlan.plan())
        let answer = desk.answer(#"{"at_ms":0,"timer":true}"#)
        #expect(answer == .lines([#"{"at_ms":0,"directive":"take_health_checks"}"#]))
    }

    @Test(arguments: [
        (#"{"timer":true}"#, "at_ms is missing or no whole number"),
        (#"{"at_ms":1.5,"timer":true}"#, "at_ms is missing or no whole number"),
        (#"{"at_ms":5}"#, "expected one of timer, health, command, approval, checks_raised, reset"),
        (
            #"{"at_ms":5,"command":{"token":1}}"#,
            "expected one of timer, health, command, approval, checks_raised, reset"
        ),
        (#"{"at_ms":5,"health":{}}"#, "primary_database is missing"),
    ])
    func `a bad line is an error and changes nothing`(line: String, message: String) {
        var (desk, other) = (DecisionDesk(plan: SamplePlan.plan()), DecisionDesk(plan: SamplePlan.plan()))
        #expect(desk.answer(line) == .error(message))
        let timer = #"{"at_ms":0,"timer":true}"#
        #expect(desk.answer(timer) == other.answer(timer))
    }

    @Test func `refuses an input that comes before the last one`() {
        var desk = DecisionDesk(plan: SamplePlan.plan())
        _ = desk.answer(#"{"at_ms":10,"timer":true}"#)
        let message = "at_ms goes back: inputs come in order of time"
        #expect(desk.answer(#"{"at_ms":9,"timer":true}"#) == .error(message))
    }
}
