package import DRSimUnits

/// A fault of the backups: users notice nothing until a copy is needed.
package struct BackupFault: Hashable, Sendable {
    /// What is wrong.
    package var name: Name
    /// How long before the trial it already was so.
    package var since: Span

    /// What is wrong with backups; the names of the kinds in scenario files.
    package enum Name: String, CaseIterable, Sendable {
        /// Each dump's process is killed, and nobody is told unless the plan has somebody told (F39, F40).
        case jobFailing = "backup_job_failing"
        /// Dumps are made and cannot be restored, though each command succeeds.
        case silentlyCorrupt = "backup_silently_corrupt"
        /// Base backups are made and no database starts from them, though each is complete.
        case baseSilentlyCorrupt = "base_backup_silently_corrupt"
    }

    /// Creates a fault.
    package init(_ name: Name, since: Span = .zero) {
        (self.name, self.since) = (name, since)
    }
}
