import DRSimTestSupport
import Testing

@testable import DRSimCLI

struct DecisionDeskTests {
    @Test func `asks for health checks when its timer fires`() {
        var desk = DecisionDesk(plan: SamplePlan.plan())
        let answer = desk.answer(#"{"at_ms":0,"timer":true}"#)
        #expect(answer == .lines([#"{"at_ms":0,"directive":"take_health_checks"}"#]))
    }

    private static let healthy = """
        "health":{"primary_database":{"healthy":true},"replica_database":{"healthy":true},\
        "application_pods":{"healthy_percentage":100},"ingress_controller":{"healthy":true},\
        "dns_resolution":{"cross_region_healthy":true},"storage_systems":{"healthy":true},\
        "network_connectivity":{"healthy":true}
        """

    @Test func `a snapshot at the instant of a poll is what its checks say`() {
        var desk = DecisionDesk(plan: SamplePlan.plan())
        let line = "{\"at_ms\":0,\(Self.healthy)}}"
        #expect(
            desk.answer(line)
                == .lines([
                    #"{"at_ms":0,"directive":"take_health_checks"}"#,
                    #"{"at_ms":0,"directive":"wake","wake_ms":30000}"#,
                ]))
        let other = "{\"at_ms\":10,\(Self.healthy)}}"
        #expect(desk.answer(other) == .error("no health checks are under way at 10"))
    }

    @Test(arguments: [
        (#"{"timer":true}"#, "at_ms is missing or no whole number"),
        (#"{"at_ms":1.5,"timer":true}"#, "at_ms is missing or no whole number"),
        (#"{"at_ms":5}"#, "expected one of timer, health, command, approval, checks_raised, reset"),
        (
            #"{"at_ms":5,"command":{"token":1}}"#,
            "command needs a token and a status from 0 to 255, and may have stdout and stderr"
        ),
        (#"{"at_ms":5,"health":{}}"#, "primary_database is missing"),
        (#"{"at_ms":-1,"timer":true}"#, "at_ms is negative: time begins at 0"),
        (
            #"{"at_ms":0,"timer":true,"reset":true}"#,
            "expected one of timer, health, command, approval, checks_raised, reset, not timer and reset"
        ),
        (#"{"at_ms":0,"timer":false}"#, "timer can only be true"),
        (#"{"at_ms":0,"time":true}"#, "an input has no time, did you mean timer?"),
        (
            #"{"at_ms":0,"command":{"token":1,"status":1,"sdterr":"x"}}"#,
            "command has no sdterr, did you mean stderr?"
        ),
        (
            #"{"at_ms":0,"command":{"token":77,"status":0}}"#,
            "no request with the token 77 waits for an answer"
        ),
        (
            #"{"at_ms":0,"approval":{"token":1,"granted":true}}"#,
            "no request with the token 1 waits for an answer"
        ),
        (#"{"at_ms":0,"approval":{"token":1}}"#, "approval needs a token and granted, true or false"),
        (#"{"at_ms":0,"checks_raised":1}"#, "checks_raised is a reason in words"),
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
