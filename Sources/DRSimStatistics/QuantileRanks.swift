/// The ranks, from 1, of the order statistics that enclose a quantile with at least a confidence,
/// whatever the distribution: how many values lie below a quantile is binomial.
package struct QuantileRanks: Hashable, Sendable {
    /// The lower rank; `nil` if the sample is too small for one.
    package let lower: Int?
    /// The upper rank; `nil` if the sample is too small for one.
    package let upper: Int?
    /// The probability that the interval holds the quantile.
    package let coverage: Double

    /// Finds the ranks for a sample of this size, with equal tails.
    package init(count: Int, probability: Double, confidence: Double = 0.95) {
        let below = Binomial(trials: count, probability: probability)
        let tail = (1 - confidence) / 2
        let first = below.quantile(tail)
        let last = below.quantile(1 - tail) + 1
        lower = first < 1 ? nil : first
        upper = last > count ? nil : last
        coverage = below.atMost(last - 1) - below.atMost(first - 1)
    }
}
