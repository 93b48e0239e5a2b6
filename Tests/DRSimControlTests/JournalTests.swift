import DRSimControl
import DRSimPlan
import DRSimUnits
import Testing

/// What a controller that is started anew knows from the journal of the one before.
struct JournalTests {
    /// A controller that saw the primary's loss a second after its start, and what it answered.
    private func busy(_ policy: ControllerPolicy = .make(), seeing snapshot: HealthSnapshot = .primaryLost)
        -> FailoverController
    {
        var controller = FailoverController.make(policy)
        _ = controller.handle(.timer, at: .start)
        _ = controller.handle(.health(snapshot), at: .seconds(1))
        return controller
    }

    private func lines(_ directives: [Directive]) -> [String] { directives.compactMap(\.line) }

    @Test func `takes up nothing where nothing was under way`() {
        var controller = FailoverController.make()
        #expect(controller.resume(FailoverController.make().journal, at: .seconds(9)) == [])
        #expect(controller.handle(.timer, at: .seconds(9)) == [.takeHealthChecks])
    }

    @Test func `goes on with the step that was under way`() {
        var controller = FailoverController.make()
        let directives = controller.resume(busy().journal, at: .seconds(9))
        #expect(lines(directives) == ["mend resumed at step", "step started", "run do"])
        #expect(controller.isResponding)
    }

    @Test func `knows what earlier steps had captured`() throws {
        let find = Step(
            id: "find", title: "find", action: .run(Command(argv: ["list"])),
            capture: Capture(name: "dump", part: .lastWord), retryDelay: .zero, source: "test")
        let restore = Step(
            id: "restore", title: "restore", action: .run(Command(argv: ["restore", "${dump}"])),
            retryDelay: .zero, source: "test")
        let runbook = Runbook(id: "mend", title: "mend", source: "test", steps: [find, restore])
        func make() -> FailoverController {
            FailoverController(policy: .make(), runbooks: [runbook], classes: [])
        }
        var before = make()
        _ = before.handle(.timer, at: .start)
        _ = before.handle(.health(.primaryLost), at: .seconds(1))
        _ = before.handle(
            .commandFinished(.first, CommandOutcome(status: 0, stdout: "monday.gz")), at: .seconds(2))
        var controller = make()
        let directives = controller.resume(before.journal, at: .seconds(9))
        #expect(lines(directives).contains("run restore monday.gz"))
    }

    @Test func `hears no answer that its predecessor had asked for`() throws {
        let before = busy()
        var controller = FailoverController.make()
        let directives = controller.resume(before.journal, at: .seconds(9))
        let done = CommandOutcome(status: 0)
        #expect(controller.handle(.commandFinished(.first, done), at: .seconds(10)) == [])
        let tokens = directives.compactMap { directive in
            if case .execute(let token, _, _) = directive { token } else { nil }
        }
        let token = try #require(tokens.first)
        let answer = controller.handle(.commandFinished(token, done), at: .seconds(11))
        #expect(lines(answer).contains("mend completed"))
    }

    @Test func `asks again where an answer was awaited`() {
        let policy = ControllerPolicy.make(obeysApprovalPolicy: true)
        var controller = FailoverController.make(policy)
        let directives = controller.resume(busy(policy, seeing: .regionLost).journal, at: .seconds(9))
        #expect(lines(directives) == ["ask lead"])
        #expect(directives.last == .wake(at: .seconds(609)))
    }

    @Test func `is held back by what held its predecessor back`() {
        let policy = ControllerPolicy.make(latch: true)
        var before = busy(policy)
        _ = before.handle(.commandFinished(.first, CommandOutcome(status: 0)), at: .seconds(2))
        var controller = FailoverController.make(policy)
        #expect(controller.resume(before.journal, at: .seconds(9)) == [])
        _ = controller.handle(.timer, at: .seconds(9))
        let answer = controller.handle(.health(.primaryLost), at: .seconds(10))
        #expect(lines(answer) == [])
    }
}
