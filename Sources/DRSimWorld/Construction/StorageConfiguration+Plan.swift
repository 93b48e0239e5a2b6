import DRSimCloud
import DRSimPlan
import DRSimUnits

extension StorageConfiguration {
    /// What a plan keeps data in.
    init(_ plan: Plan) {
        let storage = plan.storage
        let region = { (id: RegionID) in plan.topology.regions.firstIndex { $0.id == id } ?? 0 }
        self.init(
            buckets: storage.buckets.map { bucket in
                Bucket(
                    name: bucket.name, region: region(bucket.region), account: bucket.account,
                    isVersioned: bucket.isVersioned, lock: bucket.lock.map { Lock($0) },
                    defaultKey: bucket.key, replication: bucket.replication.map { Replication($0) })
            },
            keys: storage.keys.map { key in
                Key(
                    id: key.id, alias: key.alias, account: key.account, region: region(key.region),
                    replicas: key.replicas.map(region))
            },
            identities: storage.identities.map { identity in
                Identity(
                    name: identity.name, account: identity.account,
                    grants: identity.grants.map { .init(actions: $0.actions, resources: $0.resources) })
            },
            volumes: storage.volumes.map {
                Volume(id: $0.id, region: region($0.region), size: $0.size, claim: $0.claim)
            })
    }
}

extension StorageConfiguration.Lock {
    /// A lock of a plan.
    fileprivate init(_ lock: ObjectLock) {
        let mode: Mode = lock.mode == .compliance ? .compliance : .governance
        self.init(mode: mode, retention: lock.retention)
    }
}

extension StorageConfiguration.Replication {
    /// A rule of a plan.
    fileprivate init(_ rule: ReplicationRule) {
        self.init(
            target: rule.target, hasTimeControl: rule.hasTimeControl, replicaKey: rule.key,
            copiesDeleteMarkers: rule.copiesDeleteMarkers)
    }
}

extension StorageTimings {
    /// The timings of a plan.
    init(_ plan: Plan) {
        self.init(
            timedReplication: plan.quantity(.objectReplicationTimed),
            replication: plan.quantity(.objectReplication), snapshot: plan.quantity(.snapshot),
            snapshotCopyRate: plan.quantity(.snapshotCopyRate))
    }
}
