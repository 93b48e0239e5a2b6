import DRSimPostgres
import DRSimUnits
import Testing

/// What the operator does when a primary is lost inside a region (A6, A7, A9, A10).
struct FailoverTests {
    @Test(arguments: [
        (StopReason.crash, Int64(12), "failover_after_crash"),
        (.hang, 35, "failover_after_hang"),
        (.nodeLost, 60, "failover_after_node_loss"),
    ])
    func `a standby is promoted after the time its reason takes`(
        reason: StopReason, seconds: Int64, assumption: String
    ) {
        var run = PostgresRun()
        run.stop(0, reason, at: .seconds(100))
        #expect(!run.system.isWritable(PostgresRun.main))
        #expect(run.instants { $0 == .failoverPending(PostgresRun.main) } == [.seconds(100)])
        run.run(through: .seconds(100 + seconds) - Span(milliseconds: 1))
        #expect(!run.system.isWritable(PostgresRun.main))
        run.run(through: .seconds(100 + seconds))
        #expect(run.system.isWritable(PostgresRun.main))
        #expect(run.promotions.map(\.pod) == ["orders-2"])
        #expect(run.promotions.map(\.wait.name) == [assumption])
    }

    @Test func `what the elected standby had not received is not on the new timeline`() {
        var run = PostgresRun()
        run.stop(at: .seconds(100))
        run.run(through: .minutes(3))
        #expect(run.promotions.map(\.fork) == [PostgresRun.written(at: .milliseconds(99_990))])
        let timelines = run.system.ledger.timelines
        #expect(timelines.map(\.parent) == [nil, 0])
        #expect(timelines[1].at == .seconds(112))
    }

    @Test func `the standby that has received most is elected`() {
        var elected: [String] = []
        for trial in 0..<40 {
            var run = PostgresRun(.drawn(), trial: UInt32(trial))
            run.run(through: .seconds(100))
            let reach = run.standbyPositions(at: .seconds(100))
            run.stop(at: .seconds(100))
            run.run(through: .minutes(30))
            #expect(run.promotions.first?.fork == reach.max())
            #expect(run.promotions.first?.pod == (reach[1] > reach[0] ? "orders-3" : "orders-2"))
            elected += run.promotions.map(\.pod)
        }
        #expect(Set(elected) == ["orders-2", "orders-3"])
    }

    @Test func `a standby that was down when the primary failed has only what it had then`() {
        var run = PostgresRun()
        run.stop(1, .nodeLost, at: .seconds(40))
        run.stop(2, .nodeLost, at: .seconds(50))
        run.stop(0, .nodeLost, at: .seconds(100))
        #expect(run.instants { $0 == .noStandby(PostgresRun.main) } == [.seconds(100)])
        run.start(1, at: .seconds(200))
        run.run(through: .minutes(10))
        #expect(run.promotions.map(\.at) == [.seconds(260)])
        #expect(run.promotions.map(\.fork) == [PostgresRun.written(at: .milliseconds(39_990))])
    }

    @Test func `a primary that returns in time stays primary and loses nothing`() {
        var run = PostgresRun()
        run.stop(0, .nodeLost, at: .seconds(100))
        run.start(0, at: .seconds(130))
        #expect(run.system.isWritable(PostgresRun.main))
        run.run(through: .minutes(10))
        #expect(run.promotions.isEmpty)
        #expect(run.system.ledger.timelines.count == 1)
        let pause = ByteCount(30_000 * PostgresRun.bytesPerMillisecond)
        #expect(run.position(at: .minutes(10)) == PostgresRun.written(at: .minutes(10)) - pause)
    }

