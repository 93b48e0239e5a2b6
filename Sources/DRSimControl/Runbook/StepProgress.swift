import DRSimPlan
import DRSimUnits

/// Where a running procedure stands: which try of which step, and what it waits for.
struct StepProgress: Hashable {
    /// The step's index in its runbook.
    var index: Int
    /// Which try, from 1.
    var attempt: Int
    /// When the try began.
    var begun: Instant
    /// When the try is given up.
    var deadline: Instant?
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
        let span = (deadline ?? begun) - begun
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
