import DRSimKernel
import DRSimPostgres
import DRSimUnits
import Testing

/// What spoils data goes where the write-ahead log goes.
struct DamageTests {
    private func spoilt(
        _ run: PostgresRun = PostgresRun(), at instant: Instant = .seconds(60),
        by kind: Damage.Kind = .deletion, percent: Int64 = 60
    ) -> PostgresRun {
        var run = run
        run.at(instant) {
            $0.spoil(
                PostgresRun.main, by: kind, share: .percent(percent), isSilent: false, at: $1, draws: $2,
                effects: &$3)
        }
        return run
    }

    @Test func `stands in the log at its instant, as a record of its own`() throws {
        var run = spoilt()
        run.run(through: .seconds(90))
        let damage = try #require(run.system.ledger.damages.first)
        #expect(damage.position == PostgresRun.written(at: .seconds(60)))
        #expect(damage.at == .seconds(60))
        #expect(run.position(at: .seconds(90)).bytes == PostgresRun.written(at: .seconds(90)).bytes + 1)
        #expect(run.position(at: .milliseconds(59_999)) == PostgresRun.written(at: .milliseconds(59_999)))
        run.system.closeStretches(at: .seconds(90))
        let stretches = run.system.ledger.stretches.filter { $0.timeline == 0 }
        for (one, next) in zip(stretches, stretches.dropFirst()) {
            #expect(one.end == next.start)
            #expect(one.to == next.from)
        }
    }

    @Test func `is in every copy where it was the last thing to be written`() {
        var run = spoilt()
        run.system.setWriteRate(PostgresRun.main, bytesPerSecond: 0, at: .seconds(60))
        run.system.closeStretches(at: .seconds(90))
        let damage = run.system.ledger.damages[0]
        for copy in run.system.copies(at: .seconds(90), draws: run.draws) {
            #expect(copy.position > damage.position)
        }
    }

    @Test func `is in every copy that receives it, and answers say so`() {
        var run = spoilt()
        run.run(through: .seconds(62))
        for id in [PostgresRun.main, PostgresRun.recovery] {
            #expect(run.system.damages(in: id).count == 1)
            #expect(run.system.soundShare(of: id) == .percent(40))
        }
        let damage = run.system.ledger.damages[0]
        for copy in run.system.copies(at: .seconds(62), draws: run.draws) {
            #expect(copy.position > damage.position)
        }
    }

    @Test func `goes along when a standby is promoted that had received it`() {
        var run = spoilt()
        run.stop(at: .seconds(70))
        run.run(through: .seconds(120))
        #expect(run.promotions.count == 1)
        #expect(run.system.damages(in: PostgresRun.main).count == 1)
    }

    @Test func `stays behind with a primary that stops before a standby has it`() {
        var run = spoilt()
        run.stop(at: .milliseconds(60_005))
        run.run(through: .seconds(120))
        #expect(run.promotions.count == 1)
        #expect(run.system.damages(in: PostgresRun.main).isEmpty)
        #expect(run.system.soundShare(of: PostgresRun.main) == .all)
    }

    @Test func `does not reach a replica cluster that was cut off before`() {
        var run = PostgresRun()
        run.cutLink(from: 0, to: 1, at: .seconds(50))
        run = spoilt(run)
        run.promoteRecovery(at: .seconds(70))
        run.run(through: .seconds(120))
        #expect(run.system.isWritable(PostgresRun.recovery))
        #expect(run.system.damages(in: PostgresRun.recovery).isEmpty)
    }

    @Test func `needs a primary that writes it down`() {
        var run = PostgresRun(instances: 1)
        run.loseSite(at: .seconds(50))
        run = spoilt(run)
        #expect(run.system.ledger.damages.isEmpty)
    }

    @Test(arguments: Damage.Kind.allCases)
    func `is noticed by the simplest query where nothing can be read at all`(kind: Damage.Kind) {
        let run = spoilt(by: kind)
        let isNoticed = kind == .migration || kind == .encryption
        #expect(run.system.answersQueries(PostgresRun.main) == !isNoticed)
    }

    @Test func `adds up with another`() {
        let run = spoilt(spoilt(percent: 50), at: .seconds(61), percent: 20)
        #expect(run.system.soundShare(of: PostgresRun.main) == .percent(40))
    }
}
