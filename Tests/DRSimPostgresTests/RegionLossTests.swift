import DRSimKernel
import DRSimPostgres
import DRSimUnits
import Testing

/// The loss of the region that writes, and its return (A13, B2, B9).
struct RegionLossTests {
    /// From the loss of the region back to the last instant whose writes reached the other one.
    private func lostTime(_ run: PostgresRun, onset: Instant) -> Span {
        let missing = PostgresRun.written(at: onset) - run.position(of: PostgresRun.recovery, at: onset)
        return Span(milliseconds: missing.bytes / PostgresRun.bytesPerMillisecond)
    }

    @Test func `what is lost is the lag at the onset, to the millisecond`() {
        for trial in UInt32(0)..<200 {
            var run = PostgresRun(.drawn(), trial: trial)
            let onset = Instant.minutes(10) + Span(milliseconds: Int64(trial))
            run.loseSite(0, at: onset)
            let lag = Quantity("replication_lag_cross_region", .lognormal(p50: 0.3, p95: 3))
                .span(run.draws, of: StreamName("database east/shop/orders-dr-1"), ordinal: 10)
            #expect(lostTime(run, onset: onset) == lag)
            run.promoteRecovery(at: onset + .minutes(5))
            run.run(through: onset + .minutes(10))
            #expect(run.promotions.map(\.fork) == [PostgresRun.written(at: onset - lag)])
        }
    }

    @Test func `over many trials it is distributed as the lag is`() {
        let trials = 5_000
        var (belowMedian, below95) = (0, 0)
        for trial in 0..<trials {
            var run = PostgresRun(.drawn(), trial: UInt32(trial))
            run.loseSite(0, at: .minutes(10))
            let lost = lostTime(run, onset: .minutes(10))
            if lost <= Span(milliseconds: 300) { belowMedian += 1 }
            if lost <= .seconds(3) { below95 += 1 }
        }
        // Four standard errors of a proportion.
        #expect(abs(Double(belowMedian) / Double(trials) - 0.5) < 4 * (0.25 / Double(trials)).squareRoot())
        #expect(abs(Double(below95) / Double(trials) - 0.95) < 4 * (0.0475 / Double(trials)).squareRoot())
    }

    @Test func `nobody fails over in a region without power`() {
        var run = PostgresRun()
        run.loseSite(0, at: .seconds(100))
        run.run(through: .minutes(60))
        #expect(run.instants { $0 == .failoverPending(PostgresRun.main) }.isEmpty)
        let lost = PostgresFact.primaryLost(PostgresRun.main, instance: "orders-1", reason: .siteLost)
        #expect(run.instants { $0 == lost } == [.seconds(100)])
        let available = run.system.copies(at: .minutes(60), draws: run.draws).map(\.isAvailable)
        #expect(available == [false, true])
    }

    @Test func `what the world says of pods in a lost region changes nothing`() {
        var run = PostgresRun()
        run.loseSite(0, at: .seconds(100))
        let lost = run.system
        for ordinal in 0..<3 { run.stop(ordinal, .nodeLost, at: .seconds(100)) }
        run.start(0, at: .seconds(100))
        #expect(run.system == lost)
    }

    @Test(arguments: [[0, 1, 2], [2, 1, 0], [1, 2, 0]])
    func `the old primary leads again on its old timeline, in whatever order pods return`(order: [Int]) {
        var run = PostgresRun()
        run.loseSite(0, at: .seconds(100))
        run.at(.minutes(60)) { $0.siteReturned(0, at: $1, draws: $2, effects: &$3) }
        for (number, ordinal) in order.enumerated() {
            run.start(ordinal, at: .minutes(60) + .minutes(Int64(number) * 5))
        }
        run.run(through: .minutes(90))
        #expect(run.promotions.isEmpty)
        #expect(run.system[PostgresRun.main].primary == 0)
        #expect(run.system.status(PostgresRun.main).phase == "Cluster in healthy state")
        #expect(run.system.ledger.timelines.count == 1)
        let received = run.position(of: PostgresRun.recovery, at: .minutes(90))
        #expect(received > PostgresRun.written(at: .seconds(100)))
    }

    @Test func `a primary whose node was lost too is failed over after the region's return`() {
        var run = PostgresRun()
        run.loseSite(0, at: .seconds(100))
        run.at(.minutes(60)) { $0.siteReturned(0, at: $1, draws: $2, effects: &$3) }
        run.start(1, at: .minutes(61))
        run.stop(0, .nodeLost, at: .minutes(62))
        run.run(through: .minutes(90))
        #expect(run.promotions.map(\.pod) == ["orders-2"])
        #expect(run.promotions.map(\.at) == [.minutes(63)])
    }

    @Test func `a failover that the region's loss overtook is taken up on its return`() {
        var run = PostgresRun()
        run.stop(0, .nodeLost, at: .seconds(100))
        run.loseSite(0, at: .seconds(120))
        run.run(through: .minutes(59))
        #expect(run.promotions.isEmpty)
        run.at(.minutes(60)) { $0.siteReturned(0, at: $1, draws: $2, effects: &$3) }
        run.start(1, at: .minutes(61))
        run.run(through: .minutes(90))
        #expect(run.promotions.map(\.at) == [.minutes(62)])
    }
}
