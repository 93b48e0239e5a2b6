import DRSimPlan
import DRSimTrace
import DRSimUnits

extension World {
    /// Lets backups fail or go bad, or no longer; faults are counted. What had been so before the trial and
    /// was mended before it stays mended.
    mutating func apply(_ fault: BackupFault, isStriking: Bool, cause: FactID?) {
        let count = isStriking ? 1 : -1
        switch fault.name {
        case .jobFailing: backups.afflictions.failing += count
        case .silentlyCorrupt: backups.afflictions.corrupting += count
        }
        guard isStriking else { return }
        backups.afflictions.cause = cause
        awaitDiscoveryOfBackups(cause: cause)
        guard fault.since == .zero else { return }
        (backups.afflictions.isMended, backups.afflictions.isNoticed) = (false, false)
    }

    /// What a fault of the backups struck.
    func words(for fault: BackupFault) -> String {
        let words =
            switch fault.name {
            case .jobFailing: "the process that dumps the database is killed each time"
            case .silentlyCorrupt: "dumps are made that cannot be restored"
            }
        guard fault.since > .zero else { return words }
        return words + ", as it has been for \(fault.since)"
            + (backups.afflictions.isMended ? " until somebody mended it" : "")
    }
}
