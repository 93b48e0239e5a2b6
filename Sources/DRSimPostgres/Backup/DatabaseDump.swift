package import DRSimUnits

/// A logical copy of a database: what it held when the dump was begun. Log cannot be applied to it.
package struct DatabaseDump: Hashable, Sendable {
    /// The database it is of.
    package let database: DatabaseID
    /// The timeline it was read from.
    package let timeline: Int
    /// It holds everything up to here.
    package let position: ByteCount
    /// When it was begun, of which it is a consistent picture.
    package let began: Instant
    /// When it was complete.
    package let ended: Instant
    /// Its size, compressed.
    package let size: ByteCount
    /// Whether it cannot be restored, unknown to everybody until somebody tries.
    package internal(set) var isSpoilt = false
}

/// Names a dump by its index among those that were made.
package struct DumpID: Hashable, Sendable {
    /// The index.
    package let index: Int

    /// Creates an id.
    package init(_ index: Int) {
        self.index = index
    }
}
