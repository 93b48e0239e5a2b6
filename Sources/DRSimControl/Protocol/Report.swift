package import DRSimPlan
package import DRSimUnits

/// What a controller or a runbook executor says of its own doing, for the trace.
package enum Report: Hashable, Sendable {
    /// The health checks raised; the loop sleeps as after an error.
    case checksRaised(String)
    /// A disaster was confirmed and is responded to.
    case disasterDetected(Classification, HealthSnapshot)
    /// A procedure starts although its incident class asks for approval first (F4).
    case policyViolated(IncidentClassID, DisasterType)
    /// The role allowed the procedure.
    case approvalGranted(RoleID)
    /// The role forbade the procedure.
    case approvalRefused(RoleID)
    /// The role did not answer in time.
    case approvalTimedOut(RoleID)
    /// A procedure begins.
    case procedureStarted(RunbookID)
    /// A controller that was started anew goes on with a procedure at this step, by its journal.
    case procedureResumed(RunbookID, at: StepID)
    /// A step begins; its first try follows.
    case stepStarted(StepAttempt)
    /// A step is done, with what its command printed.
    case stepSucceeded(StepAttempt, output: String)
    /// A step has nothing to do: what it is for holds already.
    case stepSkipped(StepAttempt)
    /// A try failed; this further one comes after the step's delay.
    case stepRetried(StepAttempt, after: StepFailure)
    /// A step failed for good.
    case stepFailed(StepAttempt, StepFailure)
    /// Every step is done.
    case procedureCompleted(RunbookID)
    /// The procedure ends at this step; those after it are not begun.
    case procedureFailed(RunbookID, StepID, StepFailure)
    /// The immediate alert raised: this function is defined nowhere.
    case alertRaised(function: String)
    /// An exception left the loop's body; the loop sleeps as after an error.
    case controllerError(String, retryIn: Span)
    /// No procedure starts before this instant (`never`: before people reset the latch).
    case held(until: Instant)
    /// People lifted what held the controller back.
    case released
}
