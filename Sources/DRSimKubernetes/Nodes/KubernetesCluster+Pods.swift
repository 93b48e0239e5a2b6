package import DRSimKernel
package import DRSimUnits
import OrderedCollections

extension KubernetesCluster {
    /// Every node that was not deleted, in the order in which they joined.
    package var allNodes: [Node] { nodes.filter { !$0.isRemoved } }

    /// The pod of a name; `nil` if the API has none.
    package func pod(named name: String, namespace: String) -> Pod? {
        pods.index(namespace: namespace, name: name).map { pods[$0] }
    }

    /// The pods of an owner, oldest first.
    package func pods(of owner: PodOwner, namespace: String) -> [Pod] {
        pods.all.filter { $0.owner == owner && $0.namespace == namespace }
    }

    /// The node a pod is bound to; `nil` while it waits for one.
    package func node(of pod: Pod) -> Node? { pod.node.map { nodes[$0] } }

    /// An operator creates a pod of its own under a fixed name; it is recreated under that name
    /// when its node is deleted, or confirms its eviction.
    ///
    /// - Parameter isWarm: whether it has long been running, as at a trial's start.
    package mutating func createPod(
        _ template: PodTemplate, named name: String, namespace: String, owner: PodOwner, isWarm: Bool = false,
        at now: Instant, draws: Draws, effects: inout Effects<KubernetesEvent, KubernetesFact>
    ) {
        var turn = Turn(at: now, draws, taking: &effects)
        defer { effects = turn.effects }
        turn.isWarm = isWarm
        precondition(
            pods.index(namespace: namespace, name: name) == nil, "pod \(namespace)/\(name) created twice")
        insertPod(template, name: name, namespace: namespace, owner: owner, &turn)
        schedulePods(&turn)
    }

    /// An operator deletes a pod of its own for good; without effect if there is none.
    package mutating func deletePod(
        named name: String, namespace: String, at now: Instant, draws: Draws,
        effects: inout Effects<KubernetesEvent, KubernetesFact>
    ) {
        guard let index = pods.index(namespace: namespace, name: name) else { return }
        var turn = Turn(at: now, draws, taking: &effects)
        defer { effects = turn.effects }
        removePod(at: index)
        reconcileDeployments(&turn)
        schedulePods(&turn)
    }

    /// An operator sets a label of a pod, such as the role of a database instance, which moves it
    /// among the endpoints of services.
    package mutating func setLabel(_ key: String, _ value: String?, ofPod name: String, namespace: String) {
        guard let index = pods.index(namespace: namespace, name: name) else { return }
        pods[index].template.labels[key] = value
    }
}

extension KubernetesCluster {
    mutating func insertPod(
        _ template: PodTemplate, name: String, namespace: String, owner: PodOwner, revision: Int32 = 0,
        starts: UInt32 = 0, _ turn: inout Turn
    ) {
        var pod = Pod(
            id: pods.makeID(), name: name, namespace: namespace, owner: owner, template: template,
            created: turn.now, revision: revision)
        pod.starts = starts
        pods.append(pod)
        mustSchedule = true
    }

    mutating func removePod(at index: Int) {
        let pod = pods[index]
        if let node = pod.node {
            nodes[node].usedMilliCPU -= pod.template.milliCPU
            nodes[node].usedMemory = nodes[node].usedMemory - pod.template.memory
        }
        pods.remove(at: index)
        mustSchedule = true
    }

    /// Takes a pod away and, unless a deployment sees to it, puts a new one of its name in its place.
    mutating func replace(pod id: Int32, _ turn: inout Turn) {
        guard let index = pods.index(of: id) else { return }
        let pod = pods[index]
        removePod(at: index)
        guard pod.revision == 0 else { return }
        guard isOperatorWorking else {
            abandonedPods.append(pod)
            return
        }
        recreate(pod, &turn)
    }

    /// An operator puts a new pod in the place of one of its own.
    mutating func recreate(_ pod: Pod, _ turn: inout Turn) {
        insertPod(
            pod.template, name: pod.name, namespace: pod.namespace, owner: pod.owner, starts: pod.starts,
            &turn)
    }

    /// Binds pods that wait for a node, oldest first, as far as there is room.
    mutating func schedulePods(_ turn: inout Turn) {
        guard mustSchedule, isControlPlaneUp else { return }
        mustSchedule = false
        for index in pods.all.indices {
            guard case .pending(let earlier) = pods[index].state, !pods[index].isTerminating else { continue }
            let pod = pods[index]
            let scheduler = Scheduler(nodes: nodes, pods: pods.all, for: pod)
            if let node = scheduler.node(for: pod.template) {
                bind(pod: index, to: node, &turn)
            } else {
                let reason = scheduler.refusal(of: pod.template)
                pods[index].state = .pending(reason: reason)
                if earlier.isEmpty { turn.record(.podUnschedulable(pod.reference, reason: reason)) }
            }
        }
    }

