import DRSimCloud
import DRSimKernel
import DRSimUnits

/// A cloud with its events in a queue and its facts in a list: what the world does for it.
struct CloudRun {
    var cloud: Cloud
    let draws: Draws
    private(set) var now = Instant.start
    private(set) var facts: [(at: Instant, fact: CloudFact)] = []
    private var queue = EventQueue<CloudEvent>()

    init(
        _ configuration: CloudConfiguration = .twoRegions(), timings: CloudTimings = .constant(),
        trial: UInt32 = 0
    ) {
        cloud = Cloud(configuration, timings: timings)
        draws = Draws(seed: 7, trial: trial)
    }

    /// Runs to an instant and asks something of the cloud there.
    mutating func at<Answer>(
        _ instant: Instant, _ body: (inout Cloud, Instant, Draws, inout CloudEffects) throws -> Answer
    ) rethrows -> Answer {
        run(through: instant)
        var effects = CloudEffects()
        let answer = try body(&cloud, instant, draws, &effects)
        absorb(effects)
        return answer
    }

    /// Handles all events up to and at an instant.
    mutating func run(through instant: Instant) {
        while let next = queue.nextInstant, next <= instant, let (at, _, event) = queue.popFirst() {
            now = at
            var effects = CloudEffects()
            cloud.handle(event, at: at, draws: draws, effects: &effects)
            absorb(effects)
        }
        now = instant
    }

    private mutating func absorb(_ effects: CloudEffects) {
        facts += effects.facts.map { (now, $0) }
        for request in effects.scheduled {
            queue.schedule(request.event, at: request.at, order: EventOrder(lane: 0, entity: 0))
        }
    }
}

extension CloudRun {
    /// When facts became true, by a filter on the facts.
    func instants(_ isWanted: (CloudFact) -> Bool) -> [Instant] {
        facts.filter { isWanted($0.fact) }.map(\.at)
    }

    /// The nodes of a region in a state.
    func nodes(_ state: Node.State, in region: Int = 0) -> [Node] {
        cloud.nodes.filter { $0.region == region && $0.state == state }
    }

    mutating func loseRegion(_ region: Int, at instant: Instant) {
        at(instant) { $0.regionLost(region, at: $1, draws: $2, effects: &$3) }
    }

    mutating func returnRegion(_ region: Int, at instant: Instant) {
        at(instant) { $0.regionReturned(region, at: $1, draws: $2, effects: &$3) }
    }

    mutating func loseZone(_ zone: Int, at instant: Instant) {
        at(instant) { $0.zoneLost(0, zone: zone, at: $1, draws: $2, effects: &$3) }
    }

    mutating func returnZone(_ zone: Int, at instant: Instant) {
        at(instant) { $0.zoneReturned(0, zone: zone, at: $1, draws: $2, effects: &$3) }
    }

    mutating func scale(to desired: Int, min: Int? = nil, max: Int? = nil, at instant: Instant) throws {
        _ = try at(instant) {
            try $0.updateNodeGroup(
                cluster: "west", group: "workers", region: 0, min: min, max: max, desired: desired, at: $1,
                draws: $2, effects: &$3)
        }
    }

    @discardableResult
    mutating func change(_ changes: [DNSRecordChange], at instant: Instant) throws -> DNSChange {
        try at(instant) {
            try $0.changeRecords(inZone: "Z1", changes, at: $1, draws: $2, effects: &$3)
        }
    }

    /// Points the public name at a target.
    @discardableResult
    mutating func point(
        at target: String, ttl: Span = .seconds(60), at instant: Instant
    ) throws -> DNSChange {
        let record = DNSRecord(name: "api.example.com", type: "CNAME", ttl: ttl, value: target)
        return try change([DNSRecordChange(.upsert, record)], at: instant)
    }

    /// The share of the public name's clients at a target.
    func share(at target: String, at instant: Instant) -> Share {
        cloud.clients(of: "api.example.com", at: instant).first { $0.target == target }?.share ?? .none
    }
}

extension Instant {
    static func seconds(_ count: Int64) -> Instant { .start + .seconds(count) }
    static func minutes(_ count: Int64) -> Instant { .start + .minutes(count) }
}

extension CloudConfiguration {
    /// Two regions of three zones; the public name leads to the first, whose records live for `ttl`;
    /// the DNS control plane is in the second.
    static func twoRegions(ttl: Span = .minutes(5), desired: Int = 3) -> CloudConfiguration {
        CloudConfiguration(
            regions: [
                region("west", workers: desired),
                region("east", workers: 2),
            ],
            dns: HostedZone(
                id: "Z1", controlPlane: 1,
                records: [
                    DNSRecord(name: "api.example.com", type: "CNAME", ttl: ttl, value: "lb.west"),
                    DNSRecord(name: "www.example.com", type: "A", ttl: ttl, value: "203.0.113.7"),
                    DNSRecord(name: "example.com", type: "MX", ttl: ttl, value: "10 mail.example.net"),
                ]))
    }

    private static func region(_ name: String, workers: Int) -> Region {
        Region(
            name: name, zones: ["\(name)-a", "\(name)-b", "\(name)-c"], cluster: name,
            loadBalancer: "lb.\(name)",
            nodeGroups: [
                NodeGroup(
                    name: "workers", sizes: NodeGroupSizes(min: 1, max: 30, desired: workers),
                    milliCPU: 4_000, memory: ByteCount(16_000_000_000))
            ])
    }
}

extension CloudTimings {
    /// Nodes take 150 s, changes 30 s; clients move as C6 has it.
    static func constant() -> CloudTimings {
        timings(nodeStart: .constant(150), dnsPropagation: .constant(30))
    }

    /// Timings with these of nodes and DNS.
    static func timings(nodeStart: Distribution, dnsPropagation: Distribution) -> CloudTimings {
        CloudTimings(
            nodeStart: Quantity("node_start", nodeStart),
            dnsPropagation: Quantity("dns_propagation", dnsPropagation),
            shareByTTL: .percent(85), shareByTTLPlus5: .percent(95), shareByTTLPlus30: .percent(99),
            tailEnd: .hours(24),
            capacity: CapacityTimings(refusal: 1, retry: Quantity("capacity_retry", .constant(1_200))),
            storage: .constant())
    }
}

extension StorageTimings {
    /// Copies take 30 s with time control and 15 minutes without; snapshots 10 minutes; they are copied at
    /// 100 MB/s.
    static func constant() -> StorageTimings {
        StorageTimings(
            timedReplication: Quantity("timed_replication", .constant(30)),
            replication: Quantity("replication", .constant(900)),
            snapshot: Quantity("snapshot", .constant(600)),
            snapshotCopyRate: Quantity("snapshot_copy_rate", .constant(100e6)))
    }
}
