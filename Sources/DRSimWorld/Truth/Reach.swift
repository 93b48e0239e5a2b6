import DRSimCloud
import DRSimPlan
import DRSimPostgres
import DRSimShell
import DRSimUnits

/// What each region could serve at an instant, and which users reach it: the truth of the trial,
/// read by probes and never by the controller.
struct Reach {
    /// The plan whose services these are.
    let plan: Plan
    /// For each service, its stores that are databases.
    let databaseStores: [[StoreID]]
    /// The instant it was read at.
    private let now: Instant
    /// What each region could serve; `nil` where no users arrive, for such a region need not be asked.
    private let regions: [RegionReach?]
    /// For each service, the users' flows with the region each leads to.
    private let flows: [[Flow]]

    /// Part of a service's users on its way to a region.
    private struct Flow {
        /// The region; `nil` where the name leads nowhere.
        let region: Int?
        let share: Share
        let until: Instant
        let finalShare: Share
    }

    /// Reads the world, and keeps in it what the clusters have until they change.
    init(_ world: inout World) {
        let cloud = world.infrastructure.cloud
        (plan, now, databaseStores) = (world.blueprint.plan, world.now, world.blueprint.databaseStores)
        let flows = Self.flows(to: plan.services, in: cloud, at: world.now)
        var regions: [RegionReach?] = []
        for region in world.blueprint.regions.indices {
            let isSought = flows.contains { $0.contains { $0.region == region } }
            guard isSought, cloud.canTalk(.clients, to: .region(region)) else {
                regions.append(nil)
                continue
            }
            let arriving = flows.map { flows in
                flows.filter { $0.region == region }.map { max($0.share, $0.finalShare) }.reduce(.none, +)
            }
            let site = SiteServing.current(of: region, in: world)
            world.sites[region] = site
            regions.append(RegionReach.read(of: region, site, arriving: arriving, in: world))
        }
        (self.flows, self.regions) = (flows, regions)
    }

    private static func flows(to services: [Service], in cloud: Cloud, at now: Instant) -> [[Flow]] {
        services.map { service in
            cloud.clients(of: service.host, at: now).map { flow in
                Flow(
                    region: cloud.region(ofLoadBalancer: flow.target), share: flow.share, until: flow.until,
                    finalShare: flow.finalShare)
            }
        }
    }

    /// The regions a service's users are on their way to.
    func regions(soughtBy service: Int) -> [Int] { flows[service].compactMap(\.region) }

    /// What a region could serve; `nil` if no users arrive there.
    subscript(region: Int) -> RegionReach? { regions[region] }

    /// The share of a service's users that is served from now on.
    func served(_ service: Int) -> ServedLine {
        var (share, finalShare) = (Share.none, Share.none)
        var until = now
        for flow in flows[service] {
            let able = flow.region.flatMap { regions[$0]?.capability[service] } ?? .none
            share = share + flow.share * able
            finalShare = finalShare + flow.finalShare * able
            if flow.share != flow.finalShare { until = max(until, flow.until) }
        }
        if share == finalShare { until = now }
        return ServedLine(share: share, until: until, finalShare: finalShare)
    }

    /// The largest share of a writing service's users that a region serves on a database.
    ///
    /// While users are moving, the mean of the flow's ends stands for the stretch until the next
    /// point of the cut-over curve.
    func writers(in region: Int, to database: DatabaseID) -> Share {
        guard let reach = regions[region] else { return .none }
        var largest = Share.none
        for (index, service) in plan.services.enumerated()
        where service.path != nil && !databaseStores[index].isEmpty {
            let able = reach.capability[index]
            guard able > .none, reach.databases[index].contains(database) else { continue }
            let arriving = flows[index].filter { $0.region == region }.reduce(Share.none) { sum, flow in
                sum + Share(partsPerMillion: (flow.share + flow.finalShare).partsPerMillion / 2)
            }
            largest = max(largest, arriving * able)
        }
        return largest
    }
}
