import DRSimControl
import DRSimPlan
import DRSimUnits

extension Directive {
    /// The directive as a line of a test's log; `nil` for timers and checks, which say nothing.
    var line: String? {
        switch self {
        case .takeHealthChecks, .wake: nil
        case .alert(let disaster, _, let channels):
            "alert \(disaster.rawValue) by \(channels.joined(separator: " "))"
        case .execute(_, let command, _): "run \(command.argv.joined(separator: " "))"
        case .notify(let notice): "notify \(notice.message)"
        case .requestApproval(_, let approval, _): "ask \(approval.role)"
        case .escalate(let disaster, let reason): "escalate \(disaster.rawValue): \(reason)"
        case .report(let report): report.line
        }
    }
}

extension Report {
    /// The report as a line of a test's log.
    var line: String {
        switch self {
        case .checksRaised(let reason): "checks raised: \(reason)"
        case .disasterDetected(let classification, _): "detected \(classification.disaster.rawValue)"
        case .policyViolated(let id, _): "policy violated: \(id)"
        case .approvalGranted(let role): "\(role) granted"
        case .approvalRefused(let role): "\(role) refused"
        case .approvalTimedOut(let role): "\(role) silent"
        case .procedureStarted(let runbook): "\(runbook) started"
        case .procedureResumed(let runbook, let step): "\(runbook) resumed at \(step)"
        case .stepStarted(let attempt): "\(attempt.step) started"
        case .stepSucceeded(let attempt, let output):
            "\(attempt.step) succeeded" + (output.isEmpty ? "" : ": \(output)")
        case .stepSkipped(let attempt): "\(attempt.step) skipped"
        case .stepRetried(let attempt, let failure): "\(attempt.step) retried (\(attempt.number)): \(failure)"
        case .stepFailed(let attempt, let failure): "\(attempt.step) failed: \(failure)"
        case .procedureCompleted(let runbook): "\(runbook) completed"
        case .procedureFailed(let runbook, let step, _): "\(runbook) failed at \(step)"
        case .alertRaised(let function): "alert raised: \(function)"
        case .controllerError(let reason, _): "error: \(reason)"
        case .held(let until): "held until \(until)"
        case .released: "released"
        }
    }
}
