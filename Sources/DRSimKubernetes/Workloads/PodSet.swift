/// The pods of one deployment, and what its controller does next about them.
///
/// The controller goes by what the API says, and by two bounds during a rollout: never more than
/// `replicas + maxSurge` pods, never fewer than `replicas - maxUnavailable` ready ones (D3).
struct PodSet: Sendable {
    private let specification: Deployment.Specification
    /// Pods of the present template, oldest first.
    private let present: [Pod]
    /// Pods of earlier templates, oldest first.
    private let earlier: [Pod]

    /// How many pods to create and which to delete.
    struct Change: Sendable {
        var creations = 0
        var deletions: [Int32] = []

        var isEmpty: Bool { creations == 0 && deletions.isEmpty }
    }

    init(_ deployment: Deployment, among pods: [Pod]) {
        let owner = deployment.owner
        let own = pods.filter {
            $0.revision > 0 && !$0.isTerminating && $0.namespace == deployment.key.namespace
                && $0.owner == owner
        }
        specification = deployment.specification
        present = own.filter { $0.revision == deployment.revision }
        earlier = own.filter { $0.revision != deployment.revision }
    }

    /// Whether there are exactly the pods wanted, all ready.
    var isComplete: Bool {
        earlier.isEmpty && present.count == specification.replicas && present.allSatisfy(\.isReady)
    }

    /// The next move; empty when the controller waits for pods to become ready.
    var change: Change {
        if earlier.isEmpty { return resizing }
        if specification.replacesAllAtOnce { return Change(deletions: earlier.map(\.id)) }
        let shrinking = resizing.deletions
        return Change(creations: surging, deletions: shrinking.isEmpty ? retiring : shrinking)
    }

    private var resizing: Change {
        let surplus = present.count - specification.replicas
        return surplus > 0
            ? Change(deletions: Self.leastUseful(present, count: surplus)) : Change(creations: -surplus)
    }

    private var surging: Int {
        let room = specification.replicas + specification.maxSurge - present.count - earlier.count
        return max(0, min(specification.replicas - present.count, room))
    }

    /// Pods of earlier templates to delete: first those that are not ready, as many as would leave enough
    /// if the others were ready; then as many ready ones as the bound allows.
    private var retiring: [Int32] {
        let ready = present.count(where: \.isReady)
        let minimum = specification.replicas - specification.maxUnavailable
        let working = earlier.filter(\.isReady)
        let cleanable = max(0, ready + earlier.count - minimum)
        let spare = max(0, ready + working.count - minimum)
        return Self.leastUseful(earlier.filter { !$0.isReady }, count: cleanable)
            + Self.leastUseful(working, count: spare)
    }

    /// Pods to delete first: without a node, then not ready, then the youngest.
    private static func leastUseful(_ pods: [Pod], count: Int) -> [Int32] {
        let ranked = pods.sorted { left, right in
            let (one, other) = (worth(left), worth(right))
            return one == other ? left.id > right.id : one < other
        }
        return ranked.prefix(count).map(\.id)
    }

    private static func worth(_ pod: Pod) -> Int {
        if pod.node == nil { return 0 }
        return pod.isReady ? 2 : 1
    }
}
