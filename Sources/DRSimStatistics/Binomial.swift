/// The number of successes in independent trials of one probability.
///
/// Probabilities are sums of terms relative to the largest one, each found from its neighbour by
/// multiplication: no logarithm, no underflow however many trials.
package struct Binomial: Hashable, Sendable {
    /// How many trials there are.
    package let trials: Int
    /// The probability of success in each.
    package let probability: Double

    /// Creates a distribution.
    package init(trials: Int, probability: Double) {
        precondition(trials >= 0 && (0...1).contains(probability), "\(trials) trials at \(probability)")
        (self.trials, self.probability) = (trials, probability)
    }

    /// The probability of at most this many successes.
    package func atMost(_ successes: Int) -> Double {
        if successes < 0 { return 0 }
        if successes >= trials { return 1 }
        if probability == 0 { return 1 }
        if probability == 1 { return 0 }
        let (inside, outside) = sums(through: successes)
        return inside / (inside + outside)
    }

    /// The smallest number of successes that is not exceeded with at least this probability.
    package func quantile(_ share: Double) -> Int {
        var (low, high) = (0, trials)
        while low < high {
            let middle = (low + high) / 2
            if atMost(middle) >= share { high = middle } else { low = middle + 1 }
        }
        return low
    }

    /// The terms up to and beyond a number of successes, each sum relative to the largest term.
    private func sums(through successes: Int) -> (inside: Double, outside: Double) {
        let odds = probability / (1 - probability)
        let mode = min(trials, Int(Double(trials + 1) * probability))
        var (inside, outside) = mode <= successes ? (1.0, 0.0) : (0.0, 1.0)
        var term = 1.0
        for count in stride(from: mode + 1, through: trials, by: 1) {
            term *= Double(trials - count + 1) / Double(count) * odds
            if count <= successes { inside += term } else { outside += term }
            if term < Self.negligible { break }
        }
        term = 1
        for count in stride(from: mode - 1, through: 0, by: -1) {
            term *= Double(count + 1) / Double(trials - count) / odds
            if count <= successes { inside += term } else { outside += term }
            if term < Self.negligible { break }
        }
        return (inside, outside)
    }

    /// A term this much smaller than the largest changes no sum.
    private static let negligible = 1e-30
}
