import DRSimKernel
import DRSimPostgres
import DRSimUnits
import Testing

/// Events that were asked for before something overtook them.
struct OvertakenEventTests {
    /// What overtakes the end of a transition that began at 100 s.
    enum Overtaking: CaseIterable {
        case operatorLeaves, regionIsLost, databaseIsFenced, primaryReturns, lastStandbysStop
    }

    @Test(arguments: Overtaking.allCases)
    func `the end of a failover that was given up promotes nobody`(overtaking: Overtaking) {
        var run = PostgresRun()
        let events = scheduled(by: &run, at: .seconds(100)) {
            $0.instanceStopped(
                PostgresRun.main, ordinal: 0, reason: .nodeLost, at: $1, draws: $2, effects: &$3)
        }
        #expect(events.count == 1)
        switch overtaking {
        case .operatorLeaves: run.setOperator(false, at: .seconds(110))
        case .regionIsLost: run.loseSite(at: .seconds(110))
        case .databaseIsFenced: run.fence(at: .seconds(110))
        case .primaryReturns: run.start(0, at: .seconds(110))
        case .lastStandbysStop:
            run.stop(1, .nodeLost, at: .seconds(110))
            run.stop(2, .nodeLost, at: .seconds(110))
        }
        expectNothing(from: events, in: &run, at: .seconds(160))
        #expect(run.promotions.isEmpty)
    }

    @Test func `the end of a switchover that became a failover changes nothing`() {
        var run = PostgresRun()
        let events = scheduled(by: &run, at: .seconds(100)) {
            $0.switchOver(PostgresRun.main, to: "orders-3", at: $1, draws: $2, effects: &$3)
        }
        run.stop(0, .nodeLost, at: .seconds(103))
        expectNothing(from: events, in: &run, at: .seconds(106))
        run.run(through: .minutes(10))
        #expect(run.promotions.map(\.at) == [.seconds(163)])
        expectNothing(from: events, in: &run, at: .minutes(10))
    }

    @Test func `an instance whose node is lost while it rejoins stays down`() {
        var run = PostgresRun()
        run.stop(0, .nodeLost, at: .seconds(100))
        let events = scheduled(by: &run, at: .seconds(300)) {
            $0.instanceReturned(PostgresRun.main, ordinal: 0, at: $1, draws: $2, effects: &$3)
        }
        #expect(events.count == 1)
        run.stop(0, .nodeLost, at: .seconds(310))
        expectNothing(from: events, in: &run, at: .seconds(330))
        #expect(run.system[PostgresRun.main].instances[0].state == .stopped(.nodeLost))
        run.start(0, at: .seconds(400))
        expectNothing(from: events, in: &run, at: .seconds(410))
        run.run(through: .minutes(10))
        let rejoined = PostgresFact.standbyRejoined(PostgresRun.main, instance: "orders-1")
        #expect(run.instants { $0 == rejoined } == [.seconds(430)])
    }

    @Test func `an event changes nothing when it comes a second time`() {
        var run = PostgresRun()
        let events = scheduled(by: &run, at: .seconds(100)) {
            $0.promoteReplicaCluster(PostgresRun.recovery, at: $1, draws: $2, effects: &$3)
        }
        run.run(through: .seconds(130))
        #expect(run.promotions.count == 1)
        expectNothing(from: events, in: &run, at: .seconds(130))
    }

    /// The events asked for by what the system is told.
    private func scheduled(
        by run: inout PostgresRun, at instant: Instant,
        _ body: (inout PostgresSystem, Instant, Draws, inout PostgresEffects) -> Void
    ) -> [PostgresEvent] {
        var events: [PostgresEvent] = []
        run.at(instant) { system, now, draws, effects in
            body(&system, now, draws, &effects)
            events = effects.scheduled.map(\.event)
        }
        return events
    }

    private func expectNothing(from events: [PostgresEvent], in run: inout PostgresRun, at instant: Instant) {
        run.run(through: instant)
        let before = run
        for event in events {
            run.at(instant) { $0.handle(event, at: $1, draws: $2, effects: &$3) }
        }
        #expect(run.system == before.system)
        #expect(run.facts.count == before.facts.count)
    }
}
