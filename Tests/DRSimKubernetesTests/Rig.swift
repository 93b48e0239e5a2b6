import DRSimDocument
import DRSimKernel
import DRSimKubernetes
import DRSimUnits

/// A cluster with the agenda and the trace that a world would keep for it.
struct Rig {
    typealias Facts = [(at: Instant, fact: KubernetesFact)]

    var cluster: KubernetesCluster
    var now = Instant.start
    let draws: Draws
    private(set) var facts: Facts = []
    private var pending: [(at: Instant, sequence: Int, event: KubernetesEvent)] = []
    private var sequence = 0
    private(set) var eventCount = 0

    /// Constant timings, so that a test can name instants.
    static let timings = KubernetesTimings { id in
        let seconds: [String: Double] = [
            "node_monitor_grace": 45, "pod_eviction": 300, "pod_start": 60, "pod_start_cold": 25,
            "argo_poll": 150, "argo_sync": 10, "argo_self_heal": 5,
        ]
        return Quantity(id, .constant(seconds[id.name] ?? 0))
    }

    /// Three zones with two nodes each; four cores and 16 GiB a node.
    init(
        nodesPerZone: Int = 2, milliCPU: Int64 = 4_000, timings: KubernetesTimings = Rig.timings,
        git: GitContent = GitContent(), allowsSnippets: Bool = true, seed: UInt64 = 1
    ) {
        cluster = KubernetesCluster(
            KubernetesConfiguration(
                name: "erp-east", context: "east", start: CalendarTime(year: 2026, month: 3, day: 10),
                timings: timings, git: git, allowsSnippets: allowsSnippets))
        draws = Draws(seed: seed, trial: 0)
        for number in 0..<(3 * nodesPerZone) {
            join("node-\(number + 1)", zone: ["a", "b", "c"][number % 3], milliCPU: milliCPU)
        }
        facts = []
    }

    /// Calls the cluster at the present instant and keeps what it asks for.
    mutating func call<Value>(
        _ body: (
            inout KubernetesCluster, Instant, Draws, inout Effects<KubernetesEvent, KubernetesFact>
        ) throws(APIError) -> Value
    ) throws(APIError) -> Value {
        var effects = Effects<KubernetesEvent, KubernetesFact>()
        defer { absorb(effects) }
        return try body(&cluster, now, draws, &effects)
    }

    /// Like `call`, for calls that cannot fail.
    mutating func tell(
        _ body: (
            inout KubernetesCluster, Instant, Draws, inout Effects<KubernetesEvent, KubernetesFact>
        ) -> Void
    ) {
        var effects = Effects<KubernetesEvent, KubernetesFact>()
        body(&cluster, now, draws, &effects)
        absorb(effects)
    }

    private mutating func absorb(_ effects: Effects<KubernetesEvent, KubernetesFact>) {
        facts += effects.facts.map { (now, $0) }
        for request in effects.scheduled {
            precondition(request.at >= now, "\(request.event) is asked for in the past")
            sequence += 1
            pending.append((request.at, sequence, request.event))
        }
    }

    /// Handles everything due up to `end`.
    mutating func run(until end: Instant) {
        while let next = pending.indices.min(by: {
            (pending[$0].at, pending[$0].sequence) < (pending[$1].at, pending[$1].sequence)
        }), pending[next].at <= end {
            let due = pending.remove(at: next)
            now = due.at
            eventCount += 1
            tell { cluster, now, draws, effects in
                cluster.handle(due.event, at: now, draws: draws, effects: &effects)
            }
        }
        now = max(now, end)
    }

    mutating func run(seconds: Int64) {
        run(until: Instant.start + .seconds(seconds))
    }
}

extension Rig {
    mutating func join(_ name: String, zone: String, milliCPU: Int64 = 4_000) {
        tell { cluster, now, draws, effects in
            cluster.nodeJoined(
                name, zone: zone, milliCPU: milliCPU, memory: ByteCount(17_179_869_184), at: now,
                draws: draws,
                effects: &effects)
        }
    }

    mutating func stop(_ node: String) {
        tell { $0.nodeStopped(node, at: $1, draws: $2, effects: &$3) }
    }

