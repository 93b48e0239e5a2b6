package import DRSimKernel

/// How large databases are and how fast copies of them are made and restored, from the plan's assumptions.
package struct RecoveryTimings: Hashable, Sendable {
    /// The room a database takes, in bytes (B8).
    package var databaseSize: Quantity
    /// How fast a base backup is made (B5).
    package var baseBackupRate: Quantity
    /// How fast a base backup is copied back (B5).
    package var baseRestoreRate: Quantity
    /// How fast another region's database is copied anew by one that is to follow it (B5).
    package var replicaRebuildRate: Quantity
    /// How fast archived log is fetched (B7).
    package var walFetchRate: Quantity
    /// How fast log is replayed (B7).
    package var walReplayRate: Quantity
    /// From a segment's end until it is in the archive (B4).
    package var archiveUpload: Quantity
    /// Until a snapshot is ready, or a volume made from one (A24, C12).
    package var snapshotReady: Quantity
    /// Until an empty database is there.
    package var emptyStart: Quantity
    /// How fast a dump is made (B6).
    package var dumpRate: Quantity
    /// How much smaller a dump is than its database.
    package var dumpRatio: Quantity
    /// How fast a dump is restored by one job (B6).
    package var restoreRate: Quantity
    /// How fast a dump is restored by several jobs (B6).
    package var parallelRestoreRate: Quantity

    /// Finds each under the name of its assumption.
    package init(_ quantity: (String) -> Quantity) {
        databaseSize = quantity("database_size")
        baseBackupRate = quantity("base_backup_rate")
        baseRestoreRate = quantity("base_restore_rate")
        replicaRebuildRate = quantity("replica_rebuild_rate")
        walFetchRate = quantity("wal_fetch_rate")
        walReplayRate = quantity("wal_replay_rate")
        archiveUpload = quantity("wal_archive_upload")
        snapshotReady = quantity("snapshot_ready")
        emptyStart = quantity("empty_database_start")
        dumpRate = quantity("dump_rate")
        dumpRatio = quantity("dump_ratio")
        restoreRate = quantity("dump_restore_rate")
        parallelRestoreRate = quantity("dump_restore_rate_parallel")
    }
}
