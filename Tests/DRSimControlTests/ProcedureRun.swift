import DRSimControl
import DRSimPlan
import DRSimUnits

/// Carries a procedure out with scripted answers and keeps a log.
struct ProcedureRun {
    /// An answer to a command or a request for approval, and how long it takes.
    enum Answer {
        case status(Int, after: Span = .seconds(1))
        case output(String, after: Span = .seconds(1))
        case granted(Bool, after: Span)
        case never
    }

    private(set) var executor: RunbookExecutor
    private let typing: Span?
    private var answers: ArraySlice<Answer>
    private var pending: [(at: Instant, input: Input)] = []
    /// What happened, as `at text`.
    private(set) var log: [String] = []

    /// Runs steps to the end of all answers and timers.
    ///
    /// - Parameter typing: how long a person types each command; `nil` where a program sends them.
    init(
        _ steps: [Step], defined: [String] = [], bindings: Bindings = Bindings(), typing: Span? = nil,
        answers: [Answer] = []
    ) {
        self.typing = typing
        let runbook = Runbook(id: "book", title: "book", source: "test", steps: steps)
        executor = RunbookExecutor(
            runbook: runbook, definedFunctions: defined, bindings: bindings, isTyped: typing != nil)
        self.answers = answers[...]
        carryOut(executor.start(at: .start), at: .start)
        while let next = pending.indices.min(by: { pending[$0].at < pending[$1].at }) {
            let (now, input) = pending.remove(at: next)
            carryOut(executor.handle(input, at: now), at: now)
        }
    }

    private mutating func carryOut(_ directives: [Directive], at now: Instant) {
        for directive in directives {
            if let line = directive.line { log.append("\(now) \(line)") }
            switch directive {
            case .wake(let instant): pending.append((instant, .timer))
            case .execute(let token, _, _):
                if let typing { pending.append((now + typing, .commandSent(token))) }
                answer(token, at: now + (typing ?? .zero))
            case .requestApproval(let token, _, _): answer(token, at: now)
            default: break
            }
        }
    }

    private mutating func answer(_ token: Token, at now: Instant) {
        switch answers.popFirst() ?? .status(0) {
        case .status(let status, let span):
            let outcome = CommandOutcome(status: status, stderr: status == 0 ? "" : "refused")
            pending.append((now + span, .commandFinished(token, outcome)))
        case .output(let text, let span):
            let outcome = CommandOutcome(status: 0, stdout: text)
            pending.append((now + span, .commandFinished(token, outcome)))
        case .granted(let granted, let span):
            pending.append((now + span, .approval(token, granted: granted)))
        case .never: break
        }
    }
}

extension Step {
    /// A step named and titled alike.
    static func make(
        _ id: StepID, _ action: StepAction, timeout: Span? = nil, retries: Int = 0,
        retryDelay: Span = .zero, onFailure: FailurePolicy = .escalate
    ) -> Step {
        Step(
            id: id, title: id.name, action: action, timeout: timeout, retries: retries,
            retryDelay: retryDelay, onFailure: onFailure, source: "test")
    }

    /// A step that runs `do`.
    static func run(
        _ id: StepID, timeout: Span? = nil, retries: Int = 0, retryDelay: Span = .zero,
        onFailure: FailurePolicy = .escalate
    ) -> Step {
        make(
            id, .run(Command(argv: ["do"])), timeout: timeout, retries: retries,
            retryDelay: retryDelay, onFailure: onFailure)
    }
}
