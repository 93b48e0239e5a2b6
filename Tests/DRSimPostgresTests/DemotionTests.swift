import DRSimPostgres
import DRSimUnits
import Testing

/// An old primary that is to follow the database which took its place.
struct DemotionTests {
    /// Production's region is lost, its replica promoted, and the region back after half an hour.
    private static func returned() -> PostgresRun {
        var run = PostgresRun()
        run.loseSite(0, at: .seconds(100))
        run.promoteRecovery(at: .seconds(400))
        run.returnSite(0, at: .minutes(30))
        return run
    }

    private static func demote(_ run: inout PostgresRun, at instant: Instant, toFollow source: DatabaseID?) {
        run.at(instant) {
            $0.demote(PostgresRun.main, toFollow: source, at: $1, draws: $2, effects: &$3)
        }
    }

    @Test func `it takes no writes from the order on, and follows when it was copied anew`() {
        var run = Self.returned()
        #expect(run.system.isWritable(PostgresRun.main))
        Self.demote(&run, at: .minutes(31), toFollow: PostgresRun.recovery)
        #expect(!run.system.isWritable(PostgresRun.main))
        #expect(run.system.status(PostgresRun.main).phase == "Demoting to replica cluster")
        // 60 GB at 10 MB/s.
        let end = Instant.minutes(31) + .seconds(6_000)
        run.run(through: end - Span(milliseconds: 1))
        #expect(!run.system[PostgresRun.main].isReplica)
        run.run(through: end + .seconds(60))
        #expect(run.system[PostgresRun.main].isReplica)
        #expect(run.system[PostgresRun.main].timeline == run.system[PostgresRun.recovery].timeline)
        let now = end + .seconds(60)
        let behind =
            run.position(of: PostgresRun.recovery, at: now) - run.position(of: PostgresRun.main, at: now)
        #expect(behind == ByteCount(300 * PostgresRun.bytesPerMillisecond))
    }

    @Test func `an order that is taken back leaves it a database of its own`() {
        var run = Self.returned()
        Self.demote(&run, at: .minutes(31), toFollow: PostgresRun.recovery)
        Self.demote(&run, at: .minutes(40), toFollow: nil)
        run.run(through: .minutes(60 * 6))
        #expect(run.system.isWritable(PostgresRun.main))
        #expect(!run.system[PostgresRun.main].isReplica)
    }

    @Test func `it waits for a link to what it is to follow`() {
        var run = Self.returned()
        run.cutLink(from: 0, to: 1, at: .minutes(30))
        Self.demote(&run, at: .minutes(31), toFollow: PostgresRun.recovery)
        run.run(through: .minutes(60 * 6))
        #expect(!run.system[PostgresRun.main].isReplica)
        run.healLink(from: 0, to: 1, at: .minutes(60 * 6))
        run.run(through: .minutes(60 * 8))
        #expect(run.system[PostgresRun.main].isReplica)
    }

    @Test func `promoted after the other ceased to write, it goes on from all that was written`() throws {
        var run = Self.returned()
        Self.demote(&run, at: .minutes(31), toFollow: PostgresRun.recovery)
        run.run(through: .minutes(180))
        run.at(.minutes(180)) {
            $0.fence(PostgresRun.recovery, true, at: $1, draws: $2, effects: &$3)
        }
        run.at(.minutes(181)) {
            $0.promoteReplicaCluster(PostgresRun.main, at: $1, draws: $2, effects: &$3)
        }
        run.run(through: .minutes(182))
        #expect(run.system.isWritable(PostgresRun.main))
        #expect(try #require(run.promotions.last).at == .minutes(181) + .seconds(20))
    }
}
