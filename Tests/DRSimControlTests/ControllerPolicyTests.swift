import DRSimControl
import DRSimPlan
import DRSimUnits
import Testing

/// What policy adds to the document's loop.
struct ControllerPolicyTests {
    private typealias Detection = ControllerPolicy.Detection

    private func run(_ policy: ControllerPolicy, _ surroundings: Surroundings, until end: Int64) -> [String] {
        LoopRun(.make(policy), in: surroundings, until: .seconds(end)).log
    }

    @Test func `a procedure its class wants approved starts all the same where policy is not obeyed`() {
        let log = run(.make(), Surroundings(seen: [(.start, .regionLost)]), until: 3)
        #expect(
            log == [
                "1s detected region_failure", "1s alert region_failure by chat pager",
                "1s policy violated: region", "1s move started", "1s step started", "1s run do",
                "3s step succeeded", "3s move completed",
            ])
    }

    @Test func `a class without a runbook violates nothing and asks nobody`() {
        let log = run(
            .make(obeysApprovalPolicy: true), Surroundings(seen: [(.start, .zoneLost)]), until: 3)
        #expect(log.last == "1s escalate az_failure: no runbook answers it")
    }

    @Test(arguments: [true, false])
    func `a class with auto-failover violates nothing and asks nobody`(obeys: Bool) {
        var policy = ControllerPolicy.make(obeysApprovalPolicy: obeys)
        policy.responses[1].incidentClass = "quick"
        let log = run(policy, Surroundings(seen: [(.start, .regionLost)]), until: 2)
        #expect(log[2] == "1s move started")
    }

    @Test func `a disaster of no class needs no approval`() {
        let log = run(
            .make(obeysApprovalPolicy: true), Surroundings(seen: [(.start, .primaryLost)]), until: 3)
        #expect(log.contains("1s mend started"))
    }

    @Test(arguments: [
        (Span.minutes(5) as Span?, true, ["5m 01s lead granted", "5m 01s move started"]),
        (
            Span.minutes(5), false,
            ["5m 01s lead refused", "5m 01s escalate region_failure: lead refused approval"]
        ),
        (nil, true, ["10m 01s lead silent", "10m 01s escalate region_failure: lead did not answer in time"]),
        (
            Span.minutes(11), true,
            ["10m 01s lead silent", "10m 01s escalate region_failure: lead did not answer in time"]
        ),
    ])
    func `where policy is obeyed the role is asked after the alert, and no yes means no procedure`(
        delay: Span?, granted: Bool, outcome: [String]
    ) {
        let surroundings = Surroundings(
            seen: [(.start, .regionLost), (.seconds(2), .allHealthy)],
            approval: { _ in delay.map { ($0, granted) } })
        let log = run(.make(obeysApprovalPolicy: true), surroundings, until: 900)
        let request = [
            "1s detected region_failure", "1s alert region_failure by chat pager", "1s ask lead",
        ]
        #expect(Array(log.prefix(5)) == request + outcome)
    }

    @Test func `no checks are taken while approval is awaited`() {
        let surroundings = Surroundings(seen: [(.start, .regionLost)], approval: { _ in nil })
        let run = LoopRun(
            .make(.make(obeysApprovalPolicy: true)), in: surroundings, until: .seconds(600))
        #expect(run.polls == 1)
    }

    @Test func `two of three checks must name the disaster, the latest among them`() {
        let seen: [(Instant, HealthSnapshot?)] = [
            (.seconds(0), .primaryLost), (.seconds(31), .allHealthy), (.seconds(62), .primaryLost),
            (.seconds(93), .allHealthy),
        ]
        let policy = ControllerPolicy.make(detection: Detection(required: 2, window: 3))
        let log = run(policy, Surroundings(seen: seen), until: 600)
        #expect(log.first == "1m 03s detected database_failure")
        #expect(log.count { $0.hasSuffix("detected database_failure") } == 1)
    }

    @Test func `checks that name different disasters do not add up`() {
        let seen: [(Instant, HealthSnapshot?)] = [
            (.seconds(0), .primaryLost), (.seconds(31), .zoneLost), (.seconds(62), .primaryLost),
            (.seconds(93), .allHealthy),
        ]
        let policy = ControllerPolicy.make(detection: Detection(required: 3, window: 3))
        #expect(run(policy, Surroundings(seen: seen), until: 600) == [])
    }

    @Test func `a blip shorter than the window is not acted on`() {
        let seen: [(Instant, HealthSnapshot?)] = [(.seconds(0), .regionLost), (.seconds(40), .allHealthy)]
        let policy = ControllerPolicy.make(detection: Detection(required: 3, window: 5))
        #expect(run(policy, Surroundings(seen: seen), until: 3_600) == [])
    }

    @Test func `checks that raise are no evidence, neither for nor against`() {
        let seen: [(Instant, HealthSnapshot?)] = [
            (.seconds(0), .primaryLost), (.seconds(20), nil), (.seconds(40), .primaryLost),
        ]
        let policy = ControllerPolicy.make(detection: Detection(required: 2, window: 2))
        let log = run(policy, Surroundings(seen: seen), until: 100)
        #expect(log.prefix(2) == ["32s checks raised: unreachable", "1m 33s detected database_failure"])
    }

    @Test func `after a procedure detection starts anew`() {
        let policy = ControllerPolicy.make(detection: Detection(required: 2, window: 2))
        let log = run(policy, Surroundings(seen: [(.start, .primaryLost)]), until: 100)
        let detections = log.filter { $0.hasSuffix("detected database_failure") }
        #expect(detections == ["32s detected database_failure", "1m 36s detected database_failure"])
    }
}
