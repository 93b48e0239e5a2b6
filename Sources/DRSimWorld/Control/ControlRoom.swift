import DRSimControl
import DRSimKernel
import DRSimShell
import DRSimTrace

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
    /// What the checks would have met after the last event.
    var view: HealthView
    /// The fact that last changed what the checks would meet.
    var causeOfView: FactID?
    /// Numbers the timers, so that one a later wake replaced is ignored.
    var generation: Int32 = 0
    /// The fact for whose sake the timer was set.
    var causeOfTimer: FactID?
    /// How many reasons there are for the process to be stopped: the region it runs in, faults of its own.
    var stops = 0
    /// What it has written down of its doings, if it keeps a journal.
    var journal: FailoverController.Journal?
    /// Counts the process's starts: what an earlier one asked for answers nobody.
    var incarnation: Int32 = 0
    /// Whether people know that its latch may be reset.
    var isLatchReviewed = false

    /// Whether the process runs.
    var isRunning: Bool { stops == 0 }

    /// Whether the process that asked still runs.
    func expects(_ incarnation: Int32) -> Bool { isRunning && incarnation == self.incarnation }
}
