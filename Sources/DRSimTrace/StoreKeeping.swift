package import DRSimUnits

/// What is left at the end of a trial of a store beside the database: the original, and the copies of it.
package struct StoreKeeping: Hashable, Sendable {
    /// The store.
    package var store: StoreID
    /// When the place of the original was lost, for good or for a while; `nil` if it never was.
    package var struckAt: Instant?
    /// What took it away.
    package var cause: FactID?
    /// Whether the original is there at the horizon.
    package var isThere: Bool
    /// The copies, newest first.
    package var copies: [Copy] = []

    /// A copy of a store.
    package struct Copy: Hashable, Sendable {
        /// The moment whose state it holds.
        package var takenAt: Instant
        /// Where it is: a bucket, or a region's snapshots.
        package var site: String
        /// Whether it can be read at the horizon.
        package var isAvailable: Bool

        /// Creates a copy.
        package init(takenAt: Instant, site: String, isAvailable: Bool) {
            (self.takenAt, self.site, self.isAvailable) = (takenAt, site, isAvailable)
        }
    }

    /// Creates a keeping without copies.
    package init(store: StoreID, struckAt: Instant?, cause: FactID?, isThere: Bool) {
        (self.store, self.struckAt, self.cause, self.isThere) = (store, struckAt, cause, isThere)
    }
}
