import DRSimCloud
import DRSimKubernetes
import DRSimPlan
import DRSimPostgres
import DRSimShell
import DRSimTrace
import DRSimUnits

/// What one region could serve of each service at an instant, for the users who arrive there.
///
/// Every event asks for it: what it needs of the world is read once, and no copy of the world is kept.
struct RegionReach {
    /// For each service, the share of the users who arrive that is served.
    private(set) var capability: [Share]
    /// For each service, the writable databases its pods here are configured for.
    let databases: [[DatabaseID]]
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

    // A function, since what is given to an initializer is copied, and every event asks.
    static func read(
        of region: Int, _ site: SiteServing, arriving: [Share], in world: World
    ) -> RegionReach {
        let services = world.blueprint.plan.services
        let load = world.blueprint.load.load(at: world.now)
        let factor = world.loadFactor
        let caches = world.cacheService(of: region, site)
        let databases = site.writable(in: region, of: world)
        var reach = RegionReach(
            capability: services.map { _ in .none }, databases: databases, site: site,
            demand: zip(arriving, caches).map { (load * $0).fraction * factor * $1.load },
            usableCapacity: world.blueprint.usableCapacity,
            isNear: zip(services, databases).map { world.answersInTime($0, asking: $1, from: region) },
            hasCaches: caches.map(\.isSufficient))
        let grey = GreyShares.read(of: region, in: world)
        for index in world.blueprint.serviceOrder where reach.isAble(index, in: world) {
            let sound = databases[index].map { world.infrastructure.databases.soundShare(of: $0) }.min()
            let spared = grey?.spared(of: services[index])
            var share = min(sound ?? .all, spared ?? .all)
            for workload in services[index].workloads.indices {
                share = min(share, reach.servedShare(by: workload, of: services[index], index))
            }
            for needed in world.blueprint.needs[index] { share = min(share, reach.capability[needed]) }
            reach.capability[index] = share
        }
        return reach
    }

    /// Whether there is all that a service cannot do without, but for pods with time for its users.
    private func isAble(_ index: Int, in world: World) -> Bool {
        !world.blueprint.needs[index].contains { capability[$0] == .none } && site.services[index].isRouted
            && (world.blueprint.databaseStores[index].isEmpty || !databases[index].isEmpty)
            && isNear[index] && hasCaches[index]
            && !world.blueprint.plan.services[index].thirdParties.contains {
                world.faults.lostThirdParties.contains($0)
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

extension World {
    /// Whether users could go to a region: they and the other regions reach it, no zone of it is lost, and no
    /// more of their requests would fail in grey than a service may leave unserved.
    func isWell(region: Int) -> Bool {
        let cloud = infrastructure.cloud
        let others = blueprint.regions.indices.filter { $0 != region && cloud.isUp(region: $0) }
        guard cloud.canTalk(.clients, to: .region(region)),
            others.allSatisfy({ cloud.canTalk(.region($0), to: .region(region)) }),
            blueprint.regions[region].zones.indices.allSatisfy({ cloud.isUp(region: region, zone: $0) })
        else { return false }
        guard let grey = GreyShares.read(of: region, in: self) else { return true }
        return blueprint.plan.services.allSatisfy { grey.spared(of: $0) >= ServedSegment.threshold }
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
    let areas: [GreyArea]
    let cluster: KubernetesCluster
    let namespace: String
    let zones: [String]

    /// `nil` where nothing fails in grey, which is nearly always.
    static func read(of region: Int, in world: World) -> GreyShares? {
        let areas = world.faults.greyAreas.elements.filter { $0.region == region }
        if areas.isEmpty { return nil }
        let blueprint = world.blueprint.regions[region]
        return GreyShares(
            areas: areas, cluster: world.infrastructure.clusters[region],
            namespace: blueprint.cluster.namespace, zones: blueprint.zones.map(\.name))
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
