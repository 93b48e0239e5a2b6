import DRSimControl
import DRSimKernel
import DRSimShell
import DRSimTrace
import DRSimUnits

/// The controller at its place in the world: its loop, the checks under way, the shell it types into.
struct ControlRoom: Sendable {
    /// The logic under test.
    var controller: FailoverController
    /// Its shell's session.
    var session: ShellSession
    /// The grid of its polls while they can change nothing; `nil` while they can.
    var loop: PollLoop?
    /// The checks that are being taken.
    var checks: HealthCheckPass?
    /// What the checks would have answered after the last event.
    var signals: HealthSnapshot
    /// The fact that last changed what the checks would answer.
    var causeOfSignals: FactID?
    /// Numbers the timers, so that one a later wake replaced is ignored.
    var generation: Int32 = 0
    /// The fact for whose sake the timer was set.
    var causeOfTimer: FactID?
    /// Whether the process runs: it stops with the region it runs in.
    var isRunning = true
    /// Counts the process's starts: what an earlier one asked for answers nobody.
    var incarnation: Int32 = 0
    /// Whether people know that its latch may be reset.
    var isLatchReviewed = false

    /// Whether the process that asked still runs.
    func expects(_ incarnation: Int32) -> Bool { isRunning && incarnation == self.incarnation }
}

/// A pass of health checks that began at one instant and answers at a later one.
struct HealthCheckPass: Hashable, Sendable {
    /// When it began.
    var began: Instant
    /// What the checks saw then.
    var snapshot: HealthSnapshot
    /// How long they take together: constant while nothing is wrong.
    var duration: Span
    /// Set if a check raised and the pass yields no snapshot.
    var raised: String?
    /// The fact that made them answer as they do.
    var cause: FactID?
    /// Whether a leaping loop would have skipped this pass.
    var isLeapable = false
}
