import DRSimKernel
import DRSimPostgres
import DRSimUnits

/// Databases with their events in a queue and their facts in a list: what the world does for them.
///
/// `orders` runs in region 0 on three instances, `orders-dr` in region 1 on two; a megabyte a second is
/// written to whatever accepts writes, from the start.
struct PostgresRun {
    static let main = DatabaseID(0)
    static let recovery = DatabaseID(1)
    static let bytesPerMillisecond: Int64 = 1_000

    var system: PostgresSystem
    let draws: Draws
    private(set) var now = Instant.start
    private(set) var facts: [(at: Instant, fact: PostgresFact)] = []
    private var queue = EventQueue<PostgresEvent>()
    /// Whether every event is followed by a look at everything there is to see.
    var looksAround = false

    init(
        _ timings: PostgresTimings = .constant(), instances: Int = 3,
        recovery: DatabaseSpec? = .orders(site: 1, instances: 2, source: DatabaseAddress("orders")),
        trial: UInt32 = 0, application: String = "app",
        backup: BackupPolicy? = nil
    ) {
        system = PostgresSystem(siteNames: ["west", "east"], timings: timings)
        draws = Draws(seed: 11, trial: trial)
        var main = DatabaseSpec.orders(site: 0, instances: instances)
        (main.backup, main.application) = (backup, application)
        for spec in [main, recovery].compactMap(\.self) {
            // A day of it at the rate of the trial.
            system.install(
                spec, history: ByteCount(86_400_000 * Self.bytesPerMillisecond), historyLength: .days(1))
        }
        write()
    }

    /// Runs to an instant and tells the system something there.
    mutating func at(
        _ instant: Instant, _ body: (inout PostgresSystem, Instant, Draws, inout PostgresEffects) -> Void
    ) {
        run(through: instant)
        var effects = PostgresEffects()
        body(&system, instant, draws, &effects)
        absorb(effects)
    }

    /// Handles all events up to and at an instant.
    mutating func run(through instant: Instant) {
        while let next = queue.nextInstant, next <= instant, let (at, _, event) = queue.popFirst() {
            now = at
            var effects = PostgresEffects()
            system.handle(event, at: at, draws: draws, effects: &effects)
            absorb(effects)
        }
        now = instant
        if looksAround { look() }
    }

    private mutating func absorb(_ effects: PostgresEffects) {
        facts += effects.facts.map { (now, $0) }
        for request in effects.scheduled {
            queue.schedule(request.event, at: request.at, order: EventOrder(lane: 0, entity: 0))
        }
        write()
        if looksAround { look() }
    }

    private mutating func write() {
        for index in system.databases.indices {
            system.setWriteRate(
                DatabaseID(index), bytesPerSecond: Self.bytesPerMillisecond * 1_000, at: now)
        }
    }

    private func look() {
        for index in system.databases.indices {
            _ = system.position(of: DatabaseID(index), at: now + .hours(1), draws: draws)
            _ = system.status(DatabaseID(index))
        }
        _ = system.copies(at: now, draws: draws)
    }
}

extension PostgresRun {
    mutating func stop(
        _ ordinal: Int = 0, of id: DatabaseID = main, _ reason: StopReason = .crash, at instant: Instant
    ) {
        at(instant) {
            $0.instanceStopped(id, ordinal: ordinal, reason: reason, at: $1, draws: $2, effects: &$3)
        }
    }

    mutating func start(_ ordinal: Int = 0, of id: DatabaseID = main, at instant: Instant) {
        at(instant) { $0.instanceReturned(id, ordinal: ordinal, at: $1, draws: $2, effects: &$3) }
    }

    mutating func loseSite(_ site: Int = 0, at instant: Instant) {
        at(instant) { $0.siteLost(site, at: $1, draws: $2, effects: &$3) }
    }

    /// A region returns, and the pods of its instances with it.
    mutating func returnSite(_ site: Int = 0, at instant: Instant) {
        at(instant) { $0.siteReturned(site, at: $1, draws: $2, effects: &$3) }
        let pods = system.databases[site].instances.count
        for ordinal in 0..<pods { start(ordinal, of: DatabaseID(site), at: instant) }
    }

    mutating func setOperator(_ isAvailable: Bool, site: Int = 0, at instant: Instant) {
        at(instant) { $0.operatorAvailable(isAvailable, site: site, at: $1, draws: $2, effects: &$3) }
    }

    mutating func cutLink(from one: Int, to other: Int, at instant: Instant) {
        at(instant) { $0.link(from: one, to: other, isUp: false, at: $1, draws: $2, effects: &$3) }
    }

    mutating func healLink(from one: Int, to other: Int, at instant: Instant) {
        at(instant) { $0.link(from: one, to: other, isUp: true, at: $1, draws: $2, effects: &$3) }
    }

