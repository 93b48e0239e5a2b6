import DRSimControl
import DRSimPlan
import DRSimUnits
import Testing

/// What keeps a controller from acting again: the latch and the cool-down.
struct HoldTests {
    private func run(
        _ policy: ControllerPolicy, seen: [(from: Instant, snapshot: HealthSnapshot?)],
        resets: [Instant] = [], status: Int = 0, until end: Int64
    ) -> [String] {
        let surroundings = Surroundings(
            seen: seen, resets: resets, command: { _ in (.seconds(2), status) })
        return LoopRun(.make(policy), in: surroundings, until: .seconds(end)).log
    }

    private func starts(_ log: [String]) -> [String] {
        log.filter { $0.hasSuffix("started") && !$0.contains("step") }
    }

    @Test func `a latched controller completes one procedure and no other`() {
        let log = run(.make(latch: true), seen: [(.start, .primaryLost)], until: 7_200)
        #expect(starts(log) == ["1s mend started"])
        #expect(log.last == "3s held until never")
    }

    @Test func `a latched controller tells people of another disaster, once`() {
        let seen: [(Instant, HealthSnapshot?)] = [(.start, .primaryLost), (.seconds(60), .regionLost)]
        let log = run(.make(latch: true), seen: seen, until: 7_200)
        #expect(
            log.suffix(3) == [
                "1m 05s detected region_failure", "1m 05s alert region_failure by chat pager",
                "1m 05s escalate region_failure: automatic failover is held back after an earlier one",
            ])
        #expect(starts(log) == ["1s mend started"])
    }

    @Test func `people who reset the latch let the next look act`() {
        let log = run(
            .make(latch: true), seen: [(.start, .primaryLost)], resets: [.seconds(300)], until: 400)
        #expect(log.contains("5m 00s released"))
        #expect(starts(log) == ["1s mend started", "5m 13s mend started"])
    }

    @Test func `a reset of what is not held is nothing`() {
        var controller = FailoverController.make(.make(latch: true))
        #expect(controller.handle(.reset, at: .start) == [])
    }

    @Test func `a procedure that failed does not latch`() {
        let log = run(.make(latch: true), seen: [(.start, .primaryLost)], status: 1, until: 40)
        #expect(starts(log) == ["1s mend started", "34s mend started"])
    }

    @Test(arguments: [0, 1])
    func `no procedure starts before the cool-down is over, whether one completed or failed`(status: Int) {
        let log = run(
            .make(coolDown: .minutes(2)), seen: [(.start, .primaryLost)], status: status, until: 300)
        #expect(log.contains("3s held until 2m 03s"))
        #expect(starts(log) == ["1s mend started", "2m 07s mend started", "4m 13s mend started"])
    }

    @Test func `the cool-down counts for calls to people too`() {
        let log = run(.make(coolDown: .minutes(2)), seen: [(.start, .zoneLost)], until: 130)
        let calls = log.filter { $0.contains("escalate") }
        #expect(calls.count == 2)
    }

    @Test func `a check that answers as the cool-down ends is acted on`() {
        let log = run(
            .make(coolDown: .seconds(31)), seen: [(.start, .primaryLost)], until: 40)
        #expect(starts(log) == ["1s mend started", "34s mend started"])
    }
}
