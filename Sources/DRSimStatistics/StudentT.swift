/// Student's t distribution for a whole number of degrees of freedom.
package enum StudentT {
    /// The value that is not exceeded with this probability, which lies between 0 and 1.
    package static func quantile(_ probability: Double, degreesOfFreedom: Int) -> Double {
        precondition(
            probability > 0 && probability < 1 && degreesOfFreedom > 0,
            "a t quantile at \(probability) with \(degreesOfFreedom) degrees of freedom")
        if probability < 0.5 { return -quantile(1 - probability, degreesOfFreedom: degreesOfFreedom) }
        if degreesOfFreedom > manyDegrees {
            return expansion(Normal.quantile(probability), Double(degreesOfFreedom))
        }
        var high = 1.0
        while cumulative(high, degreesOfFreedom: degreesOfFreedom) < probability { high *= 2 }
        return Bisection.root(between: 0, and: high) {
            cumulative($0, degreesOfFreedom: degreesOfFreedom) >= probability
        }
    }

    /// The probability of a value up to `t`, which is not negative: half of what lies outside ±t, and
    /// all that lies inside (Abramowitz and Stegun 26.7.3 and 26.7.4, exact finite sums).
    static func cumulative(_ t: Double, degreesOfFreedom: Int) -> Double {
        let degrees = Double(degreesOfFreedom)
        let cosineSquared = degrees / (degrees + t * t)
        let sine = t / (degrees + t * t).squareRoot()
        let isOdd = degreesOfFreedom % 2 == 1
        var (term, sum) = (1.0, 0.0)
        for index in 0..<(degreesOfFreedom / 2) {
            sum += term
            let step = Double(2 * index)
            term *= cosineSquared * (isOdd ? (step + 2) / (step + 3) : (step + 1) / (step + 2))
        }
        guard isOdd else { return 0.5 + sine * sum / 2 }
        let angle = arctangent(t / degrees.squareRoot())
        return 0.5 + (angle + sine * cosineSquared.squareRoot() * sum) / Double.pi
    }

    /// Beyond this the sums grow long, and the expansion around the normal errs by less than 1e-9.
    private static let manyDegrees = 10_000

    /// The first terms of the expansion around the normal quantile (Abramowitz and Stegun 26.7.5).
    private static func expansion(_ z: Double, _ degrees: Double) -> Double {
        let cube = z * z * z
        let first = (cube + z) / 4
        let second = (5 * cube * z * z + 16 * cube + 3 * z) / 96
        return z + first / degrees + second / (degrees * degrees)
    }

    /// The angle of a tangent that is not negative: halved four times, then the series.
    private static func arctangent(_ tangent: Double) -> Double {
        var small = tangent
        for _ in 0..<4 { small /= 1 + (1 + small * small).squareRoot() }
        var (power, sum) = (small, 0.0)
        for index in 0..<10 {
            sum += power / Double(index % 2 == 0 ? 2 * index + 1 : -(2 * index + 1))
            power *= small * small
        }
        return 16 * sum
    }
}
