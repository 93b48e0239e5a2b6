package import DRSimPlan
package import DRSimUnits

/// The plan's failover controller: checks, classifies, alerts, and carries out a procedure (L615-716).
///
/// It is pure: it knows no clock and does nothing itself. A shell tells it an instant and an input
/// and carries out the directives it answers with. It begins asleep until `startingAt`; the shell
/// sends the first timer then.
///
/// ```
///              timer                      health: nothing to do, or held
///  sleeping ──────────▶ checking ──────────────────────────────────────▶ sleeping (poll interval)
///                          │  └─ checks raised ─────────────────────────▶ sleeping (error interval)
///                          │ health: disaster confirmed; alert first
///                          ├─ an alert function is undefined ───────────▶ escalating
///                          ├─ no runbook, or held and not yet known ────▶ escalating
///                          ├─ approval needed ──▶ awaitingApproval ─ no ▶ escalating
///                          │                          │ yes
///                          └─────────────────────▶ recovering ─ failed ─▶ escalating
///                                                     └─ completed ─────▶ sleeping (poll interval)
///  escalating takes no time: people called ─▶ sleeping (poll interval);
///                            its function undefined ─▶ sleeping (error interval)
/// ```
/// While it awaits approval or recovers it takes no health checks: the document's loop awaits the
/// procedure (F12). `reset` is taken in any state. Every input not drawn above changes nothing.
///
/// Policy beyond the document, off where the plan says so: detection by N of M checks, approval
/// for classes with `auto_failover: false`, a latch after a completed procedure and a cool-down
/// after any response.
package struct FailoverController: Hashable, Sendable {
    /// How it is set up.
    package let policy: ControllerPolicy
    let runbooks: [Runbook]
    let classes: [IncidentClass]
    var phase: Phase
    var history: DetectionHistory
    var hold: Hold?
    var nextToken = Token.first

    /// What the controller is at.
    enum Phase: Hashable {
        case sleeping(until: Instant)
        case checking
        case awaitingApproval(PendingApproval)
        case recovering(DisasterType, RunbookExecutor)
    }

    /// A procedure that waits for somebody's word.
    struct PendingApproval: Hashable {
        var disaster: DisasterType
        var runbook: Runbook
        var role: RoleID
        var token: Token
        var deadline: Instant
    }

    /// Creates a controller that takes its first health checks at an instant.
    package init(
        policy: ControllerPolicy, runbooks: [Runbook], classes: [IncidentClass],
        startingAt start: Instant = .start
    ) {
        (self.policy, self.runbooks, self.classes) = (policy, runbooks, classes)
        phase = .sleeping(until: start)
        history = DetectionHistory(rule: policy.detection)
    }

    /// When it wants a timer, if it does.
    package var wakeAt: Instant? {
        switch phase {
        case .sleeping(let instant): instant
        case .checking: nil
        case .awaitingApproval(let pending): pending.deadline
        case .recovering(_, let executor): executor.wakeAt
        }
    }

    /// Whether a completed procedure keeps it from starting another until people reset it.
    package var isLatched: Bool { hold?.until == .never }

    /// Whether it awaits approval or carries out a procedure, and therefore takes no health checks.
    package var isResponding: Bool {
        switch phase {
        case .sleeping, .checking: false
        case .awaitingApproval, .recovering: true
        }
    }

    /// Whether it has asked for health checks and waits for what they say.
    package var awaitsChecks: Bool { phase == .checking }

    /// Takes in what happened and says what to do; nothing for what it does not wait for.
    package mutating func handle(_ input: Input, at now: Instant) -> [Directive] {
        if input == .reset { return release() }
        switch (phase, input) {
        case (.sleeping(let instant), .timer) where now >= instant:
            phase = .checking
            return [.takeHealthChecks]
        case (.checking, .health(let snapshot)):
            return judge(snapshot, at: now)
        case (.checking, .checksRaised(let reason)):
            return [.report(.checksRaised(reason))] + sleep(policy.errorInterval, from: now)
        case (.awaitingApproval(let pending), _):
            return settle(pending, by: input, at: now)
        case (.recovering(let disaster, var executor), _):
            let directives = executor.handle(input, at: now)
            return directives + follow(executor, against: disaster, at: now)
        default:
            return []
        }
    }

    mutating func sleep(_ span: Span, from now: Instant) -> [Directive] {
        phase = .sleeping(until: now + span)
        return [.wake(at: now + span)]
    }

    private mutating func release() -> [Directive] {
        guard hold != nil else { return [] }
        hold = nil
        return [.report(.released)]
    }
}