    private mutating func bind(pod index: Int, to node: Int, _ turn: inout Turn) {
        let template = pods[index].template
        pods[index].node = node
        nodes[node].usedMilliCPU += template.milliCPU
        nodes[node].usedMemory = nodes[node].usedMemory + template.memory
        guard nodes[node].isRunning else {
            pods[index].state = .stopped
            return
        }
        startWithImage(pod: index, &turn)
    }

    /// Starts a bound pod's containers; an image its node does not have is pulled first.
    mutating func startWithImage(pod index: Int, _ turn: inout Turn) {
        guard let node = pods[index].node else { return }
        let image = pods[index].template.image
        pods[index].startsCold = !nodes[node].images.contains(image)
        if pods[index].startsCold {
            guard isRegistryUp else {
                pods[index].state = .withoutImage
                turn.record(.podFailed(pods[index].reference, .withoutImage))
                return
            }
            nodes[node].images.append(image)
        }
        begin(pod: index, &turn)
    }

    /// Starts a pod's containers on its running node.
    private mutating func begin(pod index: Int, _ turn: inout Turn) {
        let pod = pods[index]
        switch environment(of: pod.template, namespace: pod.namespace) {
        case .failure(let missing):
            pods[index].state = .blocked(reason: missing.description)
        case .success(let environment):
            pods[index].environment = environment
            if turn.isWarm {
                pods[index].state = .running
                pods[index].isReady = true
                pods[index].seemsRunning = true
                return
            }
            pods[index].state = .starting
            let (stream, ordinal) = nextStart(ofPod: index)
            let start = pod.isDatabaseOperator ? timings.operatorStart : timings.podStart
            var span = start.span(turn.draws, of: stream, ordinal: ordinal)
            if pod.startsCold, !pod.isDatabaseOperator {
                span += timings.podStartCold.span(turn.draws, of: stream, ordinal: ordinal)
            }
            turn.schedule(.podStarts(pod: pod.id, generation: pod.generation), after: span)
        }
    }

    /// What keys the draws of a pod's next start: a deployment's pods share a count, a pod with a
    /// fixed name has its own.
    private mutating func nextStart(ofPod index: Int) -> (StreamName, UInt32) {
        let pod = pods[index]
        if pod.revision > 0, let deployment = deploymentIndex(pod.namespace, pod.owner.name) {
            deployments[deployment].starts += 1
            return (deployments[deployment].stream, deployments[deployment].starts)
        }
        pods[index].starts += 1
        return (stream("pod", pod.namespace, pod.name), pods[index].starts)
    }

    /// Starts the containers of a bound pod anew, on the node it is on.
    mutating func restart(pod id: Int32, _ turn: inout Turn) {
        guard let index = pods.index(of: id), !pods[index].isTerminating else { return }
        pods[index].generation += 1
        pods[index].restarts += 1
        pods[index].isReady = false
        pods[index].seemsRunning = false
        startWithImage(pod: index, &turn)
    }

    mutating func podStarts(_ id: Int32, generation: Int32, _ turn: inout Turn) {
        guard let index = pods.index(of: id), pods[index].generation == generation,
            pods[index].state == .starting
        else { return }
        let defect = defect(ofPod: index)
        pods[index].state = .running
        switch defect {
        case .exitsAtOnce, .neverReady:
            pods[index].seemsRunning = true
        case .failsLater, .leaksMemory, nil:
            if isControlPlaneUp { publish(pod: index, &turn) }
        }
        // That a pod is ready may have let others go.
        if let defect, let index = pods.index(of: id) { begin(defect, inPod: index, &turn) }
    }

    mutating func publish(pod index: Int, _ turn: inout Turn) {
        let pod = pods[index]
        guard let node = pod.node, nodes[node].isReady, !pod.isReady else { return }
        pods[index].isReady = true
        pods[index].seemsRunning = true
        turn.record(
            .podReady(
                pod.reference, node: nodes[node].name, waitedOn: pod.waitOfStart))
        guard pod.revision > 0, let deployment = deploymentIndex(pod.namespace, pod.owner.name) else {
            return
        }
        reconcile(deployment: deployment, &turn)
    }

    /// What kubelets could not report while the API server was down.
    mutating func publishRunningPods(_ turn: inout Turn) {
        for id in pods.ids(where: { $0.isRunning && !$0.isReady && !$0.isTerminating }) {
            if let index = pods.index(of: id) { publish(pod: index, &turn) }
        }
    }

    /// Starts pods that waited for a config map that is there now.
    mutating func startBlockedPods(_ turn: inout Turn) {
        for id in pods.ids(where: { if case .blocked = $0.state { true } else { false } }) {
            guard let index = pods.index(of: id), let node = pods[index].node, nodes[node].isRunning
            else { continue }
            begin(pod: index, &turn)
        }
    }
}
