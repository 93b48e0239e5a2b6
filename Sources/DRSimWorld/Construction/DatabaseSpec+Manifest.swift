import DRSimDocument
import DRSimKubernetes
import DRSimPlan
import DRSimPostgres
import DRSimUnits

extension Blueprint {
    /// How much of the past the ledgers hold.
    static let historyLength = Span.days(30)

    /// What was written in that time, at the mean load of the day.
    var historyBytes: ByteCount {
        let mean = plan.load.hours.reduce(Share.none, +).fraction / Double(plan.load.hours.count)
        let rate = plan.load.peakTransactionsPerSecond * Double(plan.load.walPerTransaction.bytes) * mean
        return ByteCount(Int64((rate * Self.historyLength.inSeconds).rounded(.toNearestOrEven)))
    }

    /// The databases of all clusters, the primary region's first: those others may receive from.
    func databaseSpecs(in clusters: [KubernetesCluster]) -> [DatabaseSpec] {
        guard let store = plan.stores.first(where: { $0.kind == .postgres }) else { return [] }
        let specs = clusters.enumerated().flatMap { site, cluster in
            cluster.databaseObjects.map { spec(of: $0, site: site, in: cluster, store: store.id) }
        }
        return specs.filter { $0.source == nil } + specs.filter { $0.source != nil }
    }

    private func spec(
        of object: JSONValue, site: Int, in cluster: KubernetesCluster, store: StoreID
    ) -> DatabaseSpec {
        let reference = ObjectReference(object)
        let zones = cluster.zoneNames
        let isCopy = object[path: "spec", "bootstrap", "pg_basebackup"] != nil
        let source = object.replicaSource
        return DatabaseSpec(
            store: store, name: reference.name, namespace: reference.namespace, site: site,
            zones: (0..<object.instanceCount).map { zones.isEmpty ? nil : zones[$0 % zones.count] },
            source: source,
            copiedAt: isCopy && source == nil
                ? .start - .rounding(seconds: plan.constant(.copyAge)) : nil)
    }
}

extension KubernetesCluster {
    /// The objects that declare databases.
    var databaseObjects: [JSONValue] {
        guard let type = resourceType(named: "clusters.postgresql.cnpg.io") else { return [] }
        return (try? objects(type, namespace: nil)) ?? []
    }
}

extension JSONValue {
    /// How many instances a database's object asks for.
    var instanceCount: Int { Int(self[path: "spec", "instances"]?.integer ?? 1) }

    /// The database it is to receive from, if it is to be a replica cluster at present.
    var replicaSource: String? {
        guard let replica = self[path: "spec", "replica"], replica["enabled"]?.bool == true else {
            return nil
        }
        return replica["source"]?.string
    }

    /// Whether all its instances are fenced by the operator's annotation (A23).
    var isFenced: Bool {
        self[path: "metadata", "annotations", "cnpg.io/fencedInstances"]?.string?.contains("*") ?? false
    }

    /// The CPU its instances request, in thousandths of a core.
    var requestedMilliCPU: Int64 {
        ResourceQuantity.milliCPU(self[path: "spec", "resources", "requests", "cpu"])
    }

    /// The memory its instances request.
    var requestedMemory: ByteCount {
        ResourceQuantity.memory(self[path: "spec", "resources", "requests", "memory"])
    }
}

extension PostgresTimings {
    /// The timings of a plan.
    init(_ plan: Plan) {
        self.init(
            failoverAfterCrash: plan.quantity(.failoverAfterCrash),
            failoverAfterHang: plan.quantity(.failoverAfterHang),
            failoverAfterNodeLoss: plan.quantity(.failoverAfterNodeLoss),
            switchover: plan.quantity(.switchover),
            replicaClusterPromotion: plan.quantity(.replicaClusterPromotion),
            lagInRegion: plan.quantity(.lagInRegion),
            lagCrossRegion: plan.quantity(.lagCrossRegion),
            standbyRejoin: plan.quantity(.standbyRejoin))
    }
}
