import DRSimKernel
import DRSimUnits

/// All nodes of a cloud and the groups that keep up their number.
///
/// A group that has fewer live nodes than desired asks for more, each in the zone that has the
/// fewest of them; it lets go of launches it no longer needs and of broken nodes once it is whole
/// without them. Nodes stand in the order in which they were asked for and are never taken out.
struct Fleet: Sendable {
    private(set) var nodes: [Node] = []
    private(set) var groups: [NodeGroup] = []
    private let regionNames: [String]

    init(_ configuration: CloudConfiguration) {
        regionNames = configuration.regions.map(\.name)
        for (index, region) in configuration.regions.enumerated() {
            let outages = RegionOutages(zoneCount: region.zones.count)
            for group in region.nodeGroups {
                groups.append(NodeGroup(group, region: index, regionName: region.name))
                for _ in 0..<group.sizes.desired {
                    addNode(to: groups.count - 1, outages: outages, state: .running)
                }
            }
        }
    }

    func index(ofNode name: String) -> Int? { nodes.firstIndex { $0.name == name } }

    func count(_ state: Node.State, in group: Int) -> Int {
        nodes.count { $0.group == group && $0.state == state }
    }

    /// Stops and starts the nodes of a region after what they meet there or their own faults changed.
    mutating func follow(_ conditions: FleetConditions, of region: Int, effects: inout CloudEffects) {
        for index in nodes.indices where nodes[index].region == region {
            let isPowered = conditions.outages.isUp(zone: nodes[index].zone) && nodes[index].faults == 0
            switch (nodes[index].state, isPowered) {
            case (.starting, false), (.refused, false): abandonLaunch(index, effects: &effects)
            case (.running, false):
                nodes[index].state = .stopped
                effects.record(.nodeStopped(nodes[index]))
            case (.stopped, true):
                nodes[index].state = .running
                effects.record(.nodeReturned(nodes[index]))
            default: break
            }
        }
        if !conditions.isCapacityShort { retryLaunches(in: region, conditions, effects: &effects) }
        for group in groups.indices where groups[group].region == region {
            balance(group, conditions, effects: &effects)
        }
    }

    /// Sets the number of faults that keep a node down; `follow` draws the consequences.
    mutating func addFault(_ count: Int, to node: Int) {
        nodes[node].faults += count
        precondition(nodes[node].faults >= 0, "\(nodes[node].name) was mended once too often")
    }

    /// Gives a group new sizes and asks for nodes or removes some accordingly.
    mutating func resize(
        _ group: Int, to sizes: NodeGroupSizes, _ conditions: FleetConditions, effects: inout CloudEffects
    ) {
        groups[group].sizes = sizes
        balance(group, conditions, effects: &effects)
        while count(.running, in: group) > sizes.desired, let node = mostCrowdedNode(of: group) {
            remove(node, effects: &effects)
        }
    }

    /// A launch comes to its end, unless it was abandoned.
    mutating func finishLaunch(_ node: Int, _ conditions: FleetConditions, effects: inout CloudEffects) {
        guard nodes[node].state == .starting else { return }
        nodes[node].state = .running
        effects.record(.nodeReady(nodes[node], waitedOn: conditions.timings.nodeStart.id))
        balance(nodes[node].group, conditions, effects: &effects)
    }

    /// A launch that was refused is asked for again, unless it was abandoned.
    mutating func retryLaunch(_ node: Int, _ conditions: FleetConditions, effects: inout CloudEffects) {
        guard nodes[node].state == .refused else { return }
        launch(node, conditions, effects: &effects)
    }

    private mutating func retryLaunches(
        in region: Int, _ conditions: FleetConditions, effects: inout CloudEffects
    ) {
        for node in nodes.indices where nodes[node].region == region {
            retryLaunch(node, conditions, effects: &effects)
        }
    }

