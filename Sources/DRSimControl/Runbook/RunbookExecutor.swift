package import DRSimPlan
package import DRSimUnits

/// Carries a runbook out, one step at a time, by asking a shell to act and being told what came
/// of it.
///
/// A step succeeds when its command exits with 0, its pause is over, what it verifies holds, its
/// role consents, or its notice is sent. A try that fails or passes its deadline is repeated up to
/// `retries` times; then the procedure fails, or goes on where the step says `continue`. A step with
/// `unless` looks first, and is skipped where that holds. Where people type, the time a try may take runs
/// from its first command's sending, not from its typing. What a step captures completes the commands
/// of later ones; a command with a name that has no value fails and is not run. A `call`
/// of a function that is defined nowhere is an exception, as in the document's Python (F1): it
/// ends the procedure whatever the step says of retries and failure.
///
/// ```
///  ready ── start ──▶ running ── last step done ──▶ completed
///                       └─ a step failed for good ─▶ failed
/// ```
/// Answers with another token than the one waited for are late and ignored, as is every input
/// once the procedure has ended. Directives are `execute`, `notify`, `requestApproval`, `wake` and
/// `report`.
package struct RunbookExecutor: Hashable, Sendable {
    /// What is carried out.
    package let runbook: Runbook
    /// How far it is.
    package internal(set) var status = Status.ready
    /// The token the next request would carry; whoever goes on issuing requests starts from it.
    package internal(set) var nextToken: Token
    let definedFunctions: [String]
    let isTyped: Bool
    var progress: StepProgress?
    var bindings: Bindings

    /// How far a procedure is.
    package enum Status: Hashable, Sendable {
        case ready, running, completed
        case failed(StepID, StepFailure)
    }

    /// Creates an executor that has not begun.
    ///
    /// - Parameter isTyped: whether people type its commands: then it must be told when each is sent.
    package init(
        runbook: Runbook, definedFunctions: [String], bindings: Bindings = Bindings(),
        firstToken: Token = .first, isTyped: Bool = false
    ) {
        (self.runbook, self.definedFunctions, self.isTyped) = (runbook, definedFunctions, isTyped)
        (self.bindings, nextToken) = (bindings, firstToken)
    }

    /// When it wants a timer, if it does.
    package var wakeAt: Instant? { progress?.due }

    /// Begins with the first step; to be called once.
    package mutating func start(at now: Instant) -> [Directive] {
        precondition(status == .ready, "\(runbook.id) started again when it was \(status)")
        status = .running
        var directives: [Directive] = [.report(.procedureStarted(runbook.id))]
        begin(step: 0, at: now, &directives)
        return directives + wake
    }

    /// The place of the step under way; `nil` before the start and after the end.
    var step: Int? { progress?.index }

    /// Goes on with a step that another executor had begun; to be called instead of `start`.
    mutating func resume(atStep index: Int, at now: Instant) -> [Directive] {
        precondition(status == .ready, "\(runbook.id) resumed when it was \(status)")
        status = .running
        var directives: [Directive] = [.report(.procedureResumed(runbook.id, at: runbook.steps[index].id))]
        begin(step: index, at: now, &directives)
        return directives + wake
    }

    /// Takes in what happened and says what to do next; nothing for what it does not wait for.
    package mutating func handle(_ input: Input, at now: Instant) -> [Directive] {
        guard let progress else { return [] }
        if case .commandSent(let token) = input {
            guard progress.begun == nil, token == progress.waiting.command else { return [] }
            self.progress?.begun = now
            return wake
        }
        var directives: [Directive] = []
        switch (input, progress.waiting) {
        case (.timer, _):
            guard let due = progress.due, now >= due else { return [] }
            timeCame(for: progress, at: now, &directives)
        case (.commandFinished(let token, let outcome), .need(let awaited)) where token == awaited:
            decide(by: outcome, at: now, &directives)
        case (.commandFinished(let token, let outcome), .command(let awaited)) where token == awaited:
            finish(with: outcome, at: now, &directives)
        case (.commandFinished(let token, let outcome), .look(let awaited, _)) where token == awaited:
            judge(outcome, at: now, &directives)
        case (.approval(let token, let granted), .approval(let awaited, let role))
        where token == awaited:
            if granted {
                succeed(at: now, &directives)
            } else {
                fail(.refused(role), at: now, &directives)
            }
        default: return []
        }
        return directives + wake
    }

    private var wake: [Directive] { wakeAt.map { [.wake(at: $0)] } ?? [] }
}
