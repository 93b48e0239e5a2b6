import DRSimKubernetes
import DRSimPlan
import DRSimPostgres
import DRSimShell

/// What the cluster of a region has for the users of each service, whoever comes and whatever its databases
/// do: read from objects and pods, and again only after they changed, because every event asks.
struct SiteServing: Sendable {
    /// The revisions at which the clusters it was read from were: its own, and those of other regions whose
    /// services pods here can reach.
    private let revisions: [Int]
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
        /// The databases of any region that the pods are configured for, writable or not; none of a service
        /// that has no stores.
        let databases: [DatabaseID]
        /// The caches of the plan that the pods are configured for, by their places in the plan.
        let caches: [Int]
    }

    // A function, since what is given to an initializer is copied, and every event asks.
    private static func read(of region: Int, in world: World) -> SiteServing {
        let cluster = world.infrastructure.clusters[region]
        let namespace = world.blueprint.regions[region].cluster.namespace
        let databases = world.infrastructure.databases.databases
        let directory = ServiceDirectory(
            of: region, among: world.infrastructure.clusters,
            world.blueprint.regions.map(\.cluster.domain))
        let known = databases.indices.filter { directory.reaches(databases[$0].spec.site) }
        let (stores, caches) = (world.blueprint.plan.stores, world.blueprint.plan.caches)
        let services = world.blueprint.plan.services.enumerated().map { index, service in
            let needed = world.blueprint.databaseStores[index]
            let hosts = stores.filter { needed.contains($0.id) }.map {
                cluster.hosts(of: service, under: $0.hostKey, in: namespace)
            }
            return ServiceServing(
                isRouted: cluster.routes(service),
                readyPods: service.workloads.map {
                    cluster.readyPods(deployment: $0.deployment, namespace: namespace)
                },
                databases: known.filter { index in
                    !hosts.isEmpty
                        && hosts.allSatisfy { hosts in
                            hosts.contains { directory.leads($0, from: namespace, to: databases[index].spec) }
                        }
                }.map { DatabaseID($0) },
                caches: caches.indices.filter { index in
                    cluster.hosts(of: service, under: caches[index].hostKey, in: namespace).contains {
                        cluster.deployment(behindService: $0, from: namespace)?.name
                            == caches[index].deployment
                    }
                })
        }
        return SiteServing(
            revisions: revisions(of: region, in: world), databaseCount: databases.count, services: services)
    }

    /// Whether anybody's pods are configured for a database.
    func uses(_ database: DatabaseID) -> Bool { services.contains { $0.databases.contains(database) } }

    private static func revisions(of region: Int, in world: World) -> [Int] {
        world.blueprint.regions.indices.map { other in
            other == region || world.blueprint.regions[other].cluster.domain != nil
                ? world.infrastructure.clusters[other].servingRevision : 0
        }
    }

    /// Whether reading it again would give the same.
    private func isCurrent(of region: Int, in world: World) -> Bool {
        Self.revisions(of: region, in: world) == revisions
            && world.infrastructure.databases.databases.count == databaseCount
    }
}

extension SiteServing {
    /// What the cluster of a region has, as it was read last if nothing changed since.
    static func current(of region: Int, in world: World) -> SiteServing {
        if let site = world.sites[region], site.isCurrent(of: region, in: world) { return site }
        return read(of: region, in: world)
    }
}

extension KubernetesCluster {
    /// Whether the ingress leads a service's users to one of its deployments.
    fileprivate func routes(_ service: Service) -> Bool {
        guard let path = service.path else { return true }
        guard let name = deployment(behind: service.host, path: path) else { return false }
        return service.workloads.isEmpty || service.workloads.contains { $0.deployment == name }
    }

    /// The hosts that a service's running pods are configured for under a key.
    fileprivate func hosts(of service: Service, under key: String, in namespace: String) -> [String] {
        guard let deployment = service.workloads.first?.deployment else { return [] }
        return configuration(ofDeployment: deployment, namespace: namespace, key: key).compactMap(\.value)
    }
}

/// What the host names of databases mean to the pods of a region: services of its own cluster, and those of
/// others under their private domains.
private struct ServiceDirectory {
    private let region: Int
    private let clusters: [KubernetesCluster]
    private let domains: [String?]

    init(of region: Int, among clusters: [KubernetesCluster], _ domains: [String?]) {
        (self.region, self.clusters, self.domains) = (region, clusters, domains)
    }

    /// Whether pods of the region can name a database of a site at all.
    func reaches(_ site: Int) -> Bool { site == region || domains[site] != nil }

    /// Whether a host name is that of a database's read-write service.
    func leads(_ host: String, from namespace: String, to spec: DatabaseSpec) -> Bool {
        var host = host
        if spec.site != region {
            guard let domain = domains[spec.site], host.hasSuffix(".\(domain)") else { return false }
            host = String(host.dropLast(domain.count + 1))
            // From afar there is no namespace of one's own.
            guard host.contains(".") else { return false }
        }
        let target = clusters[spec.site].primaryDatabase(behind: host, from: namespace)
        return target?.name == spec.name && target?.namespace == spec.namespace
    }
}
