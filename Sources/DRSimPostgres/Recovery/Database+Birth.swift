import DRSimUnits

extension Database {
    /// Stands for the timeline of what holds no data yet.
    static let noTimeline = -1

    /// A database's being made: what from, how far that is.
    struct Birth: Hashable, Sendable {
        let bootstrap: Bootstrap
        var stage: BootstrapStage?
        var plan: RecoveryPlan?

        init(bootstrap: Bootstrap) {
            self.bootstrap = bootstrap
        }
    }

    /// What its first instance is made from; `nil` once it is there.
    package var bootstrap: Bootstrap? { birth?.bootstrap }
}

/// How far the first instance of a new database is.
package enum BootstrapStage: Hashable, Sendable {
    /// Data are copied, or an empty database is made.
    case restoring
    /// The log is fetched and replayed.
    case replaying
    /// The instance leaves recovery.
    case promoting
}

/// What a history was restored from.
package enum RestoreOrigin: Hashable, Sendable {
    /// Nothing: the database is empty.
    case nothing
    /// A base backup and the log after it.
    case backup
    /// A running database.
    case database
    /// A dump.
    case dump
}
