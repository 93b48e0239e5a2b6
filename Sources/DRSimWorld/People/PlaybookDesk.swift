import DRSimControl
import DRSimPlan
import DRSimShell

/// The responders at their keyboards: the playbook they follow, the shell they type into.
struct PlaybookDesk: Sendable {
    /// The playbooks of the scenario's true class, in the order of the plan.
    let playbooks: [Runbook]
    /// The shell's session; a context that was switched stays switched.
    var session: ShellSession
    /// The playbook under way.
    var executor: RunbookExecutor?
    /// Playbooks that are due but wait for the one under way.
    var waiting: [Int] = []
    /// The token of the next playbook's first request: a late answer to an earlier one fits none.
    var nextToken = Token.first
    /// Numbers the timers, so that one a later wake replaced is ignored.
    var generation: Int32 = 0

    /// Whether nothing is under way and nothing waits.
    var isIdle: Bool { executor == nil && waiting.isEmpty }
}
