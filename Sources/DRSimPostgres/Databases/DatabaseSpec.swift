package import DRSimUnits

/// What a database is made from: the parts of its `Cluster` object the model uses.
package struct DatabaseSpec: Hashable, Sendable {
    /// The kind of the object that declares a database.
    package static let kind = "Cluster"

    /// The store whose data it holds.
    package var store: StoreID
    /// The object's name.
    package var name: String
    /// Its namespace.
    package var namespace: String
    /// The index of its region.
    package var site: Int
    /// The name of the application's database, where it is made empty; a copy has that of its origin.
    package var application = "app"
    /// The zones its instances are bound to, one for each instance.
    package var zones: [String?]
    /// Where the database is that it receives from; `nil` for one of its own.
    package var source: DatabaseAddress?
    /// When it was copied from the store's first database, for one that no longer follows it.
    package var copiedAt: Instant?
    /// Where its base backups and its log go; `nil` where nobody said.
    package var backup: BackupPolicy?

    /// Creates a specification.
    package init(
        store: StoreID, name: String, namespace: String, site: Int, zones: [String?],
        source: DatabaseAddress?,
        copiedAt: Instant?, backup: BackupPolicy? = nil
    ) {
        (self.store, self.name, self.namespace, self.site) = (store, name, namespace, site)
        (self.zones, self.source, self.copiedAt) = (zones, source, copiedAt)
        self.backup = backup
    }
}
