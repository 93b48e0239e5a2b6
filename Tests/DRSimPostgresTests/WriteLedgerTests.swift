import DRSimKernel
import DRSimPostgres
import DRSimUnits
import Testing

/// Positions of the write-ahead log as integers.
struct WriteLedgerTests {
    private func system(history: ByteCount = .zero) -> PostgresSystem {
        var system = PostgresSystem(siteNames: ["west"], timings: .constant())
        system.install(.orders(site: 0, instances: 1), history: history, historyLength: .days(1))
        return system
    }

    @Test func `how far a standby is behind hangs on its region's name, not on where that stands`() {
        func positions(in names: [String], site: Int) -> [ByteCount] {
            var system = PostgresSystem(siteNames: names, timings: .drawn())
            var spec = DatabaseSpec.orders(site: site, instances: 2)
            spec.name = "orders"
            system.install(spec, history: .zero, historyLength: .days(1))
            system.setWriteRate(PostgresRun.main, bytesPerSecond: 1_000_000, at: .start)
            let draws = Draws(seed: 11, trial: 0)
            return (1...20).map { system.position(of: 1, in: 0, at: .minutes($0), draws: draws) }
        }
        #expect(positions(in: ["east", "west"], site: 1) == positions(in: ["west"], site: 0))
        #expect(positions(in: ["east", "west"], site: 0) != positions(in: ["west"], site: 0))
    }

    @Test(arguments: [Int64(1), 7, 333, 999, 1_001, 123_457])
    func `ending stretches in between changes no position`(rate: Int64) {
        var (whole, split) = (system(), system())
        whole.setWriteRate(PostgresRun.main, bytesPerSecond: rate, at: .start)
        split.setWriteRate(PostgresRun.main, bytesPerSecond: rate, at: .start)
        var instant = Instant.start
        for step in Int64(1)...200 {
            instant = instant + Span(milliseconds: step * 37 % 991 + 1)
            split.closeStretches(at: instant)
        }
        for milliseconds in stride(from: Int64(0), through: instant.milliseconds + 5_000, by: 97) {
            let instant = Instant(milliseconds: milliseconds)
            let expected = ByteCount(rate * milliseconds / 1_000)
            #expect(whole.ledger.position(of: 0, at: instant) == expected)
            #expect(split.ledger.position(of: 0, at: instant) == expected)
        }
    }

    @Test func `a pause in writing loses no part of a byte`() {
        var system = system()
        for second in stride(from: Int64(0), to: 100, by: 2) {
            system.setWriteRate(PostgresRun.main, bytesPerSecond: 3, at: .milliseconds(second * 100))
            system.setWriteRate(PostgresRun.main, bytesPerSecond: 0, at: .milliseconds(second * 100 + 100))
        }
        #expect(system.ledger.position(of: 0, at: .seconds(20)) == ByteCount(15))
    }

    @Test func `stretches join each other in time and position`() {
        var system = system(history: ByteCount(1_000_000))
        for (second, rate) in [(0, 500), (10, 0), (20, 900), (30, 1)] as [(Int64, Int64)] {
            system.setWriteRate(PostgresRun.main, bytesPerSecond: rate, at: .seconds(second))
        }
        system.closeStretches(at: .seconds(40))
        let stretches = system.ledger.stretches
        #expect(stretches.map(\.start.bytes) == [0, 1_000_000, 1_005_000, 1_014_000])
        #expect(stretches.map(\.end.bytes) == [1_000_000, 1_005_000, 1_014_000, 1_014_010])
        #expect(stretches.map(\.from) == [.start - .days(1), .start, .seconds(20), .seconds(30)])
        #expect(stretches.map(\.to) == [.start, .seconds(10), .seconds(30), .seconds(40)])
    }

    @Test func `nothing is written to what does not accept writes, whoever forgets to say so`() {
        let draws = Draws(seed: 1, trial: 0)
        var (system, effects) = (system(), PostgresEffects())
        system.setWriteRate(PostgresRun.main, bytesPerSecond: 1_000, at: .start)
        system.siteLost(0, at: .seconds(10), draws: draws, effects: &effects)
        system.setWriteRate(PostgresRun.main, bytesPerSecond: 1_000, at: .seconds(20))
        #expect(system.ledger.position(of: 0, at: .seconds(30)) == ByteCount(10_000))
    }

    @Test func `a history is written evenly, in whole to the byte`() {
        let system = system(history: ByteCount(1_728_000_000_001))
        #expect(system.ledger.position(of: 0, at: .start) == ByteCount(1_728_000_000_001))
        #expect(system.ledger.position(of: 0, at: .start - .hours(12)) == ByteCount(864_000_000_000))
        #expect(system.ledger.position(of: 0, at: .start - .days(2)) == .zero)
    }

    @Test func `a year at a high rate does not overflow`() {
        var system = system()
        system.setWriteRate(PostgresRun.main, bytesPerSecond: 100_000_000_000, at: .start)
        let year = Instant.start + .days(365)
        #expect(system.ledger.position(of: 0, at: year) == ByteCount(100_000_000_000 * 31_536_000))
    }

    @Test func `before its fork a timeline has what its parent had of it`() {
        var run = PostgresRun()
        run.stop(0, .nodeLost, at: .seconds(100))
        run.run(through: .minutes(5))
        let ledger = run.system.ledger
        #expect(ledger.position(of: 1, at: .seconds(50)) == PostgresRun.written(at: .seconds(50)))
        #expect(ledger.position(of: 1, at: .seconds(130)) == ledger.timelines[1].fork)
        #expect(ledger.position(of: 0, at: .seconds(130)) == PostgresRun.written(at: .seconds(100)))
    }
}
