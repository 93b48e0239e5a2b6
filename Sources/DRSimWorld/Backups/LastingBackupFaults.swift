import DRSimPlan
import DRSimPostgres
import DRSimUnits

/// The faults of backups that have been on since before the trial.
struct LastingBackupFaults {
    /// Each with when it was mended; never where nobody was told.
    private(set) var all: [(fault: BackupFault, mendedAt: Instant)]

    /// Those of a scenario, none of them mended.
    init(_ blueprint: Blueprint) {
        all = blueprint.scenario.faults.compactMap { fault in
            guard case .backup(let backup) = fault.kind, backup.since > .zero else { return nil }
            return (backup, .never)
        }
    }

    /// Whether one of a kind was on.
    func isOn(_ name: BackupFault.Name, at instant: Instant) -> Bool {
        all.contains {
            $0.fault.name == name && .start - $0.fault.since <= instant && instant < $0.mendedAt
        }
    }

    /// Those of a kind that were on when they were noticed are mended some time after.
    mutating func mend(_ name: BackupFault.Name, noticedAt instant: Instant, after repair: Span) {
        for index in all.indices
        where all[index].fault.name == name && all[index].mendedAt == .never
            && .start - all[index].fault.since <= instant
        {
            all[index].mendedAt = instant + repair
        }
    }

    /// Whether no database starts from a base backup.
    func isBad(_ backup: BaseBackup) -> Bool {
        backup.ended.map { isOn(.baseSilentlyCorrupt, at: $0) } ?? false
    }

    /// The base backups that were made bad are so; who mended what made them so threw them away.
    func spoilBaseBackups(in databases: inout PostgresSystem) {
        databases.spoil { isBad($0) }
        let ends = all.filter { $0.fault.name == .baseSilentlyCorrupt }.map(\.mendedAt)
        if !ends.isEmpty, ends.allSatisfy({ $0 <= .start }) { databases.discardSpoiltBackups() }
    }
}
