package import DRSimKernel
package import DRSimUnits

extension KubernetesCluster {
    /// Whether images can be pulled.
    var isRegistryUp: Bool { registryOutages == 0 }

    /// An outage of the registry that nodes pull from begins or ends; the last to end lets pods that wait
    /// for their image start at their next try, a drawn time later. Images a node has are used without it.
    package mutating func registry(
        isUp: Bool, retryingAfter backOff: Quantity, at now: Instant, draws: Draws,
        effects: inout Effects<KubernetesEvent, KubernetesFact>
    ) {
        registryOutages += isUp ? -1 : 1
        guard isRegistryUp else { return }
        var turn = Turn(at: now, draws, taking: &effects)
        defer { effects = turn.effects }
        for id in pods.ids(where: { $0.state == .withoutImage }) {
            guard let index = pods.index(of: id) else { continue }
            let entity = stream("pod", pods[index].namespace, pods[index].name)
            turn.schedule(
                .imagePullRetries(pod: id, generation: pods[index].generation),
                after: backOff.span(turn.draws, of: entity, ordinal: UInt32(pods[index].restarts)))
        }
    }

    /// A pod tries again to pull its image.
    mutating func imagePullRetries(_ id: Int32, generation: Int32, _ turn: inout Turn) {
        guard isRegistryUp, let index = pods.index(of: id), pods[index].generation == generation,
            pods[index].state == .withoutImage
        else { return }
        startWithImage(pod: index, &turn)
    }
}
