/// A share of successes among trials, with what the number of trials allows to be said of it.
package struct Proportion: Hashable, Sendable {
    /// How many trials succeeded.
    package let successes: Int
    /// How many there were.
    package let trials: Int

    /// Creates a share; there can be no more successes than trials.
    package init(successes: Int, of trials: Int) {
        precondition(
            trials > 0 && (0...trials).contains(successes), "\(successes) successes in \(trials) trials")
        (self.successes, self.trials) = (successes, trials)
    }

    /// The share observed.
    package var share: Double { Double(successes) / Double(trials) }

    /// Wilson's score interval, for display: close to the confidence on average, never outside 0…1.
    package func wilson(confidence: Double = 0.95) -> ClosedRange<Double> {
        let z = Normal.quantile(1 - (1 - confidence) / 2)
        let (n, p) = (Double(trials), share)
        let scale = 1 + z * z / n
        let centre = (p + z * z / (2 * n)) / scale
        let half = z * (p * (1 - p) / n + z * z / (4 * n * n)).squareRoot() / scale
        let lower = successes == 0 ? 0 : max(0, centre - half)
        let upper = successes == trials ? 1 : min(1, centre + half)
        return lower...upper
    }

    /// Clopper and Pearson's exact interval, for claims: never less than the confidence.
    package func clopperPearson(confidence: Double = 0.95) -> ClosedRange<Double> {
        let tail = (1 - confidence) / 2
        // The limits are where the observation becomes this improbable. Both tails fall or rise with
        // the probability, so halving finds them.
        let lower =
            successes == 0
            ? 0
            : Bisection.root { Binomial(trials: trials, probability: $0).atMost(successes - 1) <= 1 - tail }
        let upper =
            successes == trials
            ? 1 : Bisection.root { Binomial(trials: trials, probability: $0).atMost(successes) <= tail }
        return lower...upper
    }
}

/// Finds where a statement about a number between 0 and 1 becomes true for good.
enum Bisection {
    /// The smallest number at which `holds`, to the last bit that halving decides.
    static func root(_ holds: (Double) -> Bool) -> Double {
        root(between: 0, and: 1, holds)
    }

    /// The smallest number between two bounds at which `holds`.
    static func root(between low: Double, and high: Double, _ holds: (Double) -> Bool) -> Double {
        var (low, high) = (low, high)
        // Sixty halvings exhaust the bits of a double.
        for _ in 0..<60 {
            let middle = low + (high - low) / 2
            if holds(middle) { high = middle } else { low = middle }
        }
        return high
    }
}
