import DRSimDocument
import DRSimPlan
import DRSimUnits

/// Whether the parts of a plan fit together and into the model: what it cannot do is refused, not ignored.
struct PlanCoherence {
    private let plan: Plan
    private let tree: DocumentNode

    init(_ plan: Plan, tree: DocumentNode) {
        (self.plan, self.tree) = (plan, tree)
    }

    /// What does not fit.
    var diagnostics: [Diagnostic] {
        furtherDatabases + furtherClusters + homelessStores + orphanedReplicas + missingRecoveryRegion
            + unwritableLoad
    }

    /// The ledger of writes is that of one store.
    private var furtherDatabases: [Diagnostic] {
        let places = plan.stores.indices.filter { plan.stores[$0].kind == .postgres }
        return places.dropFirst().map { index in
            Diagnostic(
                .invalidValue, "`\(plan.stores[index].id)` is a second database, and the model has one",
                at: place(ofStore: index),
                help: "keep the one whose loss hurts most; services of the other can name it instead")
        }
    }

    /// A region has one database cluster from the start; what a restore adds comes later.
    private var furtherClusters: [Diagnostic] {
        plan.topology.regions.flatMap { region in
            databases(in: region.cluster.context).dropFirst().map { manifest in
                let name = manifest.object.databaseName
                return Diagnostic(
                    .invalidValue,
                    "`\(name)` is a second database cluster in `\(region.cluster.context)`, "
                        + "and the model has one a region",
                    at: manifest.position, help: "leave one `Cluster` in manifests/installed")
            }
        }
    }

    /// Services whose store runs nowhere would never be served, and so never be missed.
    private var homelessStores: [Diagnostic] {
        guard let primary = plan.topology.primary?.cluster.context, databases(in: primary).isEmpty,
            let index = plan.stores.firstIndex(where: { $0.kind == .postgres })
        else { return [] }
        return [
            Diagnostic(
                .invalidValue, "no database keeps `\(plan.stores[index].id)` in the primary region",
                at: place(ofStore: index),
                help: "put a `Cluster` of postgresql.cnpg.io into manifests/installed/\(primary)")
        ]
    }

    /// A replica cluster whose source is no database of the plan would be a second one that takes writes.
    private var orphanedReplicas: [Diagnostic] {
        let contexts = plan.topology.regions.map(\.cluster.context)
        return contexts.indices.flatMap { region in
            databases(in: contexts[region]).compactMap { manifest in
                guard let source = plan.topology.replicaSource(of: manifest.object, in: region),
                    !contexts.indices.contains(where: { isThere(source, in: $0, of: contexts) })
                else { return nil }
                return Diagnostic(
                    .invalidValue,
                    "the source of the replica cluster `\(manifest.object.databaseName)` leads to "
                        + "`\(source.name)`, which is no database of the plan",
                    at: manifest.position,
                    help: "let the `host` of that entry of `externalClusters` be the read-write service of "
                        + "an installed `Cluster`, as NAME-rw.NAMESPACE.DOMAIN")
            }
        }
    }

    private func isThere(_ address: DatabaseAddress, in region: Int, of contexts: [String]) -> Bool {
        databases(in: contexts[region]).contains { manifest in
            let namespace = manifest.object[path: "metadata", "namespace"]?.string ?? ""
            return address.leads(to: manifest.object.databaseName, namespace: namespace, site: region)
        }
    }

    private var missingRecoveryRegion: [Diagnostic] {
        guard plan.topology.recovery == nil else { return [] }
        let settings = [
            ("location", plan.controller.location == .recovery),
            ("replica_database", plan.controller.replicaDatabase == .recovery),
        ]
        return settings.filter(\.1).map { key, _ in
            Diagnostic(
                .invalidValue, "`\(key)` is `dr`, but no region has the role `dr`",
                at: tree["controller"]?[key]?.position)
        }
    }

    /// Beyond a gigabyte of log a second no database takes what it is sent, and its history cannot be kept.
    private var unwritableLoad: [Diagnostic] {
        let load = plan.load
        let rate = load.peakTransactionsPerSecond * Double(load.walPerTransaction.bytes)
        guard rate > 1e9 else { return [] }
        let node = tree["topology"]?["load"]?["wal_per_transaction"]
        return [
            Diagnostic(
                .outOfRange, "the peak load writes more than 1GB of write-ahead log a second",
                at: node?.position, length: node?.width ?? 1,
                help: "lower `peak_transactions_per_second` or `wal_per_transaction`")
        ]
    }

    private func databases(in context: String) -> [Manifest] {
        plan.manifests.filter { manifest in
            manifest.origin == .installed(context: context) && manifest.object["kind"]?.string == "Cluster"
                && manifest.object["apiVersion"]?.string?.hasPrefix("postgresql.cnpg.io/") == true
        }
    }

    private func place(ofStore index: Int) -> SourcePosition? {
        tree["services"]?["stores"]?.items?[index].position
    }
}

extension JSONValue {
    /// The name of the object that declares a database.
    fileprivate var databaseName: String { self[path: "metadata", "name"]?.string ?? "" }
}