    mutating func order(_ pod: String, of id: DatabaseID = main, at instant: Instant) {
        at(instant) { $0.switchOver(id, to: pod, at: $1, draws: $2, effects: &$3) }
    }

    mutating func promoteRecovery(at instant: Instant) {
        at(instant) { $0.promoteReplicaCluster(Self.recovery, at: $1, draws: $2, effects: &$3) }
    }

    mutating func fence(_ id: DatabaseID = main, _ isFenced: Bool = true, at instant: Instant) {
        at(instant) { $0.fence(id, isFenced, at: $1, draws: $2, effects: &$3) }
    }

    /// When facts became true, by a filter on the facts.
    func instants(_ isWanted: (PostgresFact) -> Bool) -> [Instant] {
        facts.filter { isWanted($0.fact) }.map(\.at)
    }

    /// The promotions so far.
    var promotions: [(at: Instant, pod: String, fork: ByteCount, wait: AssumptionID)] {
        facts.compactMap { entry in
            guard case .promoted(_, let pod, _, let fork, let wait) = entry.fact else { return nil }
            return (entry.at, pod, fork, wait)
        }
    }

    /// How far the two standbys of the main database reach.
    func standbyPositions(at instant: Instant) -> [ByteCount] {
        (1...2).map { system.position(of: $0, in: 0, at: instant, draws: draws) }
    }

    /// What the primary of a database had written or received.
    func position(of id: DatabaseID = main, at instant: Instant) -> ByteCount {
        system.position(of: id, at: instant, draws: draws)
    }

    /// What had been written by an instant if nothing ever stopped the writing.
    static func written(at instant: Instant) -> ByteCount {
        ByteCount((86_400_000 + instant.milliseconds) * bytesPerMillisecond)
    }
}

extension Instant {
    static func seconds(_ count: Int64) -> Instant { .start + .seconds(count) }
    static func minutes(_ count: Int64) -> Instant { .start + .minutes(count) }
    static func milliseconds(_ count: Int64) -> Instant { Instant(milliseconds: count) }
}

extension DatabaseSpec {
    static func orders(
        site: Int, instances: Int, source: DatabaseAddress? = nil, copiedAt: Instant? = nil
    ) -> DatabaseSpec {
        DatabaseSpec(
            store: "database", name: site == 0 ? "orders" : "orders-dr", namespace: "shop", site: site,
            zones: (0..<instances).map { "zone-\($0)" }, source: source, copiedAt: copiedAt)
    }
}

extension PostgresTimings {
    /// Everything takes its median.
    static func constant(
        lagInRegion: Distribution = .constant(0.010), lagCrossRegion: Distribution = .constant(0.300),
        failoverAfterCrash: Distribution = .constant(12)
    ) -> PostgresTimings {
        PostgresTimings(
            failoverAfterCrash: Quantity("failover_after_crash", failoverAfterCrash),
            failoverAfterHang: Quantity("failover_after_hang", .constant(35)),
            failoverAfterNodeLoss: Quantity("failover_after_node_loss", .constant(60)),
            switchover: Quantity("switchover", .constant(6)),
            replicaClusterPromotion: Quantity("replica_cluster_promotion", .constant(20)),
            lagInRegion: Quantity("replication_lag_in_region", lagInRegion),
            lagCrossRegion: Quantity("replication_lag_cross_region", lagCrossRegion),
            standbyRejoin: Quantity("standby_rejoin", .constant(30)), recovery: .constant)
    }

    /// Lags as B1 and B2 have them, failover after a crash as A9 has it.
    static func drawn() -> PostgresTimings {
        constant(
            lagInRegion: .lognormal(p50: 0.010, p95: 0.150),
            lagCrossRegion: .lognormal(p50: 0.3, p95: 3), failoverAfterCrash: .lognormal(p50: 12, p95: 35))
    }
}

extension RecoveryTimings {
    /// A database of 60 GB; copies are made at 100 MB/s, restored at 200 and taken of another region's
    /// database at 10, log is fetched at 50 MB/s and replayed at 100, dumps take twice as long to restore as
    /// to make.
    static let constant = RecoveryTimings { name in
        let values: [String: Double] = [
            "database_size": 60e9, "base_backup_rate": 100e6, "base_restore_rate": 200e6,
            "replica_rebuild_rate": 10e6, "wal_fetch_rate": 50e6, "wal_replay_rate": 100e6,
            "wal_archive_upload": 1, "snapshot_ready": 90, "empty_database_start": 10,
            "dump_rate": 20e6, "dump_ratio": 0.25,
            "dump_restore_rate": 10e6, "dump_restore_rate_parallel": 40e6,
        ]
        return Quantity(AssumptionID(name), .constant(values[name] ?? 1))
    }
}
