import DRSimControl
import DRSimPlan
import DRSimTrace
import DRSimUnits

/// A pass of health checks that began at one instant and answers at a later one.
struct HealthCheckPass: Hashable, Sendable {
    /// When it began.
    let began: Instant
    /// What it meets; of a pass that hung, what the rest of it met.
    private(set) var view: HealthView
    /// What the checks saw.
    private(set) var snapshot: HealthSnapshot
    /// How long the checks that are left take together: constant while nothing is wrong.
    private(set) var duration = Span.zero
    /// Set if a check raised and the pass yields no snapshot.
    private(set) var raised: String?
    /// The place of the check that waits for ever, in the plan's order; it keeps those behind it waiting.
    private(set) var hanging: Int?
    /// Whether a check of it hung: such a pass is off the grid.
    private(set) var hasHung = false
    /// The fact that made them answer as they do.
    let cause: FactID?
    /// Whether a leaping loop would have skipped this pass.
    let isLeapable: Bool
    /// How many checks have been taken.
    private var taken = 0

    init(
        at now: Instant, seeing view: HealthView, under policy: ControllerPolicy, cause: FactID?,
        isLeapable: Bool
    ) {
        (began, self.view, snapshot) = (now, view, view.snapshot)
        (self.cause, self.isLeapable) = (cause, isLeapable)
        take(policy)
    }

    /// The check that hung has its answer: it and those behind it see what is so now.
    mutating func goOn(seeing view: HealthView, under policy: ControllerPolicy) {
        (self.view, hanging) = (view, nil)
        for check in policy.checks[taken...] {
            snapshot = snapshot.taking(check.signal, from: view.snapshot)
        }
        take(policy)
    }

    /// Takes the checks that are left, one after the other: a silent one counts as unhealthy after its
    /// time-out, ends the pass by an exception, or hangs, as the plan says (F13, F14).
    private mutating func take(_ policy: ControllerPolicy) {
        duration = .zero
        while taken < policy.checks.count {
            let check = policy.checks[taken]
            switch (view.endings[taken], policy.probeFailure) {
            case (.answers(let span), _): duration += span
            case (.silence, .unhealthy): duration += check.timeout
            case (.silence, .raise):
                duration += check.timeout
                raised = "\(check.signal.rawValue): timed out"
                return
            case (.silence, .hang):
                (hanging, hasHung) = (taken, true)
                return
            }
            taken += 1
        }
    }
}
