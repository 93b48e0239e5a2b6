/// A probability distribution as data: what an assumption says, sampled elsewhere.
///
/// Parameters are in the unit of the quantity: seconds for durations, bytes per second for rates,
/// plain numbers for probabilities.
public indirect enum Distribution: Hashable, Sendable {
    /// Always the same value.
    case constant(Double)
    /// Every value between the bounds alike.
    case uniform(low: Double, high: Double)
    /// Memoryless, by its mean.
    case exponential(mean: Double)
    /// The logarithm is normal; given by its median and 95th percentile: `mu = ln p50`,
    /// `sigma = ln(p95 / p50) / z95` with `z95` the normal quantile of 0.95.
    case lognormal(p50: Double, p95: Double)
    /// Rises linearly to the mode and falls linearly from it.
    case triangular(low: Double, mode: Double, high: Double)
    /// One of several, by weight; weights sum to one.
    case mixture([Component])

    /// One part of a mixture.
    public struct Component: Hashable, Sendable {
        /// The probability of this part.
        public let weight: Double
        /// What it is drawn from.
        public let distribution: Distribution

        /// Creates a part of a mixture.
        public init(weight: Double, distribution: Distribution) {
            self.weight = weight
            self.distribution = distribution
        }
    }
}
