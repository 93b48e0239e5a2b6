package import DRSimKernel
package import DRSimUnits

/// A Kubernetes cluster as a value: its objects, nodes and pods, and the controllers that work on
/// them.
///
/// Truth and belief are kept apart: a pod on a stopped node stops at once (`Pod.isServing`), while
/// the API goes on showing it as running until the node controller misses the node's heartbeat.
///
/// Every mutating call is told the instant and the trial's draws and fills `effects`; what it
/// schedules must come back through ``handle(_:at:draws:effects:)``. Reading changes nothing.
package struct KubernetesCluster: Sendable {
    /// The cluster's name in the cloud provider's API.
    package let name: String
    /// The name of its context in kubeconfig.
    package let context: String
    let start: CalendarTime
    let timings: KubernetesTimings
    let allowsSnippets: Bool

    /// Whether the API server answers; while it does not, no controller works.
    package internal(set) var isControlPlaneUp = true

    /// Numbers the changes of what requests meet here: objects, pods, routes and certificates. While it
    /// stands still, so does every answer about them.
    package private(set) var servingRevision = 0

    var store = ObjectStore() { didSet { servingRevision += 1 } }
    var nodes: [Node] = []
    var pods = PodTable() { didSet { servingRevision += 1 } }
    /// Whether the operator that creates database pods works.
    var isOperatorWorking = true
    /// Its pods that are gone and that it has not put new ones in the place of.
    var abandonedPods: [Pod] = []
    /// Pods wait for a node, and something changed since the scheduler last looked.
    var mustSchedule = false

    /// Outages of the registry that images are pulled from.
    var registryOutages = 0
    /// What is wrong with the programs of some deployments.
    var afflictions: [AfflictionRecord] = []
    /// How many afflictions there were.
    var afflictionCount: Int32 = 0
    /// The hosts of certificates that have expired, once for each fault.
    var expiredCertificates: [[String]] = [] { didSet { servingRevision += 1 } }
    /// Outages of the repository Argo CD reads.
    var gitOutages = 0

    var deployments: [Deployment] = []
    var services: [ServiceRule] = [] { didSet { servingRevision += 1 } }
    var ingresses: [IngressRule] = [] { didSet { servingRevision += 1 } }
    var applications: [Application] = []
    /// What Argo CD finds at the newest commit of Git.
    package internal(set) var git: GitContent
    /// What it finds there under a tag, which was set when the trial began and stays.
    let taggedGit: GitContent

    /// Creates a cluster without nodes, holding the namespaces every cluster has.
    package init(_ configuration: KubernetesConfiguration) {
        (name, context) = (configuration.name, configuration.context)
        (start, timings) = (configuration.start, configuration.timings)
        (git, taggedGit, allowsSnippets) = (
            configuration.git, configuration.git, configuration.allowsSnippets
        )
        for namespace in ["default", "kube-system"] {
            store.insertNamespace(namespace, at: .start)
        }
    }

    /// The type a command line means by `name`; `nil` if the server does not have it.
    package func resourceType(named name: String) -> ResourceType? {
        ResourceType.named(name)
    }

    /// The part of the key of draws that names an entity of this cluster.
    func stream(_ path: String...) -> StreamName {
        StreamName(([context] + path).joined(separator: "/"))
    }

    /// When something was created: what is there from the start on has been there for longer than the backups
    /// before it (assumption).
    func creation(_ instant: Instant) -> String {
        timestamp(instant == .start ? .start - .days(90) : instant)
    }

    /// An instant as the API writes it, to the second.
    func timestamp(_ instant: Instant) -> String {
        let moment = start + (instant - .start)
        return (moment - Span(milliseconds: moment.millisecondsOfDay % 1_000)).description
    }
}

extension CalendarTime {
    fileprivate static func - (left: CalendarTime, right: Span) -> CalendarTime {
        left + Span(milliseconds: -right.milliseconds)
    }
}

extension KubernetesCluster {
    /// Handles an event the cluster scheduled earlier.
    package mutating func handle(
        _ event: KubernetesEvent, at now: Instant, draws: Draws,
        effects: inout Effects<KubernetesEvent, KubernetesFact>
    ) {
        var turn = Turn(at: now, draws, taking: &effects)
        defer { effects = turn.effects }
        switch event {
        case .nodeFallsSilent(let node, let generation):
            nodeFallsSilent(Int(node), generation: generation, &turn)
        case .evictionDue(let node, let generation):
            evictPods(ofNode: Int(node), generation: generation, &turn)
        case .podStarts(let pod, let generation):
            podStarts(pod, generation: generation, &turn)
        case .podFails(let pod, let generation, let affliction):
            podFails(pod, generation: generation, affliction: affliction, &turn)
        case .podRetries(let pod, let generation):
            podRetries(pod, generation: generation, &turn)
        case .imagePullRetries(let pod, let generation):
            imagePullRetries(pod, generation: generation, &turn)
        case .syncDue(let application, let generation):
            syncDue(Int(application), generation: generation, &turn)
        case .syncEnds(let application, let generation):
            syncEnds(Int(application), generation: generation, &turn)
        }
        schedulePods(&turn)
    }

    /// The API server and the controllers stop, or work again and take up what was left undone.
    ///
    /// Pods and nodes go on without them.
    package mutating func controlPlane(
        isUp: Bool, at now: Instant, draws: Draws,
        effects: inout Effects<KubernetesEvent, KubernetesFact>
    ) {
        guard isUp != isControlPlaneUp else { return }
        var turn = Turn(at: now, draws, taking: &effects)
        defer { effects = turn.effects }
        isControlPlaneUp = isUp
        guard isUp else { return }
        resumeNodes(&turn)
        withdrawFailedPods()
        publishRunningPods(&turn)
        for index in deployments.indices { reconcile(deployment: index, &turn) }
        for index in applications.indices { resume(application: index, &turn) }
        mustSchedule = true
        schedulePods(&turn)
    }
}
