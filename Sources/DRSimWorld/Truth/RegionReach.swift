import DRSimCloud
import DRSimKubernetes
import DRSimPlan
import DRSimPostgres
import DRSimShell
import DRSimUnits

/// What one region could serve of each service at an instant, for the users who arrive there.
///
/// Every event asks for it: what it needs of the world is read once, and no copy of the world is kept.
struct RegionReach {
    /// For each service, the share of the users who arrive that is served.
    private(set) var capability: [Share]
    /// For each service, the writable databases its pods here are configured for.
    private(set) var databases: [[DatabaseID]]
    /// What the cluster has for each service.
    let site: SiteServing
    /// For each service, the load that arrives as a multiple of the load of its busiest hour, with what a
    /// cache that is of no help adds.
    private let demand: [Double]
    /// The part of its pods' capacity up to which answers come in time.
    private let usableCapacity: Double
    /// For each service, whether answers come in time over the way its queries take (C14).
    let isNear: [Bool]
    /// For each service, whether the caches it cannot do without are there.
    let hasCaches: [Bool]

    init(of region: Int, _ site: SiteServing, arriving: [Share], in world: World) {
        let services = world.blueprint.plan.services
        let load = world.blueprint.load.load(at: world.now)
        let factor = world.loadFactor
        let needs = world.blueprint.needs
        let lost = world.faults.lostThirdParties
        let grey = GreyShares(of: region, in: world)
        self.site = site
        usableCapacity = world.blueprint.usableCapacity
        let caches = world.cacheService(of: region, site)
        demand = zip(arriving, caches).map { (load * $0).fraction * factor * $1.load }
        hasCaches = caches.map(\.isSufficient)
        capability = services.map { _ in .none }
        databases = site.writable(in: region, of: world)
        isNear = zip(services, databases).map { world.answersInTime($0, asking: $1, from: region) }
        let sound = databases.map { databases in
            databases.map { world.infrastructure.databases.soundShare(of: $0) }.min() ?? .all
        }
        for index in world.blueprint.serviceOrder {
            let service = services[index]
            guard !needs[index].contains(where: { capability[$0] == .none }), site.services[index].isRouted,
                world.blueprint.databaseStores[index].isEmpty || !databases[index].isEmpty, isNear[index],
                hasCaches[index],
                !service.thirdParties.contains(where: lost.contains)
            else { continue }
            var share = min(sound[index], grey?.spared(of: service) ?? .all)
            for workload in service.workloads.indices {
                share = min(share, servedShare(by: workload, of: service, index))
            }
            for needed in needs[index] { share = min(share, capability[needed]) }
            capability[index] = share
        }
    }

    /// The share of a service's users here that a workload's pods have time for.
    func servedShare(by workload: Int, of service: Service, _ index: Int) -> Share {
        let pods = site.services[index].readyPods[workload]
        if pods == 0 { return .none }
        return LoadCurve.servedShare(
            demand: service.workloads[workload].peakLoadPods * demand[index], pods: pods,
            usable: usableCapacity)
    }
}

extension SiteServing {
    /// For each service, the writable databases that its pods are configured for and reach. An inner service
    /// without pods stands for those that anybody's pods are configured for, or for whatever is writable in
    /// the region.
    fileprivate func writable(in region: Int, of world: World) -> [[DatabaseID]] {
        let (system, plan) = (world.infrastructure.databases, world.blueprint.plan.services)
        let reachable = system.databases.indices.map { DatabaseID($0) }.filter { database in
            let site = system[database].spec.site
            return system.isWritable(database)
                && (site == region || world.infrastructure.cloud.canTalk(.region(region), to: .region(site)))
        }
        let used = reachable.filter(uses)
        let inner = used.isEmpty ? reachable.filter { system[$0].spec.site == region } : used
        return plan.indices.map { index in
            if world.blueprint.databaseStores[index].isEmpty { return [] }
            guard !plan[index].workloads.isEmpty else { return inner }
            return services[index].databases.filter { reachable.contains($0) }
        }
    }
}

/// The share of the requests that grey failures of a region and its zones spare: requests are spread over
/// the pods, and so over the zones.
private struct GreyShares {
    private let areas: [GreyArea]
    private let cluster: KubernetesCluster
    private let namespace: String
    private let zones: [String]

    /// `nil` where nothing fails in grey, which is nearly always.
    init?(of region: Int, in world: World) {
        areas = world.faults.greyAreas.elements.filter { $0.region == region }
        if areas.isEmpty { return nil }
        cluster = world.infrastructure.clusters[region]
        namespace = world.blueprint.regions[region].cluster.namespace
        zones = world.blueprint.regions[region].zones.map(\.name)
    }

    func spared(of service: Service) -> Share {
        areas.reduce(.all) { share, area in share * (area.share * part(of: area, in: service)).rest }
    }

    /// The share of a service's requests that passes through a grey area.
    private func part(of area: GreyArea, in service: Service) -> Share {
        guard let zone = area.zone else { return .all }
        return service.workloads.reduce(.none) { share, workload in
            let pods = cluster.readyPods(deployment: workload.deployment, namespace: namespace)
            let inside = cluster.readyPods(
                deployment: workload.deployment, namespace: namespace, zone: zones[zone])
            return max(share, pods == 0 ? .none : .rounding(Double(inside) / Double(pods)))
        }
    }
}
