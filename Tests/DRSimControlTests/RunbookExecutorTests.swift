import DRSimControl
import DRSimPlan
import DRSimUnits
import Testing

/// How runbooks are carried out.
struct RunbookExecutorTests {
    @Test func `steps run one after the other, each when the one before is done`() {
        let notice = Notice(channels: ["chat"], audience: .stakeholders, message: "hello")
        let run = ProcedureRun(
            [.run("a"), .make("b", .wait(.seconds(10))), .make("c", .notify(notice)), .run("d")],
            answers: [.output("ok", after: .seconds(3)), .status(0)])
        #expect(
            run.log == [
                "0s book started", "0s a started", "0s run do", "3s a succeeded: ok",
                "3s b started", "13s b succeeded", "13s c started", "13s notify hello", "13s c succeeded",
                "13s d started", "13s run do", "14s d succeeded", "14s book completed",
            ])
        #expect(run.executor.status == .completed)
    }

    @Test func `a runbook without steps is completed at once`() {
        #expect(ProcedureRun([]).log == ["0s book started", "0s book completed"])
    }

    @Test func `a failed command ends the procedure and the steps after it are not begun`() {
        let run = ProcedureRun([.run("a"), .run("b")], answers: [.status(1)])
        #expect(
            run.log == [
                "0s book started", "0s a started", "0s run do", "1s a failed: exit status 1: refused",
                "1s book failed at a",
            ])
        #expect(run.executor.status == .failed("a", .exited(status: 1, stderr: "refused")))
    }

    @Test func `a step that may fail is passed over`() {
        let run = ProcedureRun([.run("a", onFailure: .proceed), .run("b")], answers: [.status(1)])
        #expect(run.executor.status == .completed)
        #expect(run.log.contains("1s b started"))
    }

    @Test func `a failed step is tried again after its delay, as often as it says`() {
        let run = ProcedureRun(
            [.run("a", retries: 2, retryDelay: .seconds(5))], answers: [.status(1), .status(1), .status(0)])
        #expect(
            run.log == [
                "0s book started", "0s a started", "0s run do",
                "1s a retried (2): exit status 1: refused", "6s run do",
                "7s a retried (3): exit status 1: refused", "12s run do", "13s a succeeded",
                "13s book completed",
            ])
    }

    @Test func `a retry waits its whole delay, whatever was left of the timeout`() {
        let run = ProcedureRun(
            [.run("a", timeout: .seconds(5), retries: 1, retryDelay: .seconds(20))], answers: [.status(1)])
        #expect(run.log.filter { $0.hasSuffix("run do") } == ["0s run do", "21s run do"])
    }

    @Test func `the last retry that fails is final`() {
        let run = ProcedureRun([.run("a", retries: 1)], answers: [.status(1), .status(2)])
        #expect(run.executor.status == .failed("a", .exited(status: 2, stderr: "refused")))
    }

    @Test func `a command without an answer is given up at the timeout`() {
        let run = ProcedureRun([.run("a", timeout: .seconds(30))], answers: [.never])
        #expect(run.log.last == "30s book failed at a")
        #expect(run.executor.status == .failed("a", .timedOut(after: .seconds(30))))
    }

    @Test func `a command without an answer or a timeout is waited for`() {
        let run = ProcedureRun([.run("a")], answers: [.never])
        #expect(run.executor.status == .running)
        #expect(run.executor.wakeAt == nil)
    }

    @Test func `an answer that comes after the timeout is ignored`() {
        let run = ProcedureRun(
            [.run("a", timeout: .seconds(5), retries: 1), .run("b")],
            answers: [.status(1, after: .seconds(6)), .status(0, after: .seconds(3)), .never])
        #expect(run.log.contains("5s a retried (2): no answer within 5s"))
        #expect(run.log.contains("8s a succeeded"))
        #expect(run.executor.status == .running)
    }

    @Test func `a pause that ends with its timeout is over, a longer one is given up`() {
        let exact = Step.make("a", .wait(.seconds(5)), timeout: .seconds(5))
        #expect(ProcedureRun([exact]).executor.status == .completed)
        let long = Step.make("a", .wait(.seconds(6)), timeout: .seconds(5))
        #expect(ProcedureRun([long]).executor.status == .failed("a", .timedOut(after: .seconds(5))))
    }

    @Test func `a defined function does what its name says, at once`() {
        let run = ProcedureRun([.make("a", .call("mend"))], defined: ["mend"])
        #expect(run.log.suffix(2) == ["0s a succeeded", "0s book completed"])
    }

    @Test(arguments: [Step.FailurePolicy.escalate, .proceed])
    func `an undefined function ends the procedure, whatever the step says`(policy: Step.FailurePolicy) {
        let call = Step.make("a", .call("mend"), retries: 3, onFailure: policy)
        let run = ProcedureRun([call, .run("b")])
        #expect(
            run.log == [
                "0s book started", "0s a started", "0s a failed: mend is not defined",
                "0s book failed at a",
            ])
    }

    @Test(arguments: [
        (ProcedureRun.Answer.granted(true, after: .seconds(9)), "9s book completed"),
        (.granted(false, after: .seconds(9)), "9s book failed at a"),
        (.never, "1m 00s book failed at a"),
        (.granted(true, after: .seconds(61)), "1m 00s book failed at a"),
    ])
    func `a role's yes lets the procedure go on; its no and its silence end it`(
        answer: ProcedureRun.Answer, end: String
    ) {
        let question = Approval(role: "lead", question: "Go?", timeout: .minutes(1))
        let run = ProcedureRun([.make("a", .approve(question))], answers: [answer])
        #expect(run.log.contains("0s ask lead"))
        #expect(run.log.last == end)
    }

    @Test func `a try's time-out does not run while a person types`() {
        let step = Step.run("a", timeout: .seconds(30))
        #expect(ProcedureRun([step], typing: .minutes(2)).executor.status == .completed)
        let unanswered = ProcedureRun([step], typing: .minutes(2), answers: [.never])
        #expect(unanswered.log.last == "2m 30s book failed at a")
    }

    @Test func `inputs a procedure does not wait for change nothing`() {
        var executor = RunbookExecutor(
            runbook: Runbook(id: "book", title: "", source: "", steps: [.run("a", timeout: .seconds(9))]),
            definedFunctions: [])
        _ = executor.start(at: .start)
        let before = executor
        let strangers: [Input] = [
            .timer, .health(.allHealthy), .checksRaised(""), .reset, .approval(.first, granted: true),
            .commandFinished(Token(7), CommandOutcome(status: 0)),
        ]
        for input in strangers {
            #expect(executor.handle(input, at: .start + .seconds(8)) == [])
        }
        #expect(executor == before)
    }

    @Test func `an ended procedure hears nothing`() {
        var executor = ProcedureRun([.run("a")]).executor
        let outcome = CommandOutcome(status: 0)
        #expect(executor.handle(.commandFinished(.first, outcome), at: .start) == [])
        #expect(executor.handle(.timer, at: .start) == [])
    }
}
