package import DRSimPlan
package import DRSimUnits

/// The plan's backup scheduler: looks at the clock, starts a backup or a verification, sleeps (L515-535).
///
/// It is pure: it knows no clock and does nothing itself. A shell tells it an instant and an input and
/// carries out what it answers. Backups and verifications run one after the other and hold up the clock.
///
/// ```
///             timer: nothing due
///  sleeping ◀───────────────────┐
///     │ timer: backup due       │ ended well                   ended well
///     ├──────────────────▶ backingUp ── verification due too ─▶ verifying ─▶ sleeping (poll interval)
///     │ timer: verification due │ failed                           │ failed
///     └─────────────────────────┼───────────────▶ verifying        ├─────▶ sleeping (error interval)
///                               └──────────────────────────────────┘
/// ```
/// Both checks of a pass use the instant read at its start, and a failed backup ends the pass: that
/// pass's verification is dropped. By deadlines a failed backup stays due, as often as the plan has it tried
/// again. Every input not drawn above changes nothing.
package struct BackupScheduler: Hashable, Sendable {
    /// When backups and verifications are due.
    package let schedule: BackupSchedule
    /// What it remembers; `nil` where it reads the clock as the document does.
    package private(set) var deadlines: BackupDeadlines?
    /// The moment instant 0 stands for.
    let epoch: CalendarTime
    private var phase: Phase

    private enum Phase: Hashable {
        case sleeping(until: Instant)
        case backingUp(since: Instant, thenVerifies: Bool)
        case verifying(since: Instant)
    }

    /// What a scheduler is told.
    package enum Input: Hashable, Sendable {
        /// The instant of the last `wake` has come.
        case timer
        /// What it started has ended.
        case ended(succeeded: Bool)
    }

    /// What a scheduler wants done.
    package enum Directive: Hashable, Sendable {
        /// Start this and answer with `ended`.
        case start(Firing)
        /// Send a timer at this instant, or later.
        case wake(at: Instant)
    }

    /// What a scheduler starts; raw values are what `schedule` prints.
    package enum Firing: String, Hashable, Sendable {
        case fullBackup = "full_backup"
        case verification = "verify"
    }

    /// Creates a scheduler that looks at the clock first at an instant; what an earlier one remembered is
    /// taken over, where it remembers anything.
    package init(
        schedule: BackupSchedule, epoch: CalendarTime, startingAt start: Instant = .start,
        remembering deadlines: BackupDeadlines? = nil
    ) {
        (self.schedule, self.epoch, phase) = (schedule, epoch, .sleeping(until: start))
        switch schedule.reading {
        case .poll: self.deadlines = nil
        case .deadline:
            let first = BackupDeadlines(schedule, beginningAt: epoch + (start - .start))
            self.deadlines = deadlines ?? first
        }
    }

    /// When it wants a timer; `nil` while it waits for what it started.
    package var wakeAt: Instant? {
        guard case .sleeping(let instant) = phase else { return nil }
        return instant
    }

    /// Takes in what happened and says what to do.
    package mutating func handle(_ input: Input, at now: Instant) -> [Directive] {
        switch (phase, input) {
        case (.sleeping(let instant), .timer) where now >= instant:
            return look(at: now)
        case (.backingUp(let since, let thenVerifies), .ended(let succeeded)):
            endBackup(succeeded: succeeded, startedAt: since)
            return thenVerifies && succeeded ? verify(at: now) : sleep(after: succeeded, from: now)
        case (.verifying(let since), .ended(let succeeded)):
            meet(.verification, startedAt: since)
            return sleep(after: succeeded, from: now)
        default: return []
        }
    }

    /// Until when looks at the clock would do nothing but put it to sleep again: those before the
    /// instant. `nil` while it waits for what it started.
    package func quiet(from now: Instant) -> Instant? {
        guard case .sleeping = phase else { return nil }
        let moment = moment(of: now)
        let due = [Firing.fullBackup, .verification].map { firing in
            deadlines.map { max(moment, $0[firing]) } ?? schedule[firing].firstMoment(notBefore: moment)
        }
        return .start + (min(due[0], due[1]) - epoch)
    }
}

extension BackupScheduler {
    private mutating func look(at now: Instant) -> [Directive] {
        let verifies = isDue(.verification, at: now)
        if isDue(.fullBackup, at: now) {
            phase = .backingUp(since: now, thenVerifies: verifies)
            return [.start(.fullBackup)]
        }
        return verifies ? verify(at: now) : sleep(after: true, from: now)
    }

    private func isDue(_ firing: Firing, at now: Instant) -> Bool {
        guard let deadline = deadlines?[firing] else { return schedule[firing].contains(moment(of: now)) }
        return moment(of: now) >= deadline
    }

    /// A backup that failed is due still, unless it has been tried again often enough.
    private mutating func endBackup(succeeded: Bool, startedAt start: Instant) {
        let failures = deadlines?.failures ?? 0
        if !succeeded, failures < schedule.retries {
            deadlines?.failures = failures + 1
        } else {
            deadlines?.failures = 0
            meet(.fullBackup, startedAt: start)
        }
    }

    /// What was started is done with, well or not; what came due meanwhile is due now.
    private mutating func meet(_ firing: Firing, startedAt start: Instant) {
        let window = schedule[firing]
        let next = window.latestOpening(notAfter: moment(of: start)) + window.period
        deadlines?[firing] = next
    }

    private mutating func verify(at now: Instant) -> [Directive] {
        phase = .verifying(since: now)
        return [.start(.verification)]
    }

    private mutating func sleep(after succeeded: Bool, from now: Instant) -> [Directive] {
        let end = now + (succeeded ? schedule.pollInterval : schedule.errorInterval)
        phase = .sleeping(until: end)
        return [.wake(at: end)]
    }

    private func moment(of instant: Instant) -> CalendarTime { epoch + (instant - .start) }
}

extension BackupSchedule {
    /// The window of one of the two things a scheduler starts.
    subscript(firing: BackupScheduler.Firing) -> RecurringWindow {
        firing == .fullBackup ? backupWindow : verificationWindow
    }
}
