package import DRSimUnits

/// What a cloud keeps data in at the start: buckets, keys, who reaches them, and volumes. Regions by
/// index.
package struct StorageConfiguration: Hashable, Sendable {
    /// The buckets of all regions and accounts.
    package var buckets: [Bucket]
    /// The encryption keys of all regions.
    package var keys: [Key]
    /// Who can ask for something, and what for.
    package var identities: [Identity]
    /// The block volumes that snapshots are taken of.
    package var volumes: [Volume]

    /// Creates a configuration.
    package init(
        buckets: [Bucket] = [], keys: [Key] = [], identities: [Identity] = [], volumes: [Volume] = []
    ) {
        (self.buckets, self.keys, self.identities, self.volumes) = (buckets, keys, identities, volumes)
    }

    /// A bucket of a region.
    package struct Bucket: Hashable, Sendable {
        /// The bucket's name, unique in all regions and accounts.
        package var name: String
        /// The index of its region.
        package var region: Int
        /// The number of the account that owns it.
        package var account: String
        /// Whether every version of an object is kept.
        package var isVersioned: Bool
        /// How long a version cannot be deleted; `nil` for a bucket without object lock.
        package var lock: Lock?
        /// The key objects are encrypted with where the request names none; `nil` for keys of the
        /// object store itself, which are always at hand.
        package var defaultKey: String?
        /// Where objects are copied to by the store itself.
        package var replication: Replication?

        /// Creates a bucket; object lock needs versions.
        package init(
            name: String, region: Int, account: String, isVersioned: Bool = false, lock: Lock? = nil,
            defaultKey: String? = nil, replication: Replication? = nil
        ) {
            precondition(lock == nil || isVersioned, "\(name) locks objects and keeps no versions")
            (self.name, self.region, self.account, self.isVersioned) = (name, region, account, isVersioned)
            (self.lock, self.defaultKey, self.replication) = (lock, defaultKey, replication)
        }
    }

    /// Object lock: the retention a bucket gives every new version.
    package struct Lock: Hashable, Sendable {
        /// Who may delete a version before its time.
        package var mode: Mode
        /// How long a version is kept.
        package var retention: Span

        /// Who may delete a version before its time.
        package enum Mode: String, CaseIterable, Hashable, Sendable {
            /// Whoever may bypass the retention and says so.
            case governance
            /// Nobody.
            case compliance
        }

        /// Creates a lock.
        package init(mode: Mode, retention: Span) {
            (self.mode, self.retention) = (mode, retention)
        }
    }

    /// A rule by which the store copies new versions to another bucket (C10).
    package struct Replication: Hashable, Sendable {
        /// The bucket they are copied to.
        package var target: String
        /// Whether replication time control makes it fast; otherwise best effort (C10).
        package var hasTimeControl: Bool
        /// The key that copies of objects under a key are encrypted with; without one such objects are
        /// not copied.
        package var replicaKey: String?
        /// Whether markers of deletion are copied; deletions of versions never are.
        package var copiesDeleteMarkers: Bool

        /// Creates a rule.
        package init(
            target: String, hasTimeControl: Bool = false, replicaKey: String? = nil,
            copiesDeleteMarkers: Bool = false
        ) {
            (self.target, self.hasTimeControl) = (target, hasTimeControl)
            (self.replicaKey, self.copiesDeleteMarkers) = (replicaKey, copiesDeleteMarkers)
        }
    }

    /// An encryption key: of one region, or, chosen when it was made, of several (C13).
    package struct Key: Hashable, Sendable {
        /// The key's id; that of a key of several regions begins with `mrk-`.
        package var id: String
        /// A name for it, without `alias/`.
        package var alias: String?
        /// The number of the account that owns it.
        package var account: String
        /// The index of the region it was made in.
        package var region: Int
        /// The regions it was replicated to.
        package var replicas: [Int]

        /// Creates a key.
        package init(
            id: String, alias: String? = nil, account: String, region: Int, replicas: [Int] = []
        ) {
            (self.id, self.alias, self.account) = (id, alias, account)
            (self.region, self.replicas) = (region, replicas)
        }
    }

    /// A block volume.
    package struct Volume: Hashable, Sendable {
        /// The volume's id.
        package var id: String
        /// The index of its region.
        package var region: Int
        /// Its size.
        package var size: ByteCount
        /// The claim it belongs to in the cluster, for those who look for it by that.
        package var claim: String?

        /// Creates a volume.
        package init(id: String, region: Int, size: ByteCount, claim: String? = nil) {
            (self.id, self.region, self.size, self.claim) = (id, region, size, claim)
        }
    }
}
