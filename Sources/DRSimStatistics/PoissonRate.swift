/// Events that come independently of each other at a steady rate, counted over an exposure.
package struct PoissonRate: Hashable, Sendable {
    /// How many there were.
    package let events: Int
    /// What they were counted over, in the unit of the rate.
    package let exposure: Double

    /// Creates a rate; nothing can be counted over nothing.
    package init(events: Int, over exposure: Double) {
        precondition(events >= 0 && exposure > 0, "\(events) events over \(exposure)")
        (self.events, self.exposure) = (events, exposure)
    }

    /// The rate observed.
    package var rate: Double { Double(events) / exposure }

    /// Garwood's exact interval: never less than the confidence.
    package func garwood(confidence: Double = 0.95) -> ClosedRange<Double> {
        let tail = (1 - confidence) / 2
        // Both tails fall or rise with the mean, so halving finds where the count becomes this improbable.
        let most = Double(events) + 20 * Double(events + 1).squareRoot() + 20
        let lower =
            events == 0
            ? 0 : Bisection.root(between: 0, and: most) { Self.atMost(events - 1, mean: $0) <= 1 - tail }
        let upper = Bisection.root(between: 0, and: most) { Self.atMost(events, mean: $0) <= tail }
        return lower / exposure...upper / exposure
    }

    /// The probability of at most a number of events where so many are the mean: sums of terms relative to
    /// the largest, as for the binomial, without a logarithm.
    private static func atMost(_ events: Int, mean: Double) -> Double {
        guard mean > 0 else { return 1 }
        let mode = Int(mean)
        var (inside, outside) = mode <= events ? (1.0, 0.0) : (0.0, 1.0)
        func take(_ term: Double, _ count: Int) {
            if count <= events { inside += term } else { outside += term }
        }
        var (term, count) = (1.0, mode)
        while count > 0, term > negligible {
            term *= Double(count) / mean
            count -= 1
            take(term, count)
        }
        (term, count) = (1, mode)
        while term > negligible {
            count += 1
            term *= mean / Double(count)
            take(term, count)
        }
        return inside / (inside + outside)
    }

    /// A term this much smaller than the largest changes no sum.
    private static let negligible = 1e-30
}
