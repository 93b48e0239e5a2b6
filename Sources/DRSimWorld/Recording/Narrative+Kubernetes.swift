import DRSimKubernetes
import DRSimPlan
import DRSimTrace

extension Narrative {
    /// What the timeline says of something in a cluster, by the cluster's name.
    init(_ fact: KubernetesFact, in cluster: String) {
        switch fact {
        case .nodeNotReady(let node, let wait):
            self.init(
                .nodeNotReady, node, "\(cluster) marks node \(node) NotReady", wait: wait,
                phase: .nodeDetection)
        case .nodeReady(let node):
            self.init(.nodeReady, node, "\(cluster) marks node \(node) Ready", wait: nil, phase: .nodeStart)
        case .podsLost(let node, let pods):
            self.init(
                .podsLost, node, "\(pods.count) pods stop with node \(node)", wait: nil, phase: .fault,
                details: [.init(.count, .number(Int64(pods.count)))])
        case .podReady(let pod, let node, let wait):
            self.init(
                .podReady, pod.name, "pod \(pod.name) is ready on \(node)", wait: wait, phase: .podStart)
        case .podUnschedulable(let pod, let reason):
            self.init(
                .podUnschedulable, pod.name, "pod \(pod.name) finds no node: \(reason)", wait: nil,
                phase: .waitingForNode)
        case .podEvicted(let pod, let node, let wait):
            self.init(
                .podEvicted, pod.name, "pod \(pod.name) is evicted from \(node)", wait: wait,
                phase: .eviction)
        case .podFailed(let pod, let failure):
            self.init(
                .podFailed, pod.name, "pod \(pod.name) \(failure.words)", wait: nil, phase: .podFailure)
        default:
            self.init(object: fact, in: cluster)
        }
    }

    /// What is said of declared objects and of Argo CD.
    private init(object fact: KubernetesFact, in cluster: String) {
        switch fact {
        case .objectChanged(let object, let summary):
            self.init(
                .objectChanged, object.name, "\(object.kind) \(object.name): \(summary)", wait: nil,
                phase: .command)
        case .objectRefused(let object, let error):
            self.init(
                .objectRefused, object.name,
                "\(cluster) refuses \(object.kind) \(object.name): \(error.message)",
                wait: nil, phase: .command)
        case .fieldPruned(let object, let path):
            self.init(
                .fieldPruned, object.name,
                "\(object.kind) \(object.name): \(path) is no field and is dropped",
                wait: nil, phase: .command)
        case .rolloutStarted(let object):
            self.init(
                .rolloutStarted, object.name, "\(object.name) begins to replace its pods", wait: nil,
                phase: .rollout)
        case .rolloutFinished(let object):
            self.init(
                .rolloutFinished, object.name, "\(object.name) has replaced its pods", wait: nil,
                phase: .rollout)
        case .syncStarted(let application, let reason):
            self.init(
                .syncStarted, application.name, "Argo CD syncs \(application.name): \(reason)", wait: nil,
                phase: .sync)
        case .syncFinished(let application, let failure, let wait):
            self.init(
                .syncFinished, application.name,
                failure.map { "sync of \(application.name) failed: \($0)" }
                    ?? "\(application.name) is synced",
                wait: wait, phase: .sync)
        case .fieldReverted(let object, let path, let application, let wait):
            self.init(
                .fieldReverted, object.name,
                "Argo CD (\(application.name)) sets \(path) of \(object.kind) \(object.name) back to Git",
                wait: wait, phase: .sync)
        default:
            preconditionFailure("no narrative for \(fact)")
        }
    }

    private init(
        _ kind: FactKind, _ entity: String, _ text: String, wait: KubernetesWait?, phase: RecoveryPhase,
        details: [Fact.Detail] = []
    ) {
        self.init(
            kind, entity, text, source: wait.map { "assumption:\($0.rawValue)" } ?? Self.sheet(kind),
            actor: .platform,
            phase: phase, details: details)
    }

    /// The entry of the fact sheet for what takes no drawn time.
    private static func sheet(_ kind: FactKind) -> String {
        switch kind {
        case .objectChanged: "A3, A4"
        case .objectRefused: "A14"
        case .fieldPruned: "A4"
        case .fieldReverted, .syncStarted: "D6"
        case .rolloutStarted, .rolloutFinished: "D3"
        case .podUnschedulable: "F54"
        case .podFailed: "D3"
        default: "D1"
        }
    }
}

extension PodFailure {
    /// What the pod does, as a clause.
    fileprivate var words: String {
        switch self {
        case .crashed: "crashes: CrashLoopBackOff"
        case .notReady: "does not pass its readiness probe"
        case .outOfMemory: "is killed: OOMKilled"
        case .withoutImage: "waits for its image: ImagePullBackOff"
        }
    }
}
