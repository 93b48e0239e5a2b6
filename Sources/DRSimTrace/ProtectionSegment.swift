package import DRSimUnits

/// Whether what is written to a store also reaches a copy in another region, from an instant on and
/// until the store's next segment begins.
package struct ProtectionSegment: Hashable, Sendable {
    /// The store.
    package var store: StoreID
    /// Where the segment begins.
    package var from: Instant
    /// Whether there is such a copy.
    package var isProtected: Bool
    /// The fact that began it; `nil` for the segment with which a trial starts.
    package var cause: FactID?

    /// Creates a segment.
    package init(store: StoreID, from: Instant, isProtected: Bool, cause: FactID?) {
        (self.store, self.from) = (store, from)
        (self.isProtected, self.cause) = (isProtected, cause)
    }
}
