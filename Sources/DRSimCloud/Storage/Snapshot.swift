package import DRSimUnits

/// A snapshot of a block volume: of one region, unless it is copied (C12).
package struct Snapshot: Hashable, Sendable {
    /// The snapshot's id.
    package let id: String
    /// The id of the volume it was taken of.
    package let volume: String
    /// The index of its region.
    package let region: Int
    /// The index of the region it was copied from; `nil` for one that was taken.
    let copiedFrom: Int?
    /// The volume's size.
    package let size: ByteCount
    /// The instant whose state it holds.
    package let startedAt: Instant
    /// Whose state that is, by the owner's number.
    package internal(set) var content: ObjectContent
    /// The key it is encrypted with.
    package let key: String?
    /// What was said of it.
    package let text: String
    /// How far it is.
    package internal(set) var state: State

    /// How far a snapshot is.
    package enum State: String, Hashable, Sendable {
        /// It is being written.
        case pending
        /// It can be restored and copied.
        case completed
        /// It was not completed, its region or the one it was copied from being lost, and never will be.
        case error
    }
}
