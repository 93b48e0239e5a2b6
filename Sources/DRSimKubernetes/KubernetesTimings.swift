package import DRSimKernel
package import DRSimUnits

/// What a drawn duration of a cluster was spent on; raw values name the plan's assumptions.
package enum KubernetesWait: String, CaseIterable, Hashable, Sendable {
    /// From a node's stop until the API says that it is not ready (D1, A7).
    case nodeMonitorGrace = "node_monitor_grace"
    /// From not ready until the node's pods are evicted (D1).
    case podEviction = "pod_eviction"
    /// From a pod's placing until it is ready, on a node that has run its image before (D2).
    case podStart = "pod_start"
    /// What a node adds that has not run the image before (D2).
    case podStartCold = "pod_start_cold"
    /// From the placing of the database operator's own pod until it works (A10).
    case operatorStart = "operator_start"
    /// From a commit until Argo CD sees it (D5).
    case argoPoll = "argo_poll"
    /// How long a sync runs before its objects are written.
    case argoSync = "argo_sync"
    /// From a drift until self-healing sets it back (D6).
    case selfHeal = "argo_self_heal"

    /// The assumption that governs the wait.
    package var assumption: AssumptionID { AssumptionID(rawValue) }
}

/// How long the parts of a cluster take.
package struct KubernetesTimings: Sendable {
    /// How long a node's heartbeat may be missing.
    package var nodeMonitorGrace: Quantity
    /// How long pods stay bound to a node that is not ready.
    package var podEviction: Quantity
    /// How long a pod takes to become ready.
    package var podStart: Quantity
    /// What pulling the image adds.
    package var podStartCold: Quantity
    /// How long the database operator takes to work.
    package var operatorStart: Quantity
    /// How long a commit goes unseen.
    package var argoPoll: Quantity
    /// How long a sync takes.
    package var argoSync: Quantity
    /// How long self-healing waits.
    package var selfHeal: Quantity

    /// Creates timings, asking for the quantity of each assumption that `KubernetesWait` names.
    package init(_ quantity: (AssumptionID) -> Quantity) {
        nodeMonitorGrace = quantity(KubernetesWait.nodeMonitorGrace.assumption)
        podEviction = quantity(KubernetesWait.podEviction.assumption)
        podStart = quantity(KubernetesWait.podStart.assumption)
        podStartCold = quantity(KubernetesWait.podStartCold.assumption)
        operatorStart = quantity(KubernetesWait.operatorStart.assumption)
        argoPoll = quantity(KubernetesWait.argoPoll.assumption)
        argoSync = quantity(KubernetesWait.argoSync.assumption)
        selfHeal = quantity(KubernetesWait.selfHeal.assumption)
    }
}
