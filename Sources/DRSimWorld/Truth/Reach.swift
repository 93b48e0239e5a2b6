import DRSimCloud
import DRSimKubernetes
import DRSimPlan
import DRSimPostgres
import DRSimShell
import DRSimUnits

/// What each region could serve at an instant, and which users reach it: the truth of the trial,
/// read by probes and never by the controller.
struct Reach {
    private let world: World
    /// For each region and service, the share of the users who reach the region that it serves.
    private var capability: [[Share]]
    /// For each region and service, the writable databases its pods there are configured for.
    private var databases: [[[DatabaseID]]]
    /// For each service, the users' flows with the region each leads to.
    private var flows: [[Flow]]

    /// Part of a service's users on its way to a region.
    private struct Flow {
        /// The region; `nil` where the name leads nowhere.
        let region: Int?
        let share: Share
        let until: Instant
        let finalShare: Share
    }

    init(_ world: World) {
        self.world = world
        let services = world.blueprint.plan.services
        flows = services.map { Self.flows(to: $0.host, in: world) }
        capability = world.blueprint.regions.indices.map { _ in services.map { _ in Share.none } }
        databases = world.blueprint.regions.indices.map { _ in services.map { _ in [] } }
        // Where no users arrive, nothing is served or written: such a region need not be asked.
        for region in capability.indices
        where world.infrastructure.cloud.canTalk(.clients, to: .region(region)) && isSought(region) {
            for service in world.blueprint.serviceOrder {
                databases[region][service] = databases(of: services[service], in: region)
                capability[region][service] = capability(of: service, in: region)
            }
        }
    }

    /// Whether users of any service are on their way to a region.
    private func isSought(_ region: Int) -> Bool {
        flows.contains { $0.contains { $0.region == region } }
    }

    /// The plan whose services these are.
    var plan: Plan { world.blueprint.plan }

    /// The regions a service's users are on their way to.
    func regions(soughtBy service: Int) -> [Int] { flows[service].compactMap(\.region) }

    /// The services a service needs.
    func needs(of service: Int) -> [Int] { world.blueprint.needs[service] }

    /// The share of a service's users in a region that it serves.
    func share(of service: Int, in region: Int) -> Share { capability[region][service] }

    /// Whether a service's pods in a region have a database there that takes writes.
    func hasDatabase(_ service: Int, in region: Int) -> Bool { !databases[region][service].isEmpty }

    /// The share of a service's users that is served from now on.
    func served(_ service: Int) -> ServedLine {
        var (share, finalShare) = (Share.none, Share.none)
        var until = world.now
        for flow in flows[service] {
            let able = flow.region.map { capability[$0][service] } ?? .none
            share = share + flow.share * able
            finalShare = finalShare + flow.finalShare * able
            if flow.share != flow.finalShare { until = max(until, flow.until) }
        }
        if share == finalShare { until = world.now }
        return ServedLine(share: share, until: until, finalShare: finalShare)
    }

    /// Bytes of write-ahead log a second for each database, from the users its region serves.
    ///
    /// While users are moving, the mean of the flow's ends stands for the stretch until the next
    /// point of the cut-over curve.
    func writeRates() -> [(database: DatabaseID, bytesPerSecond: Int64)] {
        let full = world.blueprint.load.bytesPerSecond(at: world.now, factor: world.loadFactor)
        return world.infrastructure.databases.databases.indices.map { index in
            let database = DatabaseID(index)
            guard world.infrastructure.databases.isWritable(database) else { return (database, 0) }
            let region = world.infrastructure.databases.databases[index].spec.site
            let share = writers(in: region, to: database)
            return (database, full * share.partsPerMillion / 1_000_000)
        }
    }

    /// The largest share of a writing service's users that a region serves on a database.
    private func writers(in region: Int, to database: DatabaseID) -> Share {
        var largest = Share.none
        for (index, service) in world.blueprint.plan.services.enumerated()
        where service.path != nil && !service.stores.isEmpty {
            let able = capability[region][index]
            guard able > .none, databases[region][index].contains(database) else { continue }
            let arriving = flows[index].filter { $0.region == region }.reduce(Share.none) { sum, flow in
                sum + Share(partsPerMillion: (flow.share + flow.finalShare).partsPerMillion / 2)
            }
            largest = max(largest, arriving * able)
        }
        return largest
    }
}

extension Reach {
    private static func flows(to host: String, in world: World) -> [Flow] {
        world.infrastructure.cloud.clients(of: host, at: world.now).map { flow in
            Flow(
                region: world.infrastructure.cloud.region(ofLoadBalancer: flow.target),
                share: flow.share, until: flow.until, finalShare: flow.finalShare)
        }
    }

