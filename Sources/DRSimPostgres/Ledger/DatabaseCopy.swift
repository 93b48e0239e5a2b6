package import DRSimUnits

/// A copy of a store and how far it reaches.
package struct DatabaseCopy: Hashable, Sendable {
    /// The database that holds it.
    package let database: DatabaseID
    /// The timeline it follows.
    package let timeline: Int
    /// How far it reaches.
    package let position: ByteCount
    /// Whether its region is up. The volume of an instance that is down is still there.
    package let isAvailable: Bool
}
