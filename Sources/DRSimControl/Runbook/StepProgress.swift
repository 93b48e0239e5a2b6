import DRSimPlan
import DRSimUnits

/// Where a running procedure stands: which try of which step, and what it waits for.
struct StepProgress: Hashable {
    /// The step's index in its runbook.
    var index: Int
    /// Which try, from 1.
    var attempt: Int
    /// Since when its limit runs; `nil` while a person types its first command.
    var begun: Instant?
    /// How long the try may take.
    var limit: Span?
    var waiting: Waiting

    /// What must come for the try to go on.
    enum Waiting: Hashable {
        /// Whether the step has anything to do.
        case need(Token)
        case command(Token)
        case look(Token, last: CommandOutcome?)
        case nextLook(at: Instant, last: CommandOutcome?)
        case pause(until: Instant)
        case approval(Token, RoleID)
        case retry(at: Instant)

        /// The command it waits for.
        var command: Token? {
            switch self {
            case .need(let token), .command(let token), .look(let token, _): token
            case .nextLook, .pause, .approval, .retry: nil
            }
        }
    }

    /// When the try is given up.
    var deadline: Instant? {
        guard let begun, let limit else { return nil }
        return begun + limit
    }

    /// When something happens though nothing comes.
    var due: Instant? {
        switch waiting {
        case .nextLook(let instant, _), .pause(let instant), .retry(let instant):
            min(instant, deadline ?? .never)
        case .need, .command, .look, .approval: deadline
        }
    }

    /// What it means for this try that its deadline passes.
    var overdue: StepFailure {
        let span = limit ?? .zero
        switch waiting {
        case .look(_, let last), .nextLook(_, let last): return .notVerified(after: span, last: last)
        case .approval(_, let role): return .unanswered(role)
        case .need, .command, .pause, .retry: return .timedOut(after: span)
        }
    }
}

extension Step {
    /// How long a try may take: the step's timeout, or the end its action sets if that is sooner.
    var limit: Span? {
        let own: Span? =
            switch action {
            case .verify(let verification): verification.deadline
            case .approve(let approval): approval.timeout
            case .run, .call, .wait, .notify: nil
            }
        return [timeout, own].compactMap { $0 }.min()
    }
}
