package import DRSimUnits

/// What the plan keeps data in, and who reaches it.
package struct StoragePlan: Hashable, Sendable {
    /// The buckets of all regions and accounts.
    package var buckets: [Bucket]
    /// The encryption keys.
    package var keys: [EncryptionKey]
    /// Who has credentials.
    package var identities: [StorageIdentity]
    /// The block volumes that are not the databases'.
    package var volumes: [Volume]
    /// The identity the controller's commands use; `nil` for one that may do everything.
    package var controllerIdentity: String?
    /// The identity people's commands use; `nil` for one that may do everything.
    package var peopleIdentity: String?

    /// Creates a storage plan.
    package init(
        buckets: [Bucket] = [], keys: [EncryptionKey] = [], identities: [StorageIdentity] = [],
        volumes: [Volume] = [], controllerIdentity: String? = nil, peopleIdentity: String? = nil
    ) {
        (self.buckets, self.keys, self.identities, self.volumes) = (buckets, keys, identities, volumes)
        (self.controllerIdentity, self.peopleIdentity) = (controllerIdentity, peopleIdentity)
    }

    /// The bucket with this name.
    package func bucket(_ name: String) -> Bucket? { buckets.first { $0.name == name } }

    /// A bucket.
    package struct Bucket: Hashable, Sendable {
        /// The bucket's name.
        package var name: String
        /// Its region.
        package var region: RegionID
        /// The number of the account that owns it.
        package var account: String
        /// Whether every version of an object is kept.
        package var isVersioned: Bool
        /// How long versions are locked.
        package var lock: ObjectLock?
        /// The key objects are encrypted with where nothing else is said.
        package var key: String?
        /// Where the store itself copies objects to.
        package var replication: ReplicationRule?
        /// Where it stands in the document.
        package var source: String

        /// Creates a bucket.
        package init(
            name: String, region: RegionID, account: String, isVersioned: Bool, lock: ObjectLock?,
            key: String?, replication: ReplicationRule?, source: String
        ) {
            (self.name, self.region, self.account, self.isVersioned) = (name, region, account, isVersioned)
            (self.lock, self.key, self.replication, self.source) = (lock, key, replication, source)
        }
    }

    /// A block volume that a claim of the cluster holds.
    package struct Volume: Hashable, Sendable {
        /// The volume's id.
        package var id: String
        /// Its region.
        package var region: RegionID
        /// The claim.
        package var claim: String
        /// Its size.
        package var size: ByteCount
        /// Where it stands in the document.
        package var source: String

        /// Creates a volume.
        package init(id: String, region: RegionID, claim: String, size: ByteCount, source: String) {
            (self.id, self.region, self.claim, self.size) = (id, region, claim, size)
            self.source = source
        }
    }
}

/// How long a bucket locks what is stored in it.
package struct ObjectLock: Hashable, Sendable {
    /// Who may delete before the time is over.
    package var mode: Mode
    /// How long.
    package var retention: Span

    /// Who may delete before the time is over.
    package enum Mode: String, CaseIterable, Sendable {
        /// Those who may bypass the lock.
        case governance
        /// Nobody.
        case compliance
    }

    /// Creates a lock.
    package init(mode: Mode, retention: Span) {
        (self.mode, self.retention) = (mode, retention)
    }
}

/// A rule by which the object store copies objects to another bucket.
package struct ReplicationRule: Hashable, Sendable {
    /// The bucket they are copied to.
    package var target: String
    /// Whether replication time control makes it fast (C10).
    package var hasTimeControl: Bool
    /// The key copies of objects under a key are encrypted with.
    package var key: String?
    /// Whether markers of deletion are copied.
    package var copiesDeleteMarkers: Bool

    /// Creates a rule.
    package init(target: String, hasTimeControl: Bool, key: String?, copiesDeleteMarkers: Bool) {
        (self.target, self.hasTimeControl) = (target, hasTimeControl)
        (self.key, self.copiesDeleteMarkers) = (key, copiesDeleteMarkers)
    }
}

/// An encryption key of one region, or of several (C13).
package struct EncryptionKey: Hashable, Sendable {
    /// The key's id.
    package var id: String
    /// A name for it.
    package var alias: String?
    /// The number of the account that owns it.
    package var account: String
    /// The region it was made in.
    package var region: RegionID
    /// The regions it was replicated to.
    package var replicas: [RegionID]
    /// Where it stands in the document.
    package var source: String

    /// Creates a key.
    package init(
        id: String, alias: String?, account: String, region: RegionID, replicas: [RegionID],
        source: String
    ) {
        (self.id, self.alias, self.account) = (id, alias, account)
        (self.region, self.replicas, self.source) = (region, replicas, source)
    }
}

/// Somebody with credentials of the cloud.
package struct StorageIdentity: Hashable, Sendable {
    /// The identity's name.
    package var name: String
    /// The number of its account.
    package var account: String
    /// What it may do.
    package var grants: [Grant]
    /// Where it stands in the document.
    package var source: String

    /// Actions that may be done to resources.
    package struct Grant: Hashable, Sendable {
        /// The actions, such as `s3:GetObject`; a star at the end stands for anything.
        package var actions: [String]
        /// Names of buckets and ids of keys; `*` for all of the identity's own account.
        package var resources: [String]

        /// Creates a grant.
        package init(actions: [String], resources: [String]) {
            (self.actions, self.resources) = (actions, resources)
        }
    }

    /// Creates an identity.
    package init(name: String, account: String, grants: [Grant], source: String) {
        (self.name, self.account, self.grants, self.source) = (name, account, grants, source)
    }
}
