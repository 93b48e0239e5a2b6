/// A sample of numbers, sorted once so that every quantile after that is a look-up.
package struct Sample: Hashable, Sendable {
    /// The values, smallest first.
    package let sorted: [Double]

    /// Creates a sample; every value must be a number.
    package init(_ values: [Double]) {
        precondition(values.allSatisfy { !$0.isNaN }, "a sample of \(values.count) holds what is no number")
        sorted = values.sorted()
    }

    /// How many values there are.
    package var count: Int { sorted.count }

    /// The arithmetic mean; `nil` of nothing.
    package var mean: Double? {
        guard !sorted.isEmpty else { return nil }
        return sorted.reduce(0, +) / Double(count)
    }

    /// The standard deviation with n − 1 below the line; `nil` of fewer than two.
    package var standardDeviation: Double? {
        guard count > 1, let mean else { return nil }
        let squares = sorted.reduce(0) { $0 + ($1 - mean) * ($1 - mean) }
        return (squares / Double(count - 1)).squareRoot()
    }

    /// The standard error of the mean; `nil` of fewer than two.
    package var standardError: Double? {
        standardDeviation.map { $0 / Double(count).squareRoot() }
    }

    /// The quantile of type 7 (Hyndman and Fan 1996), as R, NumPy and spreadsheets compute it: the
    /// straight line between the two values around `(n − 1) × probability`; `nil` of nothing.
    package func quantile(_ probability: Double) -> Double? {
        precondition((0...1).contains(probability), "a quantile at \(probability)")
        guard !sorted.isEmpty else { return nil }
        let place = Double(count - 1) * probability
        let below = Int(place)
        guard below + 1 < count else { return sorted[count - 1] }
        return sorted[below] + (place - Double(below)) * (sorted[below + 1] - sorted[below])
    }

    /// The order statistics between which the quantile lies with at least this confidence, whatever
    /// the values' distribution; a limit the sample is too small for is `nil`.
    package func quantileInterval(
        _ probability: Double, confidence: Double = 0.95
    ) -> (lower: Double?, upper: Double?) {
        let ranks = QuantileRanks(count: count, probability: probability, confidence: confidence)
        return (ranks.lower.map { sorted[$0 - 1] }, ranks.upper.map { sorted[$0 - 1] })
    }
}
