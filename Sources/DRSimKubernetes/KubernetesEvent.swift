/// Something that happens in a cluster by itself, asked for earlier by the cluster.
///
/// Generations make events harmless that something overtook: an event of an earlier generation
/// than its subject's present one is ignored.
package enum KubernetesEvent: Hashable, Sendable {
    /// The node controller has waited long enough for a stopped node's heartbeat.
    case nodeFallsSilent(node: Int32, generation: Int32)
    /// The pods of a node that is not ready are evicted.
    case evictionDue(node: Int32, generation: Int32)
    /// A pod's containers are up and pass their readiness probes.
    case podStarts(pod: Int32, generation: Int32)
    /// A pod's program fails by a defect it has.
    case podFails(pod: Int32, generation: Int32, affliction: Int32)
    /// The pause of a pod that crashed is over.
    case podRetries(pod: Int32, generation: Int32)
    /// A pod tries again to pull its image.
    case imagePullRetries(pod: Int32, generation: Int32)
    /// Argo CD begins to reconcile an application: it saw a new commit, or heals a drift.
    case syncDue(application: Int32, generation: Int32)
    /// A running sync of an application is through.
    case syncEnds(application: Int32, generation: Int32)
}
