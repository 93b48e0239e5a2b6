package import DRSimUnits

/// Why a try of a step failed.
package enum StepFailure: Hashable, Sendable {
    /// Its command ended with this status and said this.
    case exited(status: Int, stderr: String)
    /// It took longer than the step allows.
    case timedOut(after: Span)
    /// What it verifies did not hold before the deadline; the last look's outcome, if one answered.
    case notVerified(after: Span, last: CommandOutcome?)
    /// It calls a function that is defined nowhere: an exception, which neither a retry nor
    /// `continue` catches.
    case undefinedFunction(String)
    /// A name in its command has no value: the step that captures it failed, or nobody knows it.
    case unbound(String)
    /// Its command printed nothing to be kept under this name.
    case nothingToCapture(String)
    /// The role said no.
    case refused(RoleID)
    /// The role did not answer in time.
    case unanswered(RoleID)
}

extension StepFailure: CustomStringConvertible {
    /// A clause for a timeline, such as `exit status 1: …`.
    package var description: String {
        switch self {
        case .exited(let status, let stderr):
            stderr.isEmpty ? "exit status \(status)" : "exit status \(status): \(stderr)"
        case .timedOut(let span): "no answer within \(span)"
        case .notVerified(let span, _): "not verified within \(span)"
        case .undefinedFunction(let name): "\(name) is not defined"
        case .unbound(let name): "nobody knows ${\(name)}"
        case .nothingToCapture(let name): "the output has nothing for ${\(name)}"
        case .refused(let role): "\(role) refused"
        case .unanswered(let role): "\(role) did not answer"
        }
    }
}
