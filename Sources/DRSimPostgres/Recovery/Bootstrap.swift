package import DRSimUnits

/// What the first instance of a new database is made from.
package enum Bootstrap: Hashable, Sendable {
    /// Nothing: an empty database.
    case empty
    /// A base backup and the log after it (A19).
    case recovery(RecoverySource, RecoveryTarget)
    /// A running database of this name, as it is.
    case clone(of: DatabaseAddress)

    /// The word the operator puts into the name of the job that does it.
    package var job: String {
        switch self {
        case .empty: "initdb"
        case .recovery(.snapshots, _): "snapshot-recovery"
        case .recovery: "full-recovery"
        case .clone: "pgbasebackup"
        }
    }
}

/// Where a recovery finds its base backup and its log.
package enum RecoverySource: Hashable, Sendable {
    /// What a database left in an object store.
    case objectStore(BackupPolicy)
    /// The base backup of this name.
    case backup(String)
    /// Snapshots of volumes in the region, under the name of the backup that made them.
    case snapshots(String)
}

/// How far a recovery replays the log.
package enum RecoveryTarget: Hashable, Sendable {
    /// To its end.
    case latest
    /// To where the base backup is consistent.
    case immediate
    /// To an instant, with or without what was committed at it.
    case time(Instant, isExclusive: Bool)
    /// To a position of the log.
    case position(ByteCount)
}

/// Why a recovery cannot be made, in the words of the operator or of PostgreSQL.
package enum RecoveryFailure: Error, Hashable, Sendable, CustomStringConvertible {
    /// There is no base backup to begin with.
    case noBackup
    /// The log does not fit what the base backup of this name holds
    /// (https://github.com/pgbackrest/pgbackrest/issues/1782).
    case badBackup(String)
    /// The log ends before the point that was asked for.
    case logEndsBefore
    /// The object store does not give its objects out.
    case storeOutOfReach
    /// The database to be cloned does not answer.
    case noSource(String)
    /// Another database's log lies where a new one is to send its own, under this server's name.
    case archiveNotEmpty(String)

    package var description: String {
        switch self {
        case .noBackup: "no target backup found"
        case .badBackup(let name): "PANIC:  WAL contains references to invalid pages (base backup \(name))"
        case .logEndsBefore: "FATAL:  recovery ended before configured recovery target was reached"
        case .storeOutOfReach: "Error while restoring: can't connect to the object store"
        case .archiveNotEmpty(let name):
            "ERROR: WAL archive check failed for server \(name): Expected empty archive"
        case .noSource(let name): "pg_basebackup: error: connection to server at \"\(name)\" failed"
        }
    }
}