    /// Brings a group towards its desired size; nothing is asked for in a region that is down.
    private mutating func balance(
        _ group: Int, _ conditions: FleetConditions, effects: inout CloudEffects
    ) {
        let outages = conditions.outages
        guard outages.isUp else { return }
        let missing = groups[group].sizes.desired - nodes.count { $0.group == group && $0.isAlive }
        for _ in 0..<max(0, missing) {
            let node = addNode(to: group, outages: outages, state: .refused)
            launch(node, conditions, effects: &effects)
        }
        let launches = nodes.indices.filter {
            nodes[$0].group == group && (nodes[$0].state == .starting || nodes[$0].state == .refused)
        }
        for node in launches.suffix(max(0, -missing)) { abandonLaunch(node, effects: &effects) }
        guard count(.running, in: group) >= groups[group].sizes.desired else { return }
        for node in nodes.indices where nodes[node].group == group && nodes[node].isBroken {
            if outages.isUp(zone: nodes[node].zone) { remove(node, effects: &effects) }
        }
    }

    /// Asks for a node: it starts, or is refused where capacity is short and none is reserved (C7, C8).
    private mutating func launch(
        _ node: Int, _ conditions: FleetConditions, effects: inout CloudEffects
    ) {
        let group = nodes[node].group
        let (stream, ordinal) = (groups[group].stream, groups[group].launches)
        groups[group].launches += 1
        if conditions.isCapacityShort, !isReserved(node), conditions.refuses(stream, ordinal) {
            nodes[node].state = .refused
            effects.record(.capacityRefused(nodes[node]))
            let wait = conditions.timings.capacity.retry.span(
                conditions.draws, of: stream, ordinal: ordinal)
            effects.schedule(.launchIsRetried(node: Int32(node)), at: conditions.now + wait)
            return
        }
        nodes[node].state = .starting
        effects.record(.nodeRequested(nodes[node]))
        let wait = conditions.timings.nodeStart.span(conditions.draws, of: stream, ordinal: ordinal)
        effects.schedule(.nodeIsReady(node: Int32(node)), at: conditions.now + wait)
    }

    /// Whether a capacity reservation has room for a node of its group.
    private func isReserved(_ node: Int) -> Bool {
        let group = nodes[node].group
        let users = nodes.indices.count {
            $0 != node && nodes[$0].group == group
                && (nodes[$0].state == .starting || nodes[$0].state == .running)
        }
        return users < groups[group].reserved
    }

    private mutating func abandonLaunch(_ node: Int, effects: inout CloudEffects) {
        nodes[node].state = .gone
        effects.record(.launchAbandoned(nodes[node]))
    }

    private mutating func remove(_ node: Int, effects: inout CloudEffects) {
        nodes[node].state = .gone
        effects.record(.nodeRemoved(nodes[node]))
    }

    /// Adds a node in the live zone that has the fewest live nodes of the group.
    @discardableResult
    private mutating func addNode(to group: Int, outages: RegionOutages, state: Node.State) -> Int {
        let site = groups[group]
        let zones = outages.zones.indices.filter { outages.isUp(zone: $0) }
        guard let zone = zones.min(by: { liveNodes(of: group, in: $0) < liveNodes(of: group, in: $1) })
        else { preconditionFailure("\(site.name) asks for a node where no zone is up: \(outages)") }
        let ordinal = nodes.count { $0.region == site.region && $0.zone == zone }
        nodes.append(
            Node(
                name: Node.name(
                    region: site.region, zone: zone, ordinal: ordinal,
                    regionName: regionNames[site.region]),
                region: site.region, zone: zone, milliCPU: site.milliCPU, memory: site.memory,
                state: state, group: group))
        return nodes.count - 1
    }

    private func liveNodes(of group: Int, in zone: Int) -> Int {
        nodes.count { $0.group == group && $0.zone == zone && $0.isAlive }
    }

    /// The youngest running node in the zone that has most of the group's.
    private func mostCrowdedNode(of group: Int) -> Int? {
        nodes.indices.reversed().filter { nodes[$0].group == group && nodes[$0].state == .running }
            .max { liveNodes(of: group, in: nodes[$0].zone) < liveNodes(of: group, in: nodes[$1].zone) }
    }
}
