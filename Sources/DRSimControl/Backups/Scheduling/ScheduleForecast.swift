package import DRSimPlan
package import DRSimUnits

/// The firings of a schedule over a stretch of days, without a world: how long things take is given.
///
/// Looks at the clock that start nothing are leapt over.
package struct ScheduleForecast: Sequence, IteratorProtocol, Sendable {
    /// How long things take.
    package let durations: Durations
    private var scheduler: BackupScheduler
    private let end: Instant
    private var now = Instant.start
    private var running: Firing?
    private var backups = 0

    /// How long things take, and which backups fail.
    package struct Durations: Hashable, Sendable {
        /// What the loop adds to each of its sleeps.
        package var loopOverhead: Span
        /// A full backup.
        package var backup: Span
        /// A verification.
        package var verification: Span
        /// Every how manieth backup fails, counted from the first; `nil` if none does.
        package var failEvery: Int?

        /// Creates durations.
        package init(loopOverhead: Span, backup: Span, verification: Span, failEvery: Int? = nil) {
            precondition(failEvery ?? 1 > 0, "no backup is the \(failEvery ?? 1)th")
            (self.loopOverhead, self.backup) = (loopOverhead, backup)
            (self.verification, self.failEvery) = (verification, failEvery)
        }
    }

    /// Something the scheduler started.
    package struct Firing: Hashable, Sendable {
        /// When.
        package var moment: CalendarTime
        /// What.
        package var kind: BackupScheduler.Firing
        /// Whether it failed.
        package var failed: Bool

        /// Creates a firing.
        package init(moment: CalendarTime, kind: BackupScheduler.Firing, failed: Bool) {
            (self.moment, self.kind, self.failed) = (moment, kind, failed)
        }
    }

    /// Creates the forecast of a scheduler that looks at the clock first at `start`; what would begin
    /// `length` after that or later is not in it.
    package init(
        _ schedule: BackupSchedule, from start: CalendarTime, for length: Span, _ durations: Durations,
        remembering deadlines: BackupDeadlines? = nil
    ) {
        scheduler = BackupScheduler(schedule: schedule, epoch: start, remembering: deadlines)
        end = .start + length
        self.durations = durations
    }

    /// The next firing.
    package mutating func next() -> Firing? {
        var directives = running.map { end($0) } ?? []
        running = nil
        while true {
            switch directives.first {
            case .start(let kind): return now < end ? begin(kind) : nil
            case .wake(let instant): now = instant + durations.loopOverhead
            case nil: break
            }
            leap()
            guard now < end else { return nil }
            directives = scheduler.handle(.timer, at: now)
        }
    }

    /// Goes to the first look at the clock that could start something, a whole number of looks later.
    private mutating func leap() {
        guard let due = scheduler.quiet(from: now), due > now else { return }
        let period = (scheduler.schedule.pollInterval + durations.loopOverhead).milliseconds
        let looks = ((due - now).milliseconds - 1) / period + 1
        now = now + Span(milliseconds: looks * period)
    }

    private mutating func begin(_ kind: BackupScheduler.Firing) -> Firing {
        if kind == .fullBackup { backups += 1 }
        let firing = Firing(moment: scheduler.epoch + (now - .start), kind: kind, failed: fails(kind))
        running = firing
        return firing
    }

    /// Says that the last firing failed, whatever the durations say.
    package mutating func lastFailed() { running?.failed = true }

    private mutating func end(_ firing: Firing) -> [BackupScheduler.Directive] {
        now = now + (firing.kind == .fullBackup ? durations.backup : durations.verification)
        return scheduler.handle(.ended(succeeded: !firing.failed), at: now)
    }

    private func fails(_ kind: BackupScheduler.Firing) -> Bool {
        guard kind == .fullBackup, let failEvery = durations.failEvery else { return false }
        return backups % failEvery == 0
    }
}
