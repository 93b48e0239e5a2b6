package import DRSimKernel
package import DRSimUnits

extension KubernetesCluster {
    /// The node of a name; `nil` if the API has none.
    package func node(named name: String) -> Node? { nodeIndex(name).map { nodes[$0] } }

    func nodeIndex(_ name: String) -> Int? {
        nodes.firstIndex { $0.name == name && !$0.isRemoved }
    }

    /// A node joined the cluster and is ready to run pods.
    package mutating func nodeJoined(
        _ name: String, zone: String, milliCPU: Int64, memory: ByteCount, at now: Instant, draws: Draws,
        effects: inout Effects<KubernetesEvent, KubernetesFact>
    ) {
        var turn = Turn(at: now, draws, taking: &effects)
        defer { effects = turn.effects }
        precondition(nodeIndex(name) == nil, "node \(name) joined \(context) twice")
        nodes.append(
            Node(
                name: name, zone: zone, milliCPU: milliCPU, memory: memory,
                stream: stream("node", name), at: now))
        turn.record(.nodeReady(node: name))
        mustSchedule = true
        schedulePods(&turn)
    }

    /// A node stopped: its pods stop with it, but the API does not know yet.
    package mutating func nodeStopped(
        _ name: String, at now: Instant, draws: Draws,
        effects: inout Effects<KubernetesEvent, KubernetesFact>
    ) {
        guard let index = nodeIndex(name), nodes[index].isRunning else { return }
        var turn = Turn(at: now, draws, taking: &effects)
        defer { effects = turn.effects }
        nodes[index].isRunning = false
        nodes[index].generation += 1
        nodes[index].outages += 1
        var lost: [PodReference] = []
        for pod in pods.all.indices where pods[pod].node == index {
            if pods[pod].isRunning { lost.append(pods[pod].reference) }
            pods[pod].state = .stopped
            pods[pod].generation += 1
        }
        turn.record(.podsLost(node: name, pods: lost))
        watchSilence(of: index, &turn)
    }

    /// A node runs again; the pods still bound to it start anew.
    package mutating func nodeReturned(
        _ name: String, at now: Instant, draws: Draws,
        effects: inout Effects<KubernetesEvent, KubernetesFact>
    ) {
        guard let index = nodeIndex(name), !nodes[index].isRunning else { return }
        var turn = Turn(at: now, draws, taking: &effects)
        defer { effects = turn.effects }
        nodes[index].isRunning = true
        nodes[index].generation += 1
        if isControlPlaneUp { hearAgain(from: index, &turn) }
        for id in pods.ids(where: { $0.node == index && $0.state == .stopped }) {
            restart(pod: id, &turn)
        }
        schedulePods(&turn)
    }

    /// A node was deleted: its pods are gone, and their owners replace them.
    package mutating func nodeRemoved(
        _ name: String, at now: Instant, draws: Draws,
        effects: inout Effects<KubernetesEvent, KubernetesFact>
    ) {
        guard let index = nodeIndex(name) else { return }
        var turn = Turn(at: now, draws, taking: &effects)
        defer { effects = turn.effects }
        nodes[index].isRunning = false
        nodes[index].isRemoved = true
        nodes[index].generation += 1
        let lost = pods.all.filter { $0.node == index && $0.isRunning }.map(\.reference)
        if !lost.isEmpty { turn.record(.podsLost(node: name, pods: lost)) }
        for pod in pods.ids(where: { $0.node == index }) { replace(pod: pod, &turn) }
        reconcileDeployments(&turn)
        schedulePods(&turn)
    }
}

extension KubernetesCluster {
    /// Starts the node controller's patience with a silent node.
    private func watchSilence(of index: Int, _ turn: inout Turn) {
        let node = nodes[index]
        guard isControlPlaneUp, node.isReady else { return }
        let patience = timings.nodeMonitorGrace.span(turn.draws, of: node.stream, ordinal: node.outages)
        turn.schedule(.nodeFallsSilent(node: Int32(index), generation: node.generation), after: patience)
    }

    mutating func nodeFallsSilent(_ index: Int, generation: Int32, _ turn: inout Turn) {
        guard isControlPlaneUp, nodes[index].generation == generation, nodes[index].isReady else { return }
        nodes[index].isReady = false
        nodes[index].readySince = turn.now
        for pod in pods.all.indices where pods[pod].node == index { pods[pod].isReady = false }
        turn.record(.nodeNotReady(node: nodes[index].name, waitedOn: .nodeMonitorGrace))
        awaitEviction(ofNode: index, &turn)
    }

    private func awaitEviction(ofNode index: Int, _ turn: inout Turn) {
        let node = nodes[index]
        let patience = timings.podEviction.span(turn.draws, of: node.stream, ordinal: node.outages)
        let due = max(turn.now, node.readySince + patience)
        turn.schedule(
            .evictionDue(node: Int32(index), generation: node.generation), after: due - turn.now)
    }

    /// Evicts the pods of a dead node. Its kubelet cannot confirm, so they stay as terminating;
    /// a deployment replaces them at once, an owner of fixed names only when the node is gone.
    mutating func evictPods(ofNode index: Int, generation: Int32, _ turn: inout Turn) {
        guard isControlPlaneUp, nodes[index].generation == generation else { return }
        for pod in pods.all.indices where pods[pod].node == index && !pods[pod].isTerminating {
            pods[pod].deleted = turn.now
            turn.record(
                .podEvicted(pods[pod].reference, node: nodes[index].name, waitedOn: .podEviction))
        }
        reconcileDeployments(&turn)
    }

    /// The API hears a node's heartbeat: it is ready, and confirms what was deleted meanwhile.
    private mutating func hearAgain(from index: Int, _ turn: inout Turn) {
        if !nodes[index].isReady {
            nodes[index].isReady = true
            nodes[index].readySince = turn.now
            turn.record(.nodeReady(node: nodes[index].name))
        }
        for pod in pods.ids(where: { $0.node == index && $0.isTerminating }) { replace(pod: pod, &turn) }
        mustSchedule = true
    }

    /// What the node controller finds when it works again.
    mutating func resumeNodes(_ turn: inout Turn) {
        for index in nodes.indices where !nodes[index].isRemoved {
            switch (nodes[index].isRunning, nodes[index].isReady) {
            case (true, _): hearAgain(from: index, &turn)
            case (false, true): watchSilence(of: index, &turn)
            case (false, false): awaitEviction(ofNode: index, &turn)
            }
        }
    }
}
