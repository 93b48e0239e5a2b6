import DRSimPostgres
import DRSimUnits
import Testing

/// How far databases reach, evaluated at any instant.
struct PositionTests {
    @Test func `within a minute no position falls`() {
        for trial in UInt32(0)..<40 {
            var run = PostgresRun(.drawn(), trial: trial)
            run.stop(1, .nodeLost, at: .seconds(65))
            run.start(1, at: .seconds(90))
            for database in run.system.databases.indices {
                for ordinal in run.system.databases[database].instances.indices {
                    let positions = stride(from: Int64(120_000), to: 180_000, by: 251).map {
                        run.system.position(
                            of: ordinal, in: database, at: .milliseconds($0), draws: run.draws)
                    }
                    #expect(zip(positions, positions.dropFirst()).allSatisfy { $0 <= $1 })
                }
            }
        }
    }

    @Test func `a standby of a replica cluster is not ahead of what it receives from`() {
        for trial in UInt32(0)..<40 {
            let run = PostgresRun(.drawn(), trial: trial)
            for milliseconds in [600_000, 600_001, 600_050, 659_999, 660_000] as [Int64] {
                let (primary, standby) = (0, 1)
                let reach = [primary, standby].map {
                    run.system.position(of: $0, in: 1, at: .milliseconds(milliseconds), draws: run.draws)
                }
                #expect(reach[standby] <= reach[primary])
            }
        }
    }

    @Test func `a region lost on the minute leaves no standby elsewhere with anything to rewind`() {
        for trial in UInt32(0)..<40 {
            var run = PostgresRun(.drawn(), trial: trial)
            run.loseSite(at: .minutes(10))
            run.promoteRecovery(at: .minutes(15))
            run.run(through: .seconds(15 * 60 + 20))
            #expect(run.promotions.map(\.pod) == ["orders-dr-1"])
            #expect(run.system[PostgresRun.recovery].hasRunningStandby)
        }
    }

    @Test func `before the start a replica has what its source had a lag earlier`() {
        let run = PostgresRun()
        for before in [Span(milliseconds: 1), .seconds(90), .hours(5)] {
            let instant = Instant.start - before
            let expected = PostgresRun.written(at: instant - Span(milliseconds: 300))
            #expect(run.position(of: PostgresRun.recovery, at: instant) == expected)
        }
    }

    @Test func `before all history there is nothing`() {
        let run = PostgresRun()
        for copy in run.system.copies(at: .start - .days(3), draws: run.draws) {
            #expect(copy.position == .zero)
        }
    }

    @Test func `saying the rate again and again changes no position`() {
        var (calm, busy) = (PostgresRun(.drawn()), PostgresRun(.drawn()))
        for milliseconds in stride(from: Int64(1_000), to: 100_000, by: 777) {
            busy.at(.milliseconds(milliseconds)) { system, now, _, _ in
                system.closeStretches(at: now)
                system.setWriteRate(PostgresRun.main, bytesPerSecond: 1_000_000, at: now)
            }
        }
        calm.stop(at: .seconds(100))
        busy.stop(at: .seconds(100))
        calm.run(through: .minutes(30))
        busy.run(through: .minutes(30))
        #expect(calm.promotions.map(\.fork) == busy.promotions.map(\.fork))
        #expect(calm.promotions.map(\.at) == busy.promotions.map(\.at))
        for minute in Int64(0)..<30 {
            for id in [PostgresRun.main, PostgresRun.recovery] {
                #expect(
                    calm.position(of: id, at: .minutes(minute)) == busy.position(of: id, at: .minutes(minute))
                )
            }
        }
    }
}
