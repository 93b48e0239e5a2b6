import DRSimStatistics
import Testing

struct QuantileRanksTests {
    /// Closed form G1: ranks and coverage of the 95 % interval of the 95th percentile.
    static let ranks: [(count: Int, lower: Int, upper: Int, coverage: Double)] = [
        (100, 90, 100, 0.98260706), (200, 184, 197, 0.96715216), (500, 465, 485, 0.96049874),
        (1_000, 936, 964, 0.95809527), (5_000, 4_719, 4_781, 0.95579158),
        (10_000, 9_457, 9_543, 0.95152805),
    ]

    @Test(arguments: ranks)
    func `ranks and coverage are those of the binomial law`(
        _ expected: (count: Int, lower: Int, upper: Int, coverage: Double)
    ) {
        let ranks = QuantileRanks(count: expected.count, probability: 0.95)
        #expect(ranks.lower == expected.lower)
        #expect(ranks.upper == expected.upper)
        #expect(abs(ranks.coverage - expected.coverage) < 1e-8)
    }

    @Test func `the 99th percentile has its own ranks`() {
        let (thousand, tenThousand) = (
            QuantileRanks(count: 1_000, probability: 0.99), QuantileRanks(count: 10_000, probability: 0.99)
        )
        #expect([thousand.lower, thousand.upper] == [983, 997])
        #expect([tenThousand.lower, tenThousand.upper] == [9_880, 9_920])
    }

    @Test(arguments: [(0.95, 72), (0.99, 368), (0.999, 3_688)])
    func `a sample that is too small has no upper limit`(probability: Double, enough: Int) {
        #expect(QuantileRanks(count: enough - 1, probability: probability).upper == nil)
        #expect(QuantileRanks(count: enough, probability: probability).upper == enough)
    }
}
