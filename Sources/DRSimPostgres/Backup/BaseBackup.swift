package import DRSimUnits

/// A physical copy of a database: with the log written since, every later state can be made from it.
package struct BaseBackup: Hashable, Sendable {
    /// What the object that asked for it is called.
    package let name: String
    /// The database it is of.
    package let database: DatabaseID
    /// How it was made, and where it is.
    package let method: Method
    /// The timeline that was written while it was made.
    package let timeline: Int
    /// The log is needed from here on.
    package let start: ByteCount
    /// When it was begun.
    package let began: Instant
    /// When it was complete; `nil` while it is being made.
    package internal(set) var ended: Instant?
    /// Whether no database starts from it, unknown to everybody until somebody tries.
    package internal(set) var isSpoilt = false
    /// Whether somebody threw it away.
    var isDiscarded = false

    /// How a base backup is made.
    package enum Method: Hashable, Sendable {
        /// Its files are copied to an object store.
        case objectStore(BackupPolicy)
        /// Its volumes are snapshotted; a snapshot stays in its region (C12).
        case snapshot(site: Int)
    }

    var isSnapshot: Bool {
        if case .snapshot = method { true } else { false }
    }
}
