package import DRSimPlan
package import DRSimUnits

/// What a scheduler that works by deadlines remembers, restarts included: when the next backup and the
/// next verification are due.
package struct BackupDeadlines: Hashable, Sendable {
    /// When the next backup is due.
    package internal(set) var backup: CalendarTime
    /// When the next verification is due.
    package internal(set) var verification: CalendarTime
    /// How often the backup that is due has failed.
    var failures = 0

    /// What a scheduler knows that has met every deadline before a moment.
    package init(_ schedule: BackupSchedule, metBefore moment: CalendarTime) {
        backup = schedule.backupWindow.nextOpening(notBefore: moment)
        verification = schedule.verificationWindow.nextOpening(notBefore: moment)
    }

    /// The first deadlines of a scheduler that begins at a moment and remembers nothing: it makes up for
    /// what came due on that day.
    init(_ schedule: BackupSchedule, beginningAt moment: CalendarTime) {
        self.init(schedule, metBefore: moment.midnight)
    }

    /// The deadline of one of the two.
    package internal(set) subscript(firing: BackupScheduler.Firing) -> CalendarTime {
        get { firing == .fullBackup ? backup : verification }
        set {
            switch firing {
            case .fullBackup: backup = newValue
            case .verification: verification = newValue
            }
        }
    }
}
