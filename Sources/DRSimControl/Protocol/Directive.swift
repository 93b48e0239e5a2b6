package import DRSimPlan
package import DRSimUnits

/// What a controller or a runbook executor wants done; a shell carries directives out in order.
package enum Directive: Hashable, Sendable {
    /// Take a round of health checks and answer with `health` or `checksRaised`.
    case takeHealthChecks
    /// Send a timer at this instant instead of at that of the wake before, if that has not come.
    case wake(at: Instant)
    /// Tell people at once, through these channels in this order; nobody waits for the arrival.
    case alert(DisasterType, HealthSnapshot, channels: [String])
    /// Run a command for a step and answer with `commandFinished`.
    case execute(Token, Command, StepAttempt)
    /// Send a notice; nobody waits for the arrival.
    case notify(Notice)
    /// Ask a role and answer with `approval`, or not at all. The disaster is `nil` where a step asks.
    case requestApproval(Token, Approval, DisasterType?)
    /// Call people: the controller cannot or may not go on by itself.
    case escalate(DisasterType, EscalationReason)
    /// Nothing to do: something became so that a narrative wants to tell.
    case report(Report)
}

/// Which try of which step a directive or report belongs to.
package struct StepAttempt: Hashable, Sendable {
    /// The runbook.
    package var runbook: RunbookID
    /// The step.
    package var step: StepID
    /// Which try, from 1.
    package var number: Int

    /// Creates a reference to a try.
    package init(runbook: RunbookID, step: StepID, number: Int) {
        (self.runbook, self.step, self.number) = (runbook, step, number)
    }
}
