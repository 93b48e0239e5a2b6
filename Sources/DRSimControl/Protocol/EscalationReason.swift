package import DRSimUnits

/// Why a controller calls people.
package enum EscalationReason: Hashable, Sendable {
    /// The immediate alert raised: this function is defined nowhere.
    case alertRaised(function: String)
    /// The plan has no runbook for the disaster.
    case noRunbook
    /// The procedure ended at this step.
    case procedureFailed(RunbookID, StepID, StepFailure)
    /// The role forbade the procedure.
    case approvalRefused(RoleID)
    /// The role did not answer in time.
    case approvalTimedOut(RoleID)
    /// Another procedure was carried out a short time ago or awaits its reset by people.
    case held
}

extension EscalationReason: CustomStringConvertible {
    /// A clause for a timeline.
    package var description: String {
        switch self {
        case .alertRaised(let function): "the alert failed: \(function) is not defined"
        case .noRunbook: "no runbook answers it"
        case .procedureFailed(let runbook, let step, let failure): "\(runbook) failed at \(step): \(failure)"
        case .approvalRefused(let role): "\(role) refused approval"
        case .approvalTimedOut(let role): "\(role) did not answer in time"
        case .held: "automatic failover is held back after an earlier one"
        }
    }
}
