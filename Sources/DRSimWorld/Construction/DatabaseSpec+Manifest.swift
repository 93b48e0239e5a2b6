import DRSimDocument
import DRSimKubernetes
import DRSimPlan
import DRSimPostgres
import DRSimUnits

extension Blueprint {
    /// The databases of all clusters, the primary region's first: those others may receive from.
    func databaseSpecs(in clusters: [KubernetesCluster]) -> [DatabaseSpec] {
        guard let store = plan.stores.first(where: { $0.kind == .postgres }) else { return [] }
        let specs = clusters.enumerated().flatMap { site, cluster in
            cluster.databaseObjects.map { installed($0, site: site, in: cluster, store: store.id) }
        }
        return specs.filter { $0.source == nil } + specs.filter { $0.source != nil }
    }

    /// A database that has long been there: one that was cloned and does not follow went its own way.
    private func installed(
        _ object: JSONValue, site: Int, in cluster: KubernetesCluster, store: StoreID
    ) -> DatabaseSpec {
        var spec = databaseSpec(object, site: site, in: cluster, store: store)
        if object[path: "spec", "bootstrap", "pg_basebackup"] != nil, spec.source == nil {
            spec.copiedAt = .start - .rounding(seconds: plan.constant(.copyAge))
        }
        return spec
    }

    /// What a database's object says of it.
    func databaseSpec(
        _ object: JSONValue, site: Int, in cluster: KubernetesCluster, store: StoreID
    ) -> DatabaseSpec {
        let reference = ObjectReference(object)
        let zones = cluster.zoneNames
        var spec = DatabaseSpec(
            store: store, name: reference.name, namespace: reference.namespace, site: site,
            zones: (0..<object.instanceCount).map { zones.isEmpty ? nil : zones[$0 % zones.count] },
            source: plan.topology.replicaSource(of: object, in: site), copiedAt: nil,
            backup: object.backupPolicy)
        if let name = object[path: "spec", "bootstrap", "initdb", "database"]?.string {
            spec.application = name
        }
        return spec
    }
}

extension KubernetesCluster {
    /// The objects that declare databases.
    var databaseObjects: [JSONValue] {
        (try? objects(.databaseClusters, namespace: nil)) ?? []
    }
}

extension JSONValue {
    /// How many instances a database's object asks for, as far as the model runs them: a primary has at
    /// most a hundred standbys here.
    var instanceCount: Int { Int(min(self[path: "spec", "instances"]?.integer ?? 1, 101)) }

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
