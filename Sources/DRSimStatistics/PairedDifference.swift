/// How the second of two options differs from the first over pairs that shared their luck.
package struct PairedDifference: Hashable, Sendable {
    /// How many pairs there are.
    package let count: Int
    /// The mean of second minus first.
    package let mean: Double
    /// The t interval of that mean; `nil` of fewer than two pairs.
    package let interval: ClosedRange<Double>?
    /// The pairs in which the second is better, that is smaller.
    package let better: Proportion
    /// The pairs in which both are equal.
    package let tied: Proportion

    /// Summarises pairs; `nil` of none. Figures are losses: smaller is better.
    package init?(_ pairs: [(first: Double, second: Double)], confidence: Double = 0.95) {
        let differences = Sample(pairs.map { $0.second - $0.first })
        guard let mean = differences.mean else { return nil }
        (count, self.mean) = (pairs.count, mean)
        interval = differences.standardError.map { error in
            let reach =
                error
                * StudentT.quantile(1 - (1 - confidence) / 2, degreesOfFreedom: differences.count - 1)
            return mean - reach...mean + reach
        }
        better = Proportion(successes: pairs.count { $0.second < $0.first }, of: pairs.count)
        tied = Proportion(successes: pairs.count { $0.second == $0.first }, of: pairs.count)
    }

    /// Whether the interval leaves out zero: the options differ beyond what luck explains.
    package var isClear: Bool {
        interval.map { !$0.contains(0) } ?? false
    }
}
