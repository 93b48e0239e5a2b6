import DRSimPostgres
import DRSimUnits
import Testing

/// A planned change of primary, as `kubectl cnpg promote` orders it (A3).
struct SwitchoverTests {
    @Test func `writes pause and none is lost`() {
        var run = PostgresRun()
        run.order("orders-3", at: .seconds(100))
        #expect(!run.system.isWritable(PostgresRun.main))
        #expect(run.system.status(PostgresRun.main).phase == "Switchover in progress")
        #expect(run.system.status(PostgresRun.main).targetPrimary == "orders-3")
        #expect(run.system.status(PostgresRun.main).currentPrimary == "orders-1")
        run.run(through: .seconds(106))
        #expect(run.system.isWritable(PostgresRun.main))
        #expect(run.promotions.map(\.pod) == ["orders-3"])
        #expect(run.promotions.map(\.fork) == [PostgresRun.written(at: .seconds(100))])
        #expect(run.promotions.map(\.wait.name) == ["switchover"])
        run.run(through: .seconds(136))
        #expect(run.system.status(PostgresRun.main).readyInstances == 3)
    }

    @Test(arguments: ["orders-1", "orders-9", "pending"])
    func `an order for the primary or for nobody has no effect`(pod: String) {
        var run = PostgresRun()
        let before = run.system
        run.order(pod, at: .seconds(100))
        #expect(run.system == before)
    }

    @Test func `an order for an instance that is down stands until it runs`() {
        var run = PostgresRun()
        run.stop(1, .nodeLost, at: .seconds(50))
        run.order("orders-2", at: .seconds(100))
        #expect(run.system.isWritable(PostgresRun.main))
        run.start(1, at: .seconds(200))
        run.run(through: .minutes(10))
        #expect(run.promotions.map(\.at) == [.seconds(206)])
    }

    @Test func `the primary goes on writing if its successor fails`() {
        var run = PostgresRun()
        run.order("orders-2", at: .seconds(100))
        run.stop(1, .nodeLost, at: .seconds(103))
        #expect(run.system.isWritable(PostgresRun.main))
        #expect(
            run.instants { $0 == .writable(PostgresRun.main, instance: "orders-1") } == [.seconds(103)])
        run.run(through: .minutes(10))
        #expect(run.promotions.isEmpty)
    }

    @Test func `a primary that fails while it hands over is failed over`() {
        var run = PostgresRun()
        run.order("orders-3", at: .seconds(100))
        run.stop(at: .seconds(103))
        run.run(through: .minutes(10))
        #expect(run.promotions.map(\.at) == [.seconds(115)])
        #expect(run.promotions.map(\.fork) == [PostgresRun.written(at: .seconds(100))])
    }

    @Test func `an order during a failover says whom to promote`() {
        var run = PostgresRun()
        run.stop(at: .seconds(100))
        run.order("orders-3", at: .seconds(104))
        run.run(through: .minutes(10))
        #expect(run.promotions.map(\.pod) == ["orders-3"])
        #expect(run.promotions.map(\.at) == [.seconds(112)])
    }

    @Test func `a standby ahead of one promoted by order must rewind`() {
        let timings = PostgresTimings.constant(lagInRegion: .uniform(low: 0.01, high: 2))
        var run = PostgresRun(timings)
        run.run(through: .seconds(100))
        let reach = run.standbyPositions(at: .seconds(100))
        let behind = reach[0] < reach[1] ? 1 : 2
        run.stop(0, .nodeLost, at: .seconds(100))
        run.order("orders-\(behind + 1)", at: .seconds(101))
        run.run(through: .seconds(160))
        #expect(run.promotions.map(\.fork) == [reach.min()])
        #expect(run.system[PostgresRun.main].instances[3 - behind].state == .rejoining)
        run.run(through: .seconds(190))
        #expect(run.system[PostgresRun.main].instances[3 - behind].isRunning)
    }
}
