import DRSimStatistics
import Testing

struct PairedDifferenceTests {
    @Test func `a difference is second minus first, with Student's interval`() throws {
        // Differences 1, 2, 3, 4: mean 2.5, sd 1.290994, t(0.975; 3) = 3.182446.
        let summary = try #require(PairedDifference([(10, 11), (20, 22), (30, 33), (40, 44)]))
        let interval = try #require(summary.interval)
        #expect(summary.mean == 2.5)
        #expect(abs(interval.lowerBound - (2.5 - 3.182446305 * 1.290994449 / 2)) < 1e-8)
        #expect(abs(interval.upperBound - (2.5 + 3.182446305 * 1.290994449 / 2)) < 1e-8)
        #expect(summary.isClear)
    }

    @Test func `smaller is better, and ties are neither`() throws {
        let summary = try #require(PairedDifference([(10, 9), (10, 8), (10, 10), (10, 11)]))
        #expect(summary.better == Proportion(successes: 2, of: 4))
        #expect(summary.tied == Proportion(successes: 1, of: 4))
        #expect(!summary.isClear)
    }

    @Test func `one pair has a mean and no interval, none has nothing`() throws {
        #expect(try #require(PairedDifference([(1, 2)])).interval == nil)
        #expect(PairedDifference([]) == nil)
    }
}