    /// The share of a service's users in a region that it serves: none unless its route, its stores
    /// and what it needs are there; less than all where its pods are too few for the load.
    private func capability(of index: Int, in region: Int) -> Share {
        let service = world.blueprint.plan.services[index]
        for needed in world.blueprint.needs[index] where capability[region][needed] == .none {
            return .none
        }
        let storesWork = service.stores.isEmpty || !databases[region][index].isEmpty
        guard storesWork, isRouted(service, in: region),
            !service.thirdParties.contains(where: world.faults.lostThirdParties.contains)
        else { return .none }
        var share = spared(service, in: region)
        for workload in service.workloads {
            share = min(share, servedShare(by: workload, of: index, in: region))
        }
        for needed in world.blueprint.needs[index] { share = min(share, capability[region][needed]) }
        return min(share, soundShare(of: databases[region][index]))
    }

    /// The share of answers that are right where a service asks these databases: wrong ones serve nobody.
    private func soundShare(of databases: [DatabaseID]) -> Share {
        databases.map { world.infrastructure.databases.soundShare(of: $0) }.min() ?? .all
    }

    /// How many pods of a workload are ready in a region.
    func readyPods(of workload: Service.Workload, in region: Int) -> Int {
        world.infrastructure.clusters[region].readyPods(
            deployment: workload.deployment, namespace: world.blueprint.regions[region].cluster.namespace)
    }

    /// The share of a service's users in a region that a workload's pods have time for.
    func servedShare(by workload: Service.Workload, of index: Int, in region: Int) -> Share {
        let pods = readyPods(of: workload, in: region)
        if pods == 0 { return .none }
        let arriving = flows[index].filter { $0.region == region }
            .map { max($0.share, $0.finalShare) }.reduce(Share.none, +)
        let load = world.blueprint.load.load(at: world.now) * arriving
        return LoadCurve.servedShare(
            demand: workload.peakLoadPods * load.fraction * world.loadFactor, pods: pods)
    }

    /// The share of the requests that grey failures of the region and its zones spare: requests are
    /// spread over the pods, and so over the zones.
    private func spared(_ service: Service, in region: Int) -> Share {
        var share = Share.all
        for area in world.faults.greyAreas.elements where area.region == region {
            share = share * (area.share * part(of: area, in: service)).rest
        }
        return share
    }

    /// The share of a service's requests that passes through a grey area.
    private func part(of area: GreyArea, in service: Service) -> Share {
        guard let zone = area.zone else { return .all }
        let site = world.blueprint.regions[area.region]
        let (cluster, name) = (world.infrastructure.clusters[area.region], site.zones[zone].name)
        return service.workloads.reduce(Share.none) { share, workload in
            let pods = cluster.readyPods(deployment: workload.deployment, namespace: site.cluster.namespace)
            let inside = cluster.readyPods(
                deployment: workload.deployment, namespace: site.cluster.namespace, zone: name)
            return max(share, pods == 0 ? .none : .rounding(Double(inside) / Double(pods)))
        }
    }

    /// Whether the region's ingress leads the service's users to one of its deployments.
    func isRouted(_ service: Service, in region: Int) -> Bool {
        guard let path = service.path else { return true }
        let route = world.infrastructure.clusters[region].route(host: service.host, path: path)
        guard let route, route.isCertified, case .deployment(let name)? = route.target?.backend else {
            return false
        }
        return service.workloads.isEmpty || service.workloads.contains { $0.deployment == name }
    }

    /// The writable databases the service's pods in a region are configured for. An inner service without
    /// pods stands for those that anybody's pods are configured for, or for whatever is writable there.
    private func databases(of service: Service, in region: Int) -> [DatabaseID] {
        guard !service.stores.isEmpty else { return [] }
        let system = world.infrastructure.databases
        let local = system.databases.indices.map { DatabaseID($0) }.filter {
            system[$0].spec.site == region && system.isWritable($0)
        }
        guard service.workloads.isEmpty else { return used(by: service, of: local, in: region) }
        guard local.count > 1 else { return local }
        let users = world.blueprint.plan.services.filter { !$0.stores.isEmpty && !$0.workloads.isEmpty }
        let used = local.filter { database in
            users.contains { !self.used(by: $0, of: [database], in: region).isEmpty }
        }
        return used.isEmpty ? local : used
    }

    /// Those of some databases that a service's pods in a region are configured for.
    private func used(
        by service: Service, of databases: [DatabaseID], in region: Int
    ) -> [DatabaseID] {
        guard let deployment = service.workloads.first?.deployment else { return [] }
        let system = world.infrastructure.databases
        let keys = world.blueprint.plan.stores.filter { service.stores.contains($0.id) }.map(\.hostKey)
        return databases.filter { database in
            keys.allSatisfy { leads(key: $0, of: deployment, in: region, to: system[database].spec) }
        }
    }

    /// Whether a deployment's running pods are configured for a database's read-write service.
    private func leads(
        key: String, of deployment: String, in region: Int, to spec: DatabaseSpec
    ) -> Bool {
        let cluster = world.infrastructure.clusters[region]
        let namespace = world.blueprint.regions[region].cluster.namespace
        let uses = cluster.configuration(ofDeployment: deployment, namespace: namespace, key: key)
        return uses.contains { use in
            guard let host = use.value,
                let target = cluster.serviceTarget(host: host, from: namespace),
                case .databaseCluster(let name, "primary") = target.backend
            else { return false }
            return name == spec.name && target.namespace == spec.namespace
        }
    }
}
