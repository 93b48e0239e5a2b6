package import DRSimKernel
package import DRSimUnits

// The operator of the databases is a deployment of one pod like any other: it shares the fate of its node,
// and Kubernetes recreates it elsewhere after the delays of an eviction (A10). The pods it creates itself
// nobody else recreates.

extension KubernetesCluster {
    /// The namespace of the databases' operator.
    package static let operatorNamespace = "cnpg-system"
    /// The deployment of the databases' operator.
    package static let operatorName = "cnpg-controller-manager"

    /// Whether a pod of the databases' operator runs.
    package var hasRunningOperator: Bool {
        pods.indices(ofDeployment: Self.operatorName, namespace: Self.operatorNamespace).contains {
            pods[$0].isRunning
        }
    }

    /// Where the databases' operator runs, or last ran.
    package var operatorNode: Node? {
        let bound = pods.indices(ofDeployment: Self.operatorName, namespace: Self.operatorNamespace)
            .filter { pods[$0].node != nil }
        let place = bound.first { pods[$0].isRunning } ?? bound.last
        return place.flatMap { pods[$0].node }.map { nodes[$0] }
    }

    /// The operator happens to stand on this node, as of those it fits on; where it has long been running is
    /// luck.
    package mutating func seatOperator(at luck: Double) {
        let indices = pods.indices(ofDeployment: Self.operatorName, namespace: Self.operatorNamespace)
        guard let index = indices.first, let old = pods[index].node else { return }
        let template = pods[index].template
        let fitting = nodes.indices.filter { index in
            index == old || nodes[index].isSchedulable && nodes[index].fits(template)
        }
        let new = fitting[min(fitting.count - 1, Int(luck * Double(fitting.count)))]
        nodes[old].usedMilliCPU -= template.milliCPU
        nodes[old].usedMemory = nodes[old].usedMemory - template.memory
        nodes[new].usedMilliCPU += template.milliCPU
        nodes[new].usedMemory = nodes[new].usedMemory + template.memory
        if !nodes[new].images.contains(template.image) { nodes[new].images.append(template.image) }
        pods[index].node = new
    }

    /// The operator works or does not: when it works again it puts pods in the place of those it lost.
    package mutating func databaseOperator(
        isWorking: Bool, at now: Instant, draws: Draws,
        effects: inout Effects<KubernetesEvent, KubernetesFact>
    ) {
        guard isWorking != isOperatorWorking else { return }
        isOperatorWorking = isWorking
        guard isWorking, !abandonedPods.isEmpty else { return }
        var turn = Turn(at: now, draws, taking: &effects)
        defer { effects = turn.effects }
        for pod in abandonedPods where pods.index(namespace: pod.namespace, name: pod.name) == nil {
            recreate(pod, &turn)
        }
        abandonedPods = []
        schedulePods(&turn)
    }
}

extension PodReference {
    /// Whether it is the databases' operator's own.
    package var isDatabaseOperator: Bool {
        namespace == KubernetesCluster.operatorNamespace && owner.name == KubernetesCluster.operatorName
    }
}

extension Pod {
    var isDatabaseOperator: Bool { reference.isDatabaseOperator }

    /// What its present start was spent on.
    var waitOfStart: KubernetesWait {
        if isDatabaseOperator { return .operatorStart }
        return startsCold ? .podStartCold : .podStart
    }
}
