import DRSimControl
import DRSimDocument
import DRSimPlan
import DRSimUnits

/// A directive of the controller as one JSON line.
enum DirectiveLine {
    /// The object: when, what, and its particulars.
    static func json(_ directive: Directive, at instant: Instant) -> JSONValue {
        var line: JSONValue = ["at_ms": .integer(instant.milliseconds)]
        for (key, value) in members(directive) { line[key] = value }
        return line
    }

    private static func members(_ directive: Directive) -> [(String, JSONValue)] {
        switch directive {
        case .takeHealthChecks: [("directive", "take_health_checks")]
        case .wake(let instant): [("directive", "wake"), ("wake_ms", .integer(instant.milliseconds))]
        case .alert(let disaster, _, let channels):
            [
                ("directive", "alert"), ("disaster", .string(disaster.rawValue)),
                ("channels", .array(channels.map { .string($0) })),
            ]
        case .execute(let token, let command, let attempt):
            [
                ("directive", "execute"), ("token", .integer(Int64(token.number))),
                ("argv", .array(command.argv.map { .string($0) })),
                ("runbook", .string(attempt.runbook.name)), ("step", .string(attempt.step.name)),
                ("attempt", .integer(Int64(attempt.number))),
            ]
        case .notify(let notice):
            [
                ("directive", "notify"), ("channels", .array(notice.channels.map { .string($0) })),
                ("audience", .string(notice.audience.rawValue)), ("message", .string(notice.message)),
            ]
        case .requestApproval(let token, let approval, let disaster):
            [
                ("directive", "request_approval"), ("token", .integer(Int64(token.number))),
                ("role", .string(approval.role.name)), ("question", .string(approval.question)),
                ("timeout_ms", .integer(approval.timeout.milliseconds)),
                ("disaster", disaster.map { .string($0.rawValue) } ?? .null),
            ]
        case .escalate(let disaster, let reason):
            [
                ("directive", "escalate"), ("disaster", .string(disaster.rawValue)),
                ("reason", .string(reason.description)),
            ]
        case .report(let report): [("directive", "report"), ("report", .string("\(report.name)"))]
        }
    }
}

extension Report {
    /// The report's name, in the words of the trace.
    var name: String {
        switch self {
        case .checksRaised: "checks_raised"
        case .disasterDetected(let classification, _):
            "disaster_detected: \(classification.disaster.rawValue)"
        case .policyViolated(let incidentClass, _): "policy_violated: \(incidentClass)"
        case .approvalGranted(let role): "approval_granted: \(role)"
        case .approvalRefused(let role): "approval_refused: \(role)"
        case .approvalTimedOut(let role): "approval_timed_out: \(role)"
        case .procedureStarted(let runbook): "procedure_started: \(runbook)"
        case .procedureResumed(let runbook, let step): "procedure_resumed: \(runbook)/\(step)"
        case .stepStarted(let attempt): "step_started: \(attempt.runbook)/\(attempt.step)"
        case .stepSucceeded(let attempt, _): "step_succeeded: \(attempt.runbook)/\(attempt.step)"
        case .stepSkipped(let attempt): "step_skipped: \(attempt.runbook)/\(attempt.step)"
        case .stepRetried(let attempt, let failure):
            "step_retried: \(attempt.runbook)/\(attempt.step): \(failure)"
        case .stepFailed(let attempt, let failure):
            "step_failed: \(attempt.runbook)/\(attempt.step): \(failure)"
        case .procedureCompleted(let runbook): "procedure_completed: \(runbook)"
        case .procedureFailed(let runbook, let step, let failure):
            "procedure_failed: \(runbook)/\(step): \(failure)"
        case .alertRaised(let function): "alert_raised: \(function)"
        case .controllerError(let reason, let pause): "controller_error: \(reason), retry in \(pause)"
        case .held(let until): "held: \(until == .never ? "until reset" : "until \(until)")"
        case .released: "released"
        }
    }
}
