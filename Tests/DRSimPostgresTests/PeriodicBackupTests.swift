import DRSimKernel
import DRSimPostgres
import DRSimUnits
import Testing

/// What is lost with the region of a database that is dumped once a day, and restored elsewhere from the
/// newest copy that had got there, against the uniform law: a copy is the state at its start and counts only
/// once it is complete, was held back and has arrived, so the loss lies between those delays and a day more.
struct PeriodicBackupTests {
    private static let interval = Span.hours(24)

    /// Loses the database at instants spread evenly by luck over a day, and measures each loss in hours.
    private func losses(duration: Span, until arrival: Span, count: Int) throws -> [Double] {
        var run = PostgresRun()
        var dumps: [(id: DumpID, arrived: Instant)] = []
        for day in Int64(0)..<3 {
            let began = Instant.start + Self.interval * day
            run.run(through: began + duration)
            let id = run.system.addDump(of: PostgresRun.main, began: began, at: began + duration)
            dumps.append((id, began + duration + arrival))
        }
        // The last day that every dump but its own has arrived by.
        let first = dumps[2].arrived
        run.run(through: first)
        return try (0..<count).map { number in
            let luck = run.draws.uniform(
                entity: StreamName("failure"), purpose: StreamName("instant"), ordinal: UInt32(number))
            let failure = first + .rounding(seconds: luck * Self.interval.inSeconds)
            return try Self.loss(restoring: dumps, at: failure, in: run)
        }
    }

    /// The time whose writes a restore at an instant does not bring back.
    private static func loss(
        restoring dumps: [(id: DumpID, arrived: Instant)], at failure: Instant, in run: PostgresRun
    ) throws -> Double {
        var run = run
        let newest = try #require(dumps.last { $0.arrived <= failure })
        run.at(failure) { system, now, draws, effects in
            #expect(
                system.restore(newest.id, into: PostgresRun.main, at: now, draws: draws, effects: &effects))
        }
        let lost = PostgresRun.written(at: failure).bytes - run.position(at: failure).bytes
        return Double(lost) / Double(PostgresRun.bytesPerMillisecond) / 3_600_000
    }

    @Test(
        arguments: [
            (0, 0, 12, 22.8), (3, 0, 15, 25.8), (3, 3, 18, 28.8),
        ] as [(Int64, Int64, Double, Double)])
    func `lies evenly between what a copy takes and an interval more`(
        duration: Int64, arrival: Int64, mean: Double, p95: Double
    ) throws {
        let count = 400
        let losses = try losses(duration: .hours(duration), until: .hours(arrival), count: count).sorted()
        let least = Double(duration + arrival)
        #expect(losses.allSatisfy { (least...least + 24).contains($0) })
        let (average, spread) = (losses.reduce(0, +) / Double(count), 24 / 12.0.squareRoot())
        #expect(abs(average - mean) <= 4 * spread / Double(count).squareRoot(), "\(average)")
        let squares = losses.map { ($0 - mean) * ($0 - mean) }.reduce(0, +) / Double(count)
        #expect(abs(squares.squareRoot() - 6.928_203_2) < 0.6)
        // The rank of the percentile, four standard errors of a proportion wide.
        let below = Double(losses.count { $0 <= p95 }) / Double(count)
        #expect(abs(below - 0.95) <= 4 * (0.95 * 0.05 / Double(count)).squareRoot(), "\(below)")
    }
}
