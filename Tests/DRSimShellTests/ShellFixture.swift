import DRSimCloud
import DRSimDocument
import DRSimKernel
import DRSimKubernetes
import DRSimPostgres
import DRSimShell
import DRSimUnits
import OrderedCollections

/// Two regions with a cluster each, and a shell at a third place that is set to the west.
///
/// West serves: deployments, an ingress, a database of three instances. East waits: an application
/// to sync, a replica of the database. DNS is changed through the east.
struct ShellFixture {
    var infrastructure: Infrastructure
    var session = ShellSession(site: .third, context: "west", region: "us-west-2")
    /// Five minutes after everything was installed.
    var now = Instant.start + .minutes(5)
    private(set) var effects = InfrastructureEffects()
    let draws = Draws(seed: 1, trial: 0)

    static let west = 0
    static let east = 1
    static let shell = Shell(
        timings: ShellTimings(
            latency: [("kubectl", .constant(1)), ("aws", .constant(2)), ("curl", .constant(0.1))],
            timeout: .constant(30),
            rates: [
                (.upload, .constant(100e6)), (.download, .constant(50e6)), (.copy, .constant(200e6)),
            ]))

    init() throws {
        let start = CalendarTime(year: 2026, month: 3, day: 10)
        let cloud = Cloud(.fixture, timings: .fixture)
        var clusters = [
            KubernetesCluster(name: "erp-west", context: "west", start: start),
            KubernetesCluster(name: "erp-east", context: "east", start: start),
        ]
        for node in cloud.nodes {
            let zone = ["a", "b", "c"][node.zone]
            clusters[node.region].join(node, zone: zone, draws: draws)
        }
        try clusters[Self.west].install(Manifests.west, draws: draws)
        try clusters[Self.east].install(Manifests.east, draws: draws)
        var databases = PostgresSystem(siteNames: ["west", "east"], timings: .fixture)
        for spec in [DatabaseSpec.orders, .copy] {
            databases.install(spec, history: ByteCount(0x1_6000_0060), historyLength: .days(1))
            clusters[spec.site].createInstances(of: spec, draws: draws)
        }
        infrastructure = Infrastructure(start: start, cloud: cloud, clusters: clusters, databases: databases)
        for index in databases.databases.indices { publishStatus(of: DatabaseID(index)) }
    }

    /// Types a command line, in which single quotes keep blanks together.
    @discardableResult
    mutating func run(_ line: String, input: String? = nil) -> CommandResult {
        let command = Self.shell.start(
            Self.words(of: line), input: input, in: session, on: infrastructure, at: now)
        return Self.shell.finish(
            command, in: &session, on: &infrastructure, at: now, draws: draws, effects: &effects)
    }

    /// How long a command line would take.
    func delay(of line: String) -> Span? {
        Self.shell.expectedDelay(
            of: Self.shell.start(Self.words(of: line), in: session, on: infrastructure, at: now), in: session,
            on: infrastructure, at: now, draws: draws, stream: StreamName("test"), ordinal: 0)
    }

    static func words(of line: String) -> [String] {
        line.split(separator: "'", omittingEmptySubsequences: false).enumerated().reduce(into: [""]) {
            words, part in
            guard part.offset.isMultiple(of: 2) else {
                words[words.count - 1] += part.element
                return
            }
            let pieces = part.element.split(separator: " ", omittingEmptySubsequences: false).map(String.init)
            words[words.count - 1] += pieces[0]
            words += pieces.dropFirst()
        }
    }

    /// The operator writes what it sees into the status of a database's object.
    private mutating func publishStatus(of id: DatabaseID) {
        let spec = infrastructure.databases[id].spec
        let status = infrastructure.databases.status(id)
        guard let type = infrastructure.clusters[spec.site].resourceType(named: "clusters") else { return }
        infrastructure.clusters[spec.site].setStatus(
            type, namespace: spec.namespace, name: spec.name,
            [
                "currentPrimary": .string(status.currentPrimary ?? ""),
                "targetPrimary": .string(status.targetPrimary ?? ""), "phase": .string(status.phase),
                "instances": .integer(Int64(status.instances)),
                "readyInstances": .integer(Int64(status.readyInstances)),
            ])
    }
}

extension ShellFixture {
    /// Nothing in a region answers any more.
    mutating func lose(region: Int) {
        infrastructure.cloud.regionLost(region, at: now, draws: draws, effects: &effects.cloud)
    }

    /// A file lies where the commands are typed.
    mutating func write(_ path: String, size: Int64 = 1_000) {
        session.files[path] = LocalFile(
            size: ByteCount(size), content: ObjectContent(payload: 7), writtenAt: .start)
    }

    /// An object has long been in a bucket.
    mutating func install(
        _ bucket: String, _ key: String, size: Int64 = 1_000, encryptedWith name: String? = nil
    ) {
        infrastructure.cloud.installObject(
            ObjectUpload(size: ByteCount(size), content: ObjectContent(payload: 7), key: name),
            at: ObjectAddress(bucket, key), storedAt: .start - .hours(22))
    }

    /// The API server of a cluster stops answering.
    mutating func loseControlPlane(of cluster: Int) {
        var effects = Effects<KubernetesEvent, KubernetesFact>()
        infrastructure.clusters[cluster].controlPlane(isUp: false, at: now, draws: draws, effects: &effects)
    }

    /// The operator adds an instance to the database of the west, which begins to start if it finds a node.
    mutating func createInstance(_ name: String, milliCPU: Int64) {
        var effects = Effects<KubernetesEvent, KubernetesFact>()
        infrastructure.clusters[Self.west].createPod(
            PodTemplate(labels: [:], milliCPU: milliCPU, memory: ByteCount(1)), named: name,
            namespace: "production", owner: PodOwner(kind: "Cluster", name: "orders-db"), at: now,
            draws: draws,
            effects: &effects)
    }

    mutating func deletePod(_ name: String) {
        var effects = Effects<KubernetesEvent, KubernetesFact>()
        infrastructure.clusters[Self.west].deletePod(
            named: name, namespace: "production", at: now, draws: draws, effects: &effects)
    }

    /// An instance of a database crashes.
    mutating func crash(instance: Int, of database: Int) {
        var effects = PostgresEffects()
        infrastructure.databases.instanceStopped(
            DatabaseID(database), ordinal: instance, reason: .crash, at: now, draws: draws, effects: &effects)
    }

    /// What a database holds is spoilt.
    mutating func spoil(database: Int, by kind: Damage.Kind) {
        var effects = PostgresEffects()
        infrastructure.databases.spoil(
            DatabaseID(database), by: kind, share: .all, isSilent: false, at: now, draws: draws,
            effects: &effects)
    }

    /// All nodes of a cluster stop; its API does not know yet.
    mutating func stopNodes(of cluster: Int) {
        var effects = Effects<KubernetesEvent, KubernetesFact>()
        for node in infrastructure.clusters[cluster].allNodes {
            infrastructure.clusters[cluster].nodeStopped(node.name, at: now, draws: draws, effects: &effects)
        }
    }
}

extension Quantity {
    /// A quantity that is always the same number of seconds.
    static func constant(_ seconds: Double) -> Quantity { Quantity("fixture", .constant(seconds)) }
}
