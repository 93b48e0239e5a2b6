import DRSimKubernetes
import DRSimPlan
import DRSimPostgres
import DRSimShell

/// What the cluster of a region has for the users of each service, whoever comes and whatever its databases
/// do: read from objects and pods, and again only after they changed, because every event asks.
struct SiteServing: Sendable {
    /// The cluster's revision at which it was read.
    private let revision: Int
    /// The databases there were.
    private let databaseCount: Int
    /// For each service of the plan, in its order.
    let services: [ServiceServing]

    /// What the cluster has for one service.
    struct ServiceServing: Sendable {
        /// Whether the ingress leads the service's users to one of its deployments.
        let isRouted: Bool
        /// The ready pods of each workload.
        let readyPods: [Int]
        /// The databases of the region that the pods are configured for, writable or not.
        let databases: [DatabaseID]
    }

    init(of region: Int, in world: World) {
        let cluster = world.infrastructure.clusters[region]
        let namespace = world.blueprint.regions[region].cluster.namespace
        let databases = world.infrastructure.databases.databases
        let local = databases.indices.filter { databases[$0].spec.site == region }
            .map { (id: DatabaseID($0), spec: databases[$0].spec) }
        let stores = world.blueprint.plan.stores
        (revision, databaseCount) = (cluster.servingRevision, databases.count)
        services = world.blueprint.plan.services.map { service in
            let keys = stores.filter { service.stores.contains($0.id) }.map(\.hostKey)
            return ServiceServing(
                isRouted: cluster.routes(service),
                readyPods: service.workloads.map {
                    cluster.readyPods(deployment: $0.deployment, namespace: namespace)
                },
                databases: local.filter { database in
                    keys.allSatisfy { cluster.leads(service, $0, to: database.spec, from: namespace) }
                }.map(\.id))
        }
    }

    /// Whether reading it again would give the same.
    func isCurrent(of region: Int, in world: World) -> Bool {
        world.infrastructure.clusters[region].servingRevision == revision
            && world.infrastructure.databases.databases.count == databaseCount
    }
}

extension KubernetesCluster {
    /// Whether the ingress leads a service's users to one of its deployments.
    fileprivate func routes(_ service: Service) -> Bool {
        guard let path = service.path else { return true }
        guard let name = deployment(behind: service.host, path: path) else { return false }
        return service.workloads.isEmpty || service.workloads.contains { $0.deployment == name }
    }

    /// Whether a service's running pods are configured for a database's read-write service.
    func leads(
        _ service: Service, _ key: String, to spec: DatabaseSpec, from namespace: String
    ) -> Bool {
        guard let deployment = service.workloads.first?.deployment else { return false }
        return configuration(ofDeployment: deployment, namespace: namespace, key: key).contains { use in
            guard let host = use.value, let target = primaryDatabase(behind: host, from: namespace) else {
                return false
            }
            return target.name == spec.name && target.namespace == spec.namespace
        }
    }
}
