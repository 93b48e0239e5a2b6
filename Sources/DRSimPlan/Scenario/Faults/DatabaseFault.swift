package import DRSimUnits

/// A fault of the database that applications write to in a region; `context` names the region's
/// Kubernetes cluster.
package enum DatabaseFault: Hashable, Sendable {
    /// The primary's postgres process crashes.
    case crash(context: String)
    /// The primary's postgres process hangs.
    case hang(context: String)
    /// Every postgres process of it crashes as soon as it is started.
    case crashLoop(context: String)
    /// Whatever receives from it falls behind by this much.
    case lagSurge(context: String, lag: Span)
    /// The primary's volume for the write-ahead log is full.
    case walDiskFull(context: String)
    /// Its log no longer reaches its archive.
    case archiveBroken(context: String)
    /// The operator of its cluster does not work: nobody fails over.
    case operatorLost(context: String)
    /// The API server of its cluster does not answer; pods and databases go on without it.
    case controlPlaneDown(context: String)
    /// Its data are spoilt.
    case damage(DataDamage, context: String)

    /// The names of the kinds in scenario files.
    package enum Name: String, CaseIterable, Sendable {
        case crash = "database_crash"
        case hang = "database_hang"
        case crashLoop = "database_crash_loop"
        case lagSurge = "replication_lag_surge"
        case walDiskFull = "wal_disk_full"
        case archiveBroken = "wal_archive_broken"
        case operatorLost = "database_operator_lost"
        case controlPlaneDown = "kubernetes_api_down"
        case corruption = "data_corruption"
        case deletion = "accidental_deletion"
        case migration = "bad_migration"
    }

    /// The name of the kind.
    package var name: Name {
        switch self {
        case .crash: .crash
        case .hang: .hang
        case .crashLoop: .crashLoop
        case .lagSurge: .lagSurge
        case .walDiskFull: .walDiskFull
        case .archiveBroken: .archiveBroken
        case .operatorLost: .operatorLost
        case .controlPlaneDown: .controlPlaneDown
        case .damage(let damage, _):
            switch damage.kind {
            case .corruption: .corruption
            case .deletion: .deletion
            case .migration: .migration
            }
        }
    }

    /// The context of the cluster whose database breaks.
    package var context: String {
        switch self {
        case .crash(let context), .hang(let context), .crashLoop(let context), .lagSurge(let context, _),
            .walDiskFull(let context), .archiveBroken(let context), .operatorLost(let context),
            .controlPlaneDown(let context), .damage(_, let context):
            context
        }
    }
}

/// What spoils data, and how much of them.
package struct DataDamage: Hashable, Sendable {
    /// What it is.
    package var kind: Kind
    /// The share of answers that are wrong from then on.
    package var share: Share
    /// Whether nothing reports that answers are wrong.
    package var isSilent: Bool

    /// What spoils data.
    package enum Kind: Hashable, Sendable {
        /// Values are wrong.
        case corruption
        /// Rows or tables are gone.
        case deletion
        /// The schema no longer fits what reads and writes it.
        case migration
    }

    /// Creates a damage.
    package init(_ kind: Kind, share: Share, isSilent: Bool = false) {
        (self.kind, self.share, self.isSilent) = (kind, share, isSilent)
    }
}
