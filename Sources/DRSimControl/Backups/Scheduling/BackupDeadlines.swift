import DRSimPlan
package import DRSimUnits

/// What a scheduler that works by deadlines remembers, restarts included: when the next backup and the
/// next verification are due.
package struct BackupDeadlines: Hashable, Sendable {
    /// When the next backup is due.
    package internal(set) var backup: CalendarTime
    /// When the next verification is due.
    package internal(set) var verification: CalendarTime

    /// The first deadlines of a scheduler that begins at a moment and remembers nothing.
    init(_ schedule: BackupSchedule, notBefore moment: CalendarTime) {
        backup = schedule.backupWindow.nextOpening(notBefore: moment)
        verification = schedule.verificationWindow.nextOpening(notBefore: moment)
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
