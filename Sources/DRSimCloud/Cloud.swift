package import DRSimKernel
package import DRSimUnits

/// The provider's cloud: regions and zones that can be lost, the nodes in them, the links between
/// them, the DNS that leads clients to them, and what data is kept in.
///
/// A pure value that knows neither queue nor trace. Every request and event says when it happens
/// and fills the effects it is handed; whoever owns the cloud hands its events back at their
/// instants. Regions and zones are named by their index in the configuration. Faults are counted,
/// so that of two that overlap the later one's end brings back what both took away.
package struct Cloud: Sendable {
    /// What the cloud was built from.
    package let configuration: CloudConfiguration
    let timings: CloudTimings
    var outages: [RegionOutages]
    var links: LinkTable
    var fleet: Fleet
    var zone: HostedZone
    var storage: Storage
    /// The shortages of machines in each region.
    var capacityShortages: [Int]
    /// The faults of the control plane of DNS besides its region's.
    var dnsControlPlaneFaults = 0

    /// Builds a cloud in which everything works: each group has its desired nodes, all clients have
    /// the records' values.
    package init(_ configuration: CloudConfiguration, timings: CloudTimings) {
        (self.configuration, self.timings) = (configuration, timings)
        outages = configuration.regions.map { RegionOutages(zoneCount: $0.zones.count) }
        links = LinkTable(regionCount: configuration.regions.count)
        fleet = Fleet(configuration)
        zone = HostedZone(configuration.dns)
        storage = Storage(configuration.storage, regionCount: configuration.regions.count)
        capacityShortages = Array(repeating: 0, count: configuration.regions.count)
    }

    /// The index of the region of a name.
    package func region(named name: String) -> Int? {
        configuration.regions.firstIndex { $0.name == name }
    }

    /// Handles an event that was asked for earlier.
    package mutating func handle(
        _ event: CloudEvent, at now: Instant, draws: Draws, effects: inout CloudEffects
    ) {
        switch event {
        case .nodeIsReady(let node):
            let region = fleet.nodes[Int(node)].region
            fleet.finishLaunch(
                Int(node), conditions(of: region, at: now, draws: draws), effects: &effects)
        case .launchIsRetried(let node):
            let region = fleet.nodes[Int(node)].region
            fleet.retryLaunch(
                Int(node), conditions(of: region, at: now, draws: draws), effects: &effects)
        case .changeHasPropagated(let change):
            zone.finishPropagation(of: Int(change), at: now, timings: timings, effects: &effects)
        case .clientsPassBreakpoint(let name, let generation):
            zone.passBreakpoint(
                ofName: Int(name), generation: generation, at: now, effects: &effects)
        case .healthCheckDecides(let check, let generation):
            zone.decide(
                check: Int(check), generation: generation, at: now, timings: timings, effects: &effects)
        case .objectIsCopied(let transfer):
            finishTransfer(Int(transfer), at: now, effects: &effects)
        case .snapshotIsComplete(let snapshot):
            finishSnapshot(Int(snapshot), effects: &effects)
        }
    }
}
