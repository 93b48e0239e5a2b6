package import DRSimKernel
package import DRSimUnits

extension Cloud {
    /// Every node there ever was, in the order in which they were asked for; a node's place never
    /// changes.
    package var nodes: [Node] { fleet.nodes }

    /// The node of a name, if there ever was one.
    package func node(named name: String) -> Node? { fleet.index(ofNode: name).map { fleet.nodes[$0] } }

    /// The index of the region of a node.
    package func region(ofNode name: String) -> Int? { node(named: name)?.region }

    /// A node stops by a fault of its own; its group asks for another. A second fault is counted.
    package mutating func stopNode(
        _ name: String, at now: Instant, draws: Draws, effects: inout CloudEffects
    ) {
        addFault(1, toNode: name, at: now, draws: draws, effects: &effects)
    }

    /// One fault of a node ends; it runs again after the last, unless its group has replaced it.
    package mutating func returnNode(
        _ name: String, at now: Instant, draws: Draws, effects: inout CloudEffects
    ) {
        addFault(-1, toNode: name, at: now, draws: draws, effects: &effects)
    }

    private mutating func addFault(
        _ count: Int, toNode name: String, at now: Instant, draws: Draws, effects: inout CloudEffects
    ) {
        guard let node = fleet.index(ofNode: name) else {
            preconditionFailure("there is no node \(name) to fail or to mend")
        }
        fleet.addFault(count, to: node)
        let region = fleet.nodes[node].region
        fleet.follow(conditions(of: region, at: now, draws: draws), of: region, effects: &effects)
    }

    /// The provider has too few machines in a region for all who ask: launches are refused and asked for
    /// again, but for those a reservation has room for (C7, C8). A second shortage is counted.
    package mutating func capacityLost(_ region: Int, effects: inout CloudEffects) {
        capacityShortages[region] += 1
        if capacityShortages[region] == 1 { effects.record(.capacityShort(region)) }
    }

    /// One shortage of machines in a region ends; after the last, what was refused is asked for at once.
    package mutating func capacityReturned(
        _ region: Int, at now: Instant, draws: Draws, effects: inout CloudEffects
    ) {
        capacityShortages[region] -= 1
        precondition(capacityShortages[region] >= 0, "capacity of region \(region) returned once too often")
        guard capacityShortages[region] == 0 else { return }
        effects.record(.capacityReturned(region))
        fleet.follow(conditions(of: region, at: now, draws: draws), of: region, effects: &effects)
    }

    /// A node group as the API of a region describes it.
    package func describeNodeGroup(
        cluster: String, group: String, region: Int
    ) throws(CloudError) -> NodeGroupDescription {
        let index = try nodeGroup(group, of: cluster, in: region, for: .describeNodegroup)
        return NodeGroupDescription(
            name: group, sizes: fleet.groups[index].sizes, running: fleet.count(.running, in: index),
            starting: fleet.count(.starting, in: index), refused: fleet.count(.refused, in: index))
    }

    /// Changes the sizes of a node group, those given; nodes are asked for or removed accordingly.
    /// Answers whether the sizes are others than before.
    ///
    /// The caller has made sure that the region's API answers.
    @discardableResult
    package mutating func updateNodeGroup(
        cluster: String, group: String, region: Int, min: Int?, max: Int?, desired: Int?,
        at now: Instant, draws: Draws, effects: inout CloudEffects
    ) throws(CloudError) -> Bool {
        let index = try nodeGroup(group, of: cluster, in: region, for: .updateNodegroupConfig)
        let old = fleet.groups[index].sizes
        let sizes = NodeGroupSizes(
            min: min ?? old.min, max: max ?? old.max, desired: desired ?? old.desired)
        try check(sizes)
        fleet.resize(
            index, to: sizes, conditions(of: region, at: now, draws: draws), effects: &effects)
        return sizes != old
    }

    private func check(_ sizes: NodeGroupSizes) throws(CloudError) {
        func refuse(_ message: String) -> CloudError {
            CloudError(.invalidParameter, .updateNodegroupConfig, message)
        }
        if sizes.min < 0 || sizes.desired < 0 { throw refuse("desiredSize is not valid") }
        if sizes.min > sizes.desired {
            throw refuse("Minimum capacity \(sizes.min) can't be greater than desired size \(sizes.desired)")
        }
        if sizes.desired > sizes.max {
            throw refuse("desired capacity \(sizes.desired) can't be greater than max size \(sizes.max)")
        }
        guard sizes.max <= Self.mostNodes else {
            // In the words of the API's reference; what the service itself says is not known.
            throw CloudError(
                .resourceLimitExceeded, .updateNodegroupConfig,
                "You have encountered a service limit on the specified resource.")
        }
    }

    /// How many nodes a managed node group has at most (EKS service quotas, L-BD136A63).
    private static let mostNodes = 450

    private func nodeGroup(
        _ name: String, of cluster: String, in region: Int, for operation: CloudError.Operation
    ) throws(CloudError) -> Int {
        guard configuration.regions[region].cluster == cluster else {
            throw CloudError(.resourceNotFound, operation, "No cluster found for name: \(cluster).")
        }
        guard let index = fleet.groups.firstIndex(where: { $0.region == region && $0.name == name }) else {
            throw CloudError(.resourceNotFound, operation, "No node group found for name: \(name).")
        }
        return index
    }
}
