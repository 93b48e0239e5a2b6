import DRSimControl
import DRSimPlan
import DRSimUnits
import Testing

/// How verify steps look, wait and end.
struct VerificationTests {
    private func verify(
        _ condition: Verification.Condition, timeout: Span? = nil, retries: Int = 0, typing: Span? = nil,
        answers: [ProcedureRun.Answer]
    ) -> ProcedureRun {
        let verification = Verification(
            command: Command(argv: ["look"]), condition: condition, interval: .seconds(10),
            deadline: .seconds(30))
        return ProcedureRun(
            [.make("a", .verify(verification), timeout: timeout, retries: retries)], typing: typing,
            answers: answers)
    }

    @Test(arguments: [
        (Verification.Condition.succeeds, "", true),
        (.contains("Ready"), "NotReady", true), (.contains("ready"), "NotReady", false),
        (.atLeast(4), "4", true), (.atLeast(4), " 4.0\n", true), (.atLeast(4), "3.9", false),
        (.atMost(2), "2", true), (.atMost(2), "2.1", false),
        (.atLeast(1), "", false), (.atMost(1), "none", false), (.atMost(1), "nan", false),
    ])
    func `a condition reads the output`(condition: Verification.Condition, output: String, holds: Bool) {
        let run = verify(condition, timeout: .seconds(2), answers: [.output(output)])
        #expect((run.executor.status == .completed) == holds)
    }

    @Test(arguments: [Verification.Condition.succeeds, .contains(""), .atLeast(0), .atMost(0)])
    func `no condition holds for a command that fails`(condition: Verification.Condition) {
        let run = verify(condition, timeout: .seconds(2), answers: [.status(1)])
        #expect(run.executor.status != .completed)
    }

    @Test func `it looks again an interval after each answer, until what it looks for is there`() {
        let run = verify(
            .atLeast(4), answers: [.output("2"), .status(1, after: .seconds(2)), .output("4")])
        #expect(
            run.log == [
                "0s book started", "0s a started", "0s run look", "11s run look", "23s run look",
                "24s a succeeded: 4", "24s book completed",
            ])
    }

    @Test func `at the deadline it fails and tells what it saw last`() {
        let run = verify(.atLeast(4), answers: [.output("2"), .output("3"), .output("3")])
        let last = CommandOutcome(status: 0, stdout: "3")
        #expect(run.executor.status == .failed("a", .notVerified(after: .seconds(30), last: last)))
        #expect(run.log.last == "30s book failed at a")
    }

    @Test func `a look that does not answer before the deadline is given up`() {
        let run = verify(.succeeds, answers: [.never])
        #expect(run.executor.status == .failed("a", .notVerified(after: .seconds(30), last: nil)))
    }

    @Test func `a look due at the deadline is not taken`() {
        let run = verify(
            .atLeast(4), answers: [.output("1", after: .seconds(10)), .output("1", after: .zero)])
        #expect(run.log.count { $0.hasSuffix("run look") } == 2)
    }

    @Test func `each try has the whole deadline`() {
        let run = verify(.succeeds, retries: 1, answers: [.never, .never])
        #expect(run.log.last == "1m 00s book failed at a")
    }

    @Test func `where a person types, the deadline runs from the first command's sending`() {
        let held = verify(.succeeds, typing: .minutes(3), answers: [.status(0)])
        #expect(held.executor.status == .completed)
        let late = verify(.succeeds, retries: 1, typing: .minutes(3), answers: [.never, .never])
        #expect(late.log.last == "7m 00s book failed at a")
        let long = verify(.succeeds, timeout: .minutes(1), typing: .minutes(3), answers: [.never])
        #expect(long.executor.status == .failed("a", .notVerified(after: .seconds(30), last: nil)))
    }

    @Test func `looks without an interval go on a millisecond later`() {
        let verification = Verification(
            command: Command(argv: ["look"]), condition: .atLeast(1), interval: .zero,
            deadline: Span(milliseconds: 3))
        let answers = Array(repeating: ProcedureRun.Answer.output("0", after: .zero), count: 9)
        let run = ProcedureRun([.make("a", .verify(verification))], answers: answers)
        #expect(run.log.count { $0.hasSuffix("run look") } == 3)
    }
}