    mutating func bringBack(_ node: String) {
        tell { $0.nodeReturned(node, at: $1, draws: $2, effects: &$3) }
    }

    mutating func remove(_ node: String) {
        tell { $0.nodeRemoved(node, at: $1, draws: $2, effects: &$3) }
    }

    mutating func setControlPlane(up: Bool) {
        tell { $0.controlPlane(isUp: up, at: $1, draws: $2, effects: &$3) }
    }

    @discardableResult
    mutating func install(_ object: JSONValue) throws(APIError) -> WriteOutcome {
        try call { cluster, now, draws, effects throws(APIError) in
            try cluster.install(object, at: now, draws: draws, effects: &effects)
        }
    }

    @discardableResult
    mutating func apply(_ object: JSONValue, namespace: String = "default") throws(APIError) -> WriteOutcome {
        try call { cluster, now, draws, effects throws(APIError) in
            try cluster.apply(object, namespace: namespace, at: now, draws: draws, effects: &effects)
        }
    }

    @discardableResult
    mutating func create(_ object: JSONValue) throws(APIError) -> WriteOutcome {
        try call { cluster, now, draws, effects throws(APIError) in
            try cluster.create(object, at: now, draws: draws, effects: &effects)
        }
    }

    @discardableResult
    mutating func patch(
        _ type: String, _ name: String, _ body: String, in namespace: String = "production",
        strategy: PatchStrategy = .merge, subresource: Subresource? = nil
    ) throws -> WriteOutcome {
        let (type, body) = (try Self.type(type), try JSONValue(parsing: body))
        return try call { cluster, now, draws, effects throws(APIError) in
            try cluster.patch(
                type, namespace: namespace, name: name, with: body, strategy: strategy,
                subresource: subresource, at: now, draws: draws, effects: &effects)
        }
    }

    @discardableResult
    mutating func scale(
        _ type: String, _ name: String, to replicas: Int64, in namespace: String = "production"
    ) throws -> WriteOutcome {
        let type = try Self.type(type)
        return try call { cluster, now, draws, effects throws(APIError) in
            try cluster.scale(
                type, namespace: namespace, name: name, to: replicas, at: now, draws: draws, effects: &effects
            )
        }
    }

    mutating func restart(_ type: String, _ name: String, in namespace: String = "production") throws {
        let type = try Self.type(type)
        _ = try call { cluster, now, draws, effects throws(APIError) in
            try cluster.restartRollout(
                type, namespace: namespace, name: name, at: now, draws: draws, effects: &effects)
        }
    }

    mutating func delete(_ type: String, _ name: String, in namespace: String = "production") throws {
        let type = try Self.type(type)
        try call { cluster, now, draws, effects throws(APIError) in
            try cluster.delete(
                type, namespace: namespace, name: name, at: now, draws: draws, effects: &effects)
        }
    }

    mutating func sync(_ application: String, force: Bool = false) throws {
        try call { cluster, now, draws, effects throws(APIError) in
            try cluster.sync(
                application: application, namespace: "argocd", force: force, at: now, draws: draws,
                effects: &effects)
        }
    }

    static func type(_ name: String) throws -> ResourceType {
        guard let type = ResourceType.all.first(where: { $0.plural == name }) else {
            throw APIError(.notFound, name)
        }
        return type
    }

    func object(_ type: String, _ name: String, in namespace: String = "production") throws -> JSONValue {
        try cluster.object(try Self.type(type), namespace: namespace, name: name)
    }

    func serving(_ deployment: String = "backend") -> Int {
        cluster.readyPods(deployment: deployment, namespace: "production")
    }

    func pods(of deployment: String = "backend") -> [Pod] {
        cluster.pods(of: PodOwner(kind: "Deployment", name: deployment), namespace: "production")
    }

    /// The instants in seconds at which a fact was recorded that fulfils a condition.
    func seconds(where condition: (KubernetesFact) -> Bool) -> [Double] {
        facts.filter { condition($0.fact) }.map { ($0.at - .start).inSeconds }
    }
}