    @Test func `an old primary with writes nobody else has rewinds before it follows`() {
        var run = PostgresRun()
        run.stop(0, .nodeLost, at: .seconds(100))
        run.start(0, at: .seconds(300))
        #expect(run.system[PostgresRun.main].instances[0].state == .rejoining)
        #expect(run.system[PostgresRun.main].instances[0].timeline == 0)
        run.run(through: .seconds(330))
        #expect(
            run.instants { $0 == .standbyRejoined(PostgresRun.main, instance: "orders-1") } == [.seconds(330)]
        )
        #expect(run.system[PostgresRun.main].instances[0].timeline == 1)
        #expect(run.system.status(PostgresRun.main).readyInstances == 3)
    }

    @Test func `a crashed primary follows its successor without anybody's doing`() {
        var run = PostgresRun()
        run.stop(0, .crash, at: .seconds(100))
        run.run(through: .minutes(10))
        #expect(
            run.instants { $0 == .standbyRejoined(PostgresRun.main, instance: "orders-1") } == [.seconds(142)]
        )
    }

    @Test func `a crashed primary without standbys is restarted where it is`() {
        var run = PostgresRun(instances: 1)
        run.stop(0, .crash, at: .seconds(100))
        #expect(run.system.status(PostgresRun.main).phase == "Primary instance is being restarted in-place")
        run.run(through: .minutes(10))
        #expect(run.promotions.isEmpty)
        #expect(
            run.instants { $0 == .writable(PostgresRun.main, instance: "orders-1") } == [.seconds(112)])
    }

    @Test func `without an operator nobody is promoted until it is back`() {
        var run = PostgresRun()
        run.setOperator(false, at: .seconds(90))
        run.stop(at: .seconds(100))
        run.run(through: .seconds(500))
        #expect(run.promotions.isEmpty)
        #expect(run.instants { $0 == .failoverPending(PostgresRun.main) }.isEmpty)
        run.setOperator(true, at: .seconds(500))
        run.run(through: .minutes(20))
        #expect(run.promotions.map(\.at) == [.seconds(512)])
    }

    @Test func `an operator that goes away gives up its failover and begins another`() {
        var run = PostgresRun()
        run.stop(at: .seconds(100))
        run.setOperator(false, at: .seconds(105))
        run.setOperator(true, at: .seconds(200))
        run.run(through: .minutes(20))
        #expect(run.promotions.map(\.at) == [.seconds(212)])
    }

    @Test func `the loss of a standby stops nothing`() {
        var run = PostgresRun()
        run.stop(2, .nodeLost, at: .seconds(100))
        #expect(run.facts.isEmpty)
        #expect(run.system.isWritable(PostgresRun.main))
        #expect(run.system.status(PostgresRun.main).phase == "Waiting for the instances to become active")
        run.start(2, at: .seconds(200))
        #expect(run.facts.map(\.fact) == [.standbyRejoined(PostgresRun.main, instance: "orders-3")])
        #expect(run.system.status(PostgresRun.main).phase == "Cluster in healthy state")
    }

    @Test func `saying twice that an instance stopped changes nothing`() {
        var run = PostgresRun()
        run.stop(0, .nodeLost, at: .seconds(100))
        let once = run
        run.stop(0, .nodeLost, at: .seconds(100))
        run.stop(0, .crash, at: .seconds(100))
        #expect(run.system == once.system)
        #expect(run.facts.map(\.fact) == once.facts.map(\.fact))
    }

    @Test func `what happens elsewhere postpones neither a failover nor a rejoining`() {
        var run = PostgresRun()
        run.stop(0, .nodeLost, at: .seconds(100))
        run.cutLink(from: 0, to: 1, at: .seconds(120))
        run.stop(2, .nodeLost, at: .seconds(140))
        run.start(0, at: .seconds(300))
        run.healLink(from: 0, to: 1, at: .seconds(310))
        run.start(2, at: .seconds(320))
        run.run(through: .minutes(10))
        #expect(run.promotions.map(\.at) == [.seconds(160)])
        #expect(
            run.instants { $0 == .standbyRejoined(PostgresRun.main, instance: "orders-1") } == [.seconds(330)]
        )
    }
}
