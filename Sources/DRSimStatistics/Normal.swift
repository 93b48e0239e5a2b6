/// The standard normal distribution from the four operations, so that its figures are the same on
/// every machine.
package enum Normal {
    /// The probability of a value up to `z`.
    ///
    /// A series of positive terms (Abramowitz and Stegun 26.2.11); the error stays below 1e-14.
    package static func cumulative(_ z: Double) -> Double {
        if z < 0 { return 1 - cumulative(-z) }
        if z > 9 { return 1 }
        var (term, sum, odd) = (z, z, 1.0)
        while term > sum * 1e-17 {
            odd += 2
            term *= z * z / odd
            sum += term
        }
        return 0.5 + sum * exponential(-z * z / 2) / (2 * Double.pi).squareRoot()
    }

    /// The value that is not exceeded with this probability, which lies between 0 and 1.
    package static func quantile(_ probability: Double) -> Double {
        precondition(probability > 0 && probability < 1, "a normal quantile at \(probability)")
        if probability < 0.5 { return -quantile(1 - probability) }
        return Bisection.root(between: 0, and: 9) { cumulative($0) >= probability }
    }

    /// e to a power that is not positive: Taylor's series of a small part, squared back up.
    private static func exponential(_ power: Double) -> Double {
        var (part, doublings) = (power, 0)
        while part < -0.25 { (part, doublings) = (part / 2, doublings + 1) }
        var (term, sum) = (1.0, 1.0)
        for degree in 1...16 {
            term *= part / Double(degree)
            sum += term
        }
        for _ in 0..<doublings { sum *= sum }
        return sum
    }
}
