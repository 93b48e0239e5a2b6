import DRSimCloud
import DRSimDocument
import DRSimKernel
import DRSimKubernetes
import DRSimPostgres
import DRSimUnits
import OrderedCollections

extension CloudConfiguration {
    /// West and east with three zones and three nodes each; names that lead to the west.
    static var fixture: CloudConfiguration {
        let sizes = NodeGroupSizes(min: 1, max: 10, desired: 3)
        let group = NodeGroup(name: "workers", sizes: sizes, milliCPU: 8_000, memory: ByteCount(32 << 30))
        let regions = [("us-west-2", "west"), ("us-east-1", "east")].map { name, short in
            Region(
                name: name, zones: ["a", "b", "c"].map { name + $0 }, cluster: "erp-\(short)",
                loadBalancer: "lb.\(short).example.net", nodeGroups: [group])
        }
        let targets = [
            ("api", "lb.west.example.net"), ("app", "lb.west.example.net"), ("old", "lb.gone.net"),
        ]
        let records = targets.map { name, target in
            DNSRecord(name: "\(name).example.com", type: "CNAME", ttl: .seconds(300), value: target)
        }
        return CloudConfiguration(
            regions: regions, dns: HostedZone(id: "Z1", controlPlane: 1, records: records),
            storage: .fixture)
    }
}

extension StorageConfiguration {
    /// Backups in the west, in the east a vault that locks what it gets; a key of the west, one of both.
    static var fixture: StorageConfiguration {
        StorageConfiguration(
            buckets: [
                Bucket(name: "backups", region: 0, account: "111"),
                Bucket(name: "backups-east", region: 1, account: "111"),
                Bucket(
                    name: "vault", region: 1, account: "111", isVersioned: true,
                    lock: Lock(mode: .governance, retention: .days(30))),
            ],
            keys: [
                Key(id: "key-1", alias: "backups", account: "111", region: 0),
                Key(id: "mrk-1", account: "111", region: 0, replicas: [1]),
            ],
            identities: [
                Identity(
                    name: "reader", account: "111",
                    grants: [.init(actions: ["s3:Get*", "s3:List*"], resources: ["*"])])
            ],
            volumes: [Volume(id: "vol-1", region: 0, size: ByteCount(200_000_000_000))])
    }
}

extension CloudTimings {
    static let fixture = CloudTimings(
        nodeStart: .constant(200), dnsPropagation: .constant(40), shareByTTL: .all, shareByTTLPlus5: .all,
        shareByTTLPlus30: .all, tailEnd: .hours(1),
        capacity: CapacityTimings(refusal: 1, retry: .constant(1_200)),
        storage: StorageTimings(
            timedReplication: .constant(30), replication: .constant(900), snapshot: .constant(600),
            snapshotCopyRate: .constant(100e6))
    )
}

extension PostgresTimings {
    static let fixture = PostgresTimings(
        failoverAfterCrash: .constant(30), failoverAfterHang: .constant(40),
        failoverAfterNodeLoss: .constant(60),
        switchover: .constant(10), replicaClusterPromotion: .constant(20), lagInRegion: .constant(0.1),
        lagCrossRegion: .constant(1), standbyRejoin: .constant(60),
        recovery: .fixture)
}

extension RecoveryTimings {
    /// A database of 36 GB; dumps are made at 10 MB/s, and everything else at 100.
    static let fixture = RecoveryTimings { name in
        let values = ["database_size": 36e9, "dump_rate": 10e6, "dump_ratio": 0.25]
        return Quantity(AssumptionID(name), .constant(values[name] ?? (name.contains("rate") ? 100e6 : 10)))
    }
}

extension DatabaseSpec {
    static let orders = DatabaseSpec(
        store: "orders", name: "orders-db", namespace: "production", site: 0, zones: ["a", "b", "c"],
        source: nil, copiedAt: nil)
    static let copy = DatabaseSpec(
        store: "orders", name: "orders-copy", namespace: "recovery", site: 1, zones: ["a", "b"],
        source: DatabaseAddress("orders-db"), copiedAt: nil)
}

extension KubernetesCluster {
    init(name: String, context: String, start: CalendarTime) {
        self.init(
            KubernetesConfiguration(
                name: name, context: context, start: start, timings: KubernetesTimings { _ in .constant(5) },
                git: GitContent(folders: ["erp": [Manifests.deployment("backend", replicas: 2)]])))
    }

    mutating func join(_ node: DRSimCloud.Node, zone: String, draws: Draws) {
        var effects = Effects<KubernetesEvent, KubernetesFact>()
        nodeJoined(
            node.name, zone: zone, milliCPU: node.milliCPU, memory: node.memory, at: .start, draws: draws,
            effects: &effects)
    }

    mutating func install(_ objects: [JSONValue], draws: Draws) throws {
        var effects = Effects<KubernetesEvent, KubernetesFact>()
        for object in objects { _ = try install(object, at: .start, draws: draws, effects: &effects) }
    }

    /// The operator's pods of a database, the first its primary.
    mutating func createInstances(of spec: DatabaseSpec, draws: Draws) {
        var effects = Effects<KubernetesEvent, KubernetesFact>()
        for (index, zone) in spec.zones.enumerated() {
            let role = index == 0 ? "primary" : "replica"
            createPod(
                PodTemplate(
                    labels: [Self.clusterLabel: spec.name, Self.roleLabel: role], milliCPU: 500,
                    memory: ByteCount(1 << 30), zone: zone),
                named: "\(spec.name)-\(index + 1)", namespace: spec.namespace,
                owner: PodOwner(kind: "Cluster", name: spec.name), isWarm: true, at: .start, draws: draws,
                effects: &effects)
        }
    }
}
