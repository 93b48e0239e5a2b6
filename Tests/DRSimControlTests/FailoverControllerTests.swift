import DRSimControl
import DRSimPlan
import DRSimUnits
import Testing

/// The loop as the document has it.
struct FailoverControllerTests {
    private func log(
        _ policy: ControllerPolicy = .make(), seeing snapshot: HealthSnapshot?,
        command: @escaping @Sendable (Token) -> (Span, status: Int)? = { _ in (.seconds(2), 0) },
        until horizon: Instant
    ) -> [String] {
        let surroundings = Surroundings(seen: [(.start, snapshot)], command: command)
        return LoopRun(.make(policy), in: surroundings, until: horizon).log
    }

    @Test func `it begins with a round of checks, and sleeps 30 s after each`() {
        var controller = FailoverController.make()
        #expect(controller.wakeAt == .start)
        #expect(controller.handle(.timer, at: .start) == [.takeHealthChecks])
        #expect(controller.handle(.health(.allHealthy), at: .seconds(1)) == [.wake(at: .seconds(31))])
        #expect(controller.handle(.timer, at: .seconds(31)) == [.takeHealthChecks])
    }

    @Test func `it sleeps 60 s after checks that raised, and classifies nothing`() {
        #expect(
            log(seeing: nil, until: .seconds(63)) == [
                "1s checks raised: unreachable", "1m 02s checks raised: unreachable",
            ])
    }

    @Test func `it alerts first, carries out the procedure, and looks again 30 s after its end`() {
        #expect(
            log(seeing: .primaryLost, until: .seconds(35)) == [
                "1s detected database_failure", "1s alert database_failure by chat pager",
                "1s mend started", "1s step started", "1s run do", "3s step succeeded",
                "3s mend completed", "34s detected database_failure",
                "34s alert database_failure by chat pager", "34s mend started", "34s step started",
                "34s run do",
            ])
    }

    @Test func `it calls people when the procedure fails, and looks again 30 s later`() {
        let log = log(seeing: .primaryLost, command: { _ in (.seconds(2), 1) }, until: .seconds(34))
        #expect(
            log.suffix(from: 5).prefix(4) == [
                "3s step failed: exit status 1: refused", "3s mend failed at step",
                "3s escalate database_failure: mend failed at step: exit status 1: refused",
                "34s detected database_failure",
            ])
    }

    @Test func `a disaster without a runbook calls people once a pass`() {
        #expect(
            log(seeing: .zoneLost, until: .seconds(32)) == [
                "1s detected az_failure", "1s alert az_failure by chat pager",
                "1s escalate az_failure: no runbook answers it", "32s detected az_failure",
                "32s alert az_failure by chat pager", "32s escalate az_failure: no runbook answers it",
            ])
    }

    @Test func `it takes no checks while a procedure runs`() {
        let surroundings = Surroundings(
            seen: [(.start, .primaryLost)], command: { _ in (.hours(1), 0) })
        #expect(LoopRun(.make(), in: surroundings, until: .seconds(3_600)).polls == 1)
    }

    @Test func `an alert function that is not defined stops everything before the procedure`() {
        let calls = ControllerPolicy.Calls(alert: ["write", "page"], escalation: nil)
        let policy = ControllerPolicy.make(definedFunctions: ["write"], calls: calls)
        #expect(
            log(policy, seeing: .primaryLost, until: .seconds(3)) == [
                "1s detected database_failure", "1s alert database_failure by chat",
                "1s alert raised: page",
                "1s escalate database_failure: the alert failed: page is not defined",
            ])
    }

    @Test func `an undefined way to call people is an error of the loop, which sleeps 60 s`() {
        let calls = ControllerPolicy.Calls(alert: ["write", "page"], escalation: "call")
        #expect(
            log(.make(calls: calls), seeing: .primaryLost, until: .seconds(62)) == [
                "1s detected database_failure", "1s alert raised: write",
                "1s error: call is not defined", "1m 02s detected database_failure",
                "1m 02s alert raised: write", "1m 02s error: call is not defined",
            ])
    }

    @Test func `inputs it does not wait for change nothing`() {
        let answers: [Input] = [
            .approval(.first, granted: true), .commandFinished(.first, CommandOutcome(status: 0)),
        ]
        let asleep = FailoverController.make()
        var checking = asleep
        _ = checking.handle(.timer, at: .start)
        var recovering = checking
        _ = recovering.handle(.health(.primaryLost), at: .seconds(1))
        var asking = FailoverController.make(.make(obeysApprovalPolicy: true))
        _ = asking.handle(.timer, at: .start)
        _ = asking.handle(.health(.regionLost), at: .seconds(1))
        for (state, strangers) in [
            (asleep, answers + [.health(.primaryLost), .checksRaised("")]),
            (checking, answers + [.timer]),
            (recovering, [.timer, .health(.regionLost), .checksRaised(""), answers[0]]),
            (asking, [.timer, .health(.zoneLost), .approval(Token(2), granted: true), answers[1]]),
        ] {
            var controller = state
            for input in strangers { #expect(controller.handle(input, at: .seconds(99)) == []) }
            #expect(controller == state)
        }
    }

    @Test func `a timer that comes too early is ignored`() {
        var controller = FailoverController.make()
        _ = controller.handle(.timer, at: .start)
        _ = controller.handle(.health(.allHealthy), at: .seconds(1))
        #expect(controller.handle(.timer, at: .seconds(30)) == [])
        #expect(controller.wakeAt == .seconds(31))
    }

    @Test func `requests of different procedures carry different tokens`() {
        let surroundings = Surroundings(seen: [(.start, .primaryLost)])
        let entries = LoopRun(.make(), in: surroundings, until: .seconds(600)).entries
        let tokens = entries.flatMap(\.directives).compactMap { directive in
            if case .execute(let token, _, _) = directive { token } else { nil }
        }
        #expect(tokens.count > 10)
        #expect(Set(tokens).count == tokens.count)
    }
}
