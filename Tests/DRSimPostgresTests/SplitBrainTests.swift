import DRSimKernel
import DRSimPostgres
import DRSimUnits
import Testing

/// Two writers of one store, and the fence that prevents them (B9, A23).
struct SplitBrainTests {
    private let started = PostgresFact.splitBrainStarted("database", PostgresRun.main, PostgresRun.recovery)
    private let ended = PostgresFact.splitBrainEnded("database")

    /// Region 0 is lost and region 1 promoted.
    private func failedOver() -> PostgresRun {
        var run = PostgresRun()
        run.loseSite(0, at: .seconds(100))
        run.promoteRecovery(at: .seconds(400))
        run.run(through: .minutes(10))
        return run
    }

    @Test func `a region that returns unfenced makes a second writer`() {
        var run = failedOver()
        #expect(run.instants { $0 == started }.isEmpty)
        run.returnSite(0, at: .minutes(60))
        #expect(run.instants { $0 == started } == [.minutes(60)])
        run.run(through: .minutes(70))
        run.fence(at: .minutes(70))
        #expect(run.instants { $0 == ended } == [.minutes(70)])
        run.system.closeStretches(at: .minutes(80))
        let own = run.system.ledger.stretches.filter { $0.timeline == 0 && $0.from >= .minutes(60) }
        let bytes = own.reduce(Int64(0)) { $0 + ($1.end - $1.start).bytes }
        #expect(bytes == 600_000 * PostgresRun.bytesPerMillisecond)
    }

    @Test func `a database fenced before its pods return never writes`() {
        var run = failedOver()
        run.at(.minutes(60)) { $0.siteReturned(0, at: $1, draws: $2, effects: &$3) }
        run.fence(at: .minutes(60))
        for ordinal in 0..<3 { run.start(ordinal, at: .minutes(62)) }
        run.run(through: .minutes(90))
        #expect(run.instants { $0 == started }.isEmpty)
        #expect(!run.system[PostgresRun.main].isRunning)
        #expect(run.position(at: .minutes(90)) == PostgresRun.written(at: .seconds(100)))
    }

    @Test func `the promotion of a replica whose source is fine makes a second writer at once`() {
        var run = PostgresRun()
        run.promoteRecovery(at: .seconds(100))
        run.run(through: .minutes(5))
        #expect(run.instants { $0 == started } == [.seconds(120)])
        run.stop(of: PostgresRun.main, .crash, at: .minutes(5))
        #expect(run.instants { $0 == ended } == [.minutes(5)])
        run.run(through: .minutes(10))
        #expect(run.instants { $0 == started } == [.seconds(120), .seconds(312)])
    }

    @Test func `a copy of its own counts from its first write`() {
        let spec = DatabaseSpec.orders(site: 1, instances: 2, copiedAt: .start - .hours(6))
        var system = PostgresSystem(siteNames: ["west", "east"], timings: .constant())
        for spec in [.orders(site: 0, instances: 3), spec] {
            system.install(spec, history: ByteCount(1_000), historyLength: .days(1))
        }
        var run = PostgresRun()
        run.system = system
        var effects = PostgresEffects()
        run.system.fence(PostgresRun.main, true, at: .seconds(1), draws: run.draws, effects: &effects)
        run.system.fence(PostgresRun.main, false, at: .seconds(2), draws: run.draws, effects: &effects)
        #expect(!effects.facts.contains(started))
        run.system.setWriteRate(PostgresRun.recovery, bytesPerSecond: 10, at: .seconds(3))
        run.system.fence(PostgresRun.main, true, at: .seconds(8), draws: run.draws, effects: &effects)
        run.system.fence(PostgresRun.main, false, at: .seconds(9), draws: run.draws, effects: &effects)
        #expect(effects.facts.contains(started))
    }

    @Test func `a fenced database is left alone by its operator`() {
        var run = PostgresRun()
        run.fence(at: .seconds(100))
        run.stop(0, .nodeLost, at: .seconds(110))
        run.run(through: .minutes(10))
        #expect(run.facts.map(\.fact).filter { $0 == .failoverPending(PostgresRun.main) }.isEmpty)
        run.fence(PostgresRun.main, false, at: .minutes(10))
        run.run(through: .minutes(20))
        #expect(run.promotions.map(\.at) == [.minutes(11)])
    }

    @Test func `a fence that is lifted loses nothing`() {
        var run = PostgresRun()
        run.fence(at: .seconds(100))
        #expect(run.system.status(PostgresRun.main).readyInstances == 0)
        run.fence(PostgresRun.main, false, at: .seconds(160))
        #expect(run.instants { $0 == .writable(PostgresRun.main, instance: "orders-1") } == [.seconds(160)])
        let pause = ByteCount(60_000 * PostgresRun.bytesPerMillisecond)
        #expect(run.position(at: .seconds(200)) == PostgresRun.written(at: .seconds(200)) - pause)
    }
}
