package import DRSimUnits

/// A cache that a deployment keeps in memory: gone with its pods, empty when they are back, and filled again
/// by the requests it then cannot answer.
package struct Cache: Hashable, Sendable {
    /// Its name.
    package var id: CacheID
    /// What it holds.
    package var title: String
    /// The deployment that keeps it, of the same name in every region that has it.
    package var deployment: String
    /// The configuration key from which applications take its host, such as `REDIS_HOST`.
    package var hostKey: String
    /// How many times as much a request costs the services that use it while it is of no help.
    package var missLoad: Double
    /// The assumption that says how long it takes to be of help again.
    package var warmUp: AssumptionID
    /// Whether services that use it can do nothing without it.
    package var isRequired: Bool
    /// The store whose data are in it and nowhere else; `nil` where it holds copies only.
    package var store: StoreID?
    /// Where the document names it, or why it is assumed.
    package var source: String

    /// Creates a cache.
    package init(
        id: CacheID, title: String, deployment: String, hostKey: String, missLoad: Double,
        warmUp: AssumptionID, isRequired: Bool, store: StoreID? = nil, source: String
    ) {
        (self.id, self.title, self.deployment, self.hostKey) = (id, title, deployment, hostKey)
        (self.missLoad, self.warmUp, self.isRequired) = (missLoad, warmUp, isRequired)
        (self.store, self.source) = (store, source)
    }
}
