import DRSimPostgres
import DRSimUnits
import Testing

/// A replica cluster in another region (A13).
struct ReplicaClusterTests {
    @Test func `it takes no writes and is a lag behind`() {
        var run = PostgresRun()
        run.run(through: .seconds(100))
        #expect(!run.system.isWritable(PostgresRun.recovery))
        #expect(run.system[PostgresRun.recovery].answers(.primary))
        let reached = run.position(of: PostgresRun.recovery, at: .seconds(100))
        #expect(reached == PostgresRun.written(at: .milliseconds(99_700)))
        let copies = run.system.copies(at: .seconds(100), draws: run.draws)
        #expect(copies.map(\.position) == [PostgresRun.written(at: .seconds(100)), reached])
        // Its standby follows its designated primary.
        let standby = run.system.position(of: 1, in: 1, at: .seconds(100), draws: run.draws)
        #expect(standby == PostgresRun.written(at: .milliseconds(99_690)))
    }

    @Test func `it never promotes itself, however long its source is gone`() {
        var run = PostgresRun()
        run.loseSite(0, at: .seconds(100))
        run.run(through: .minutes(60 * 24))
        #expect(run.promotions.isEmpty)
        #expect(!run.system.isWritable(PostgresRun.recovery))
    }

    @Test func `an order makes it a database of its own, for good`() {
        var run = PostgresRun()
        run.loseSite(0, at: .seconds(100))
        run.promoteRecovery(at: .seconds(400))
        #expect(run.system.status(PostgresRun.recovery).phase == "Promoting to primary cluster")
        run.run(through: .seconds(419))
        #expect(!run.system.isWritable(PostgresRun.recovery))
        run.run(through: .seconds(420))
        #expect(run.system.isWritable(PostgresRun.recovery))
        #expect(run.promotions.map(\.fork) == [PostgresRun.written(at: .milliseconds(99_700))])
        #expect(run.promotions.map(\.wait.name) == ["replica_cluster_promotion"])
        #expect(run.system.ledger.timelines[1].database == PostgresRun.recovery)
        run.returnSite(0, at: .minutes(30))
        run.run(through: .minutes(60))
        #expect(!run.system[PostgresRun.recovery].isReplica)
        #expect(run.position(of: PostgresRun.recovery, at: .minutes(60)) > run.promotions[0].fork)
    }

    @Test func `an order outlives the loss of the region it was given in`() {
        var run = PostgresRun()
        run.promoteRecovery(at: .seconds(100))
        run.loseSite(1, at: .seconds(110))
        run.run(through: .seconds(300))
        #expect(run.promotions.isEmpty)
        run.returnSite(1, at: .seconds(300))
        run.run(through: .minutes(20))
        #expect(run.promotions.map(\.at) == [.seconds(320)])
    }

    @Test func `an order to a database that is no replica has no effect`() {
        var run = PostgresRun()
        let before = run.system
        run.at(.seconds(100)) {
            $0.promoteReplicaCluster(PostgresRun.main, at: $1, draws: $2, effects: &$3)
        }
        #expect(run.system == before)
    }

    @Test(arguments: [(0, 1), (1, 0)])
    func `a link cut in either direction stops it, and it catches up`(one: Int, other: Int) {
        var run = PostgresRun()
        run.cutLink(from: one, to: other, at: .seconds(100))
        let stopped = PostgresRun.written(at: .milliseconds(99_700))
        #expect(
            run.facts.map(\.fact) == [.replicationBroken(PostgresRun.recovery, position: stopped)])
        #expect(run.position(of: PostgresRun.recovery, at: .seconds(500)) == stopped)
        run.healLink(from: one, to: other, at: .seconds(500))
        #expect(run.instants { $0 == .replicationResumed(PostgresRun.recovery) } == [.seconds(500)])
        let caughtUp = run.position(of: PostgresRun.recovery, at: .seconds(600))
        #expect(caughtUp == PostgresRun.written(at: .milliseconds(599_700)))
    }

    @Test func `a position never falls when the link comes back`() {
        var run = PostgresRun(.constant(lagCrossRegion: .uniform(low: 0.1, high: 9)))
        for minute in Int64(1)...30 {
            run.cutLink(from: 0, to: 1, at: .minutes(minute) - .seconds(1))
            let stopped = run.position(of: PostgresRun.recovery, at: run.now)
            run.healLink(from: 0, to: 1, at: .minutes(minute))
            #expect(run.position(of: PostgresRun.recovery, at: run.now) >= stopped)
        }
    }

    @Test func `it follows its source over a failover`() {
        var run = PostgresRun()
        run.stop(0, .nodeLost, at: .seconds(100))
        run.run(through: .seconds(159))
        #expect(
            run.position(of: PostgresRun.recovery, at: .seconds(159))
                == PostgresRun.written(at: .milliseconds(99_700)))
        run.run(through: .seconds(200))
        #expect(run.instants { $0 == .replicationResumed(PostgresRun.recovery) } == [.seconds(160)])
        #expect(run.system[PostgresRun.recovery].timeline == 1)
        let lag = Span(milliseconds: 300)
        #expect(
            run.position(of: PostgresRun.recovery, at: .seconds(200))
                == run.position(of: PostgresRun.main, at: .seconds(200) - lag))
    }

    @Test func `another instance is designated when its designated primary is lost`() {
        var run = PostgresRun()
        run.stop(0, of: PostgresRun.recovery, .nodeLost, at: .seconds(100))
        run.run(through: .minutes(10))
        let designated = PostgresFact.designated(
            PostgresRun.recovery, instance: "orders-dr-2", waitedOn: "failover_after_node_loss")
        #expect(run.instants { $0 == designated } == [.seconds(160)])
        #expect(run.instants { $0 == .replicationResumed(PostgresRun.recovery) } == [.seconds(160)])
        #expect(run.system.ledger.timelines.count == 1)
        #expect(run.promotions.isEmpty)
    }

    @Test func `a copy that went its own way has what it had when it was copied`() {
        let copiedAt = Instant.start - .hours(6)
        var run = PostgresRun(recovery: .orders(site: 1, instances: 2, copiedAt: copiedAt))
        #expect(run.system.isWritable(PostgresRun.recovery))
        #expect(run.system.ledger.timelines[1].parent == 0)
        #expect(run.system.ledger.timelines[1].fork == PostgresRun.written(at: copiedAt))
        run.at(.seconds(1)) { system, now, _, _ in
            system.setWriteRate(PostgresRun.recovery, bytesPerSecond: 0, at: now)
        }
        #expect(run.system.copies(at: .seconds(1), draws: run.draws)[1].timeline == 1)
    }
}
