import DRSimPostgres
import DRSimUnits
import Testing

/// Who answers, and what the operator reports.
struct DatabaseTests {
    @Test func `services answer as the instances they select do`() {
        var run = PostgresRun()
        func answers() -> [Bool] {
            [.primary, .replica, nil].map { run.system[PostgresRun.main].answers($0) }
        }
        #expect(answers() == [true, true, true])
        run.stop(0, .nodeLost, at: .seconds(100))
        #expect(answers() == [false, true, true])
        run.stop(1, .nodeLost, at: .seconds(101))
        run.stop(2, .nodeLost, at: .seconds(102))
        #expect(answers() == [false, false, false])
        run.start(0, at: .seconds(103))
        #expect(answers() == [true, false, true])
        run.fence(at: .seconds(104))
        #expect(answers() == [false, false, false])
    }

    @Test func `the operator reports a failover as pending`() {
        var run = PostgresRun()
        run.stop(at: .seconds(100))
        let status = run.system.status(PostgresRun.main)
        #expect(status.phase == "Failing over")
        #expect(status.currentPrimary == "orders-1")
        #expect(status.targetPrimary == "pending")
        #expect((status.readyInstances, status.instances) == (2, 3))
        run.run(through: .seconds(112))
        #expect(run.system.status(PostgresRun.main).currentPrimary == "orders-2")
        #expect(run.system.status(PostgresRun.main).targetPrimary == "orders-2")
    }

    @Test func `roles follow the primary`() {
        var run = PostgresRun()
        run.stop(at: .seconds(100))
        run.run(through: .minutes(5))
        let database = run.system[PostgresRun.main]
        #expect(database.instances.indices.map(database.role) == [.replica, .primary, .replica])
    }

    @Test(arguments: [
        ("orders-2", "shop", 0, 0, 1), ("orders-dr-1", "shop", 1, 1, 0), ("orders-1", "shop", 1, -1, 0),
        ("orders-1", "other", 0, -1, 0), ("orders-4", "shop", 0, -1, 0),
    ])
    func `a pod is found by name, namespace and region`(
        pod: String, namespace: String, site: Int, database: Int, ordinal: Int
    ) {
        let place = PostgresRun().system.instance(pod: pod, namespace: namespace, site: site)
        #expect((place?.database.index ?? -1) == database)
        #expect((place?.ordinal ?? 0) == ordinal)
    }

    @Test func `a database is found by name, namespace and region`() {
        let system = PostgresRun().system
        #expect(system.database(named: "orders", namespace: "shop", site: 0) == PostgresRun.main)
        #expect(system.database(named: "orders", namespace: "shop", site: 1) == nil)
        #expect(system.database(named: "orders-dr", namespace: "shop", site: 1) == PostgresRun.recovery)
    }

    @Test func `adding a database moves nobody's luck`() {
        for trial in UInt32(0)..<20 {
            var one = PostgresRun(.drawn(), recovery: nil, trial: trial)
            var both = PostgresRun(.drawn(), trial: trial)
            one.stop(at: .seconds(100))
            both.stop(at: .seconds(100))
            one.run(through: .minutes(10))
            both.run(through: .minutes(10))
            #expect(one.promotions.map(\.at) == both.promotions.map(\.at))
            #expect(one.promotions.map(\.fork) == both.promotions.map(\.fork))
        }
    }
}
