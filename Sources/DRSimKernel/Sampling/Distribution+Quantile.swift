package import DRSimUnits

extension Distribution {
    /// The value drawn for a uniform number strictly between 0 and 1, by inverting the
    /// distribution function: one uniform a variate, and a larger one never gives a smaller value.
    ///
    /// A mixture first takes the part in whose share of (0, 1) `u` falls, then stretches that share
    /// to the whole for the part's own draw: the values have the mixture's distribution, and are
    /// monotone in `u` within each part.
    package func quantile(_ u: Double) -> Double {
        precondition(u > 0 && u < 1, "\(u) does not lie strictly between 0 and 1")
        switch self {
        case .constant(let value): return value
        case .uniform(let low, let high): return low + u * (high - low)
        case .exponential(let mean): return -mean * PortableMath.log(1 - u)
        case .lognormal(let p50, let p95):
            let sigma = PortableMath.log(p95 / p50) / Self.normal95
            return p50 * PortableMath.exp(sigma * PortableMath.normalQuantile(u))
        case .triangular(let low, let mode, let high):
            return Self.triangularQuantile(u, low: low, mode: mode, high: high)
        case .mixture(let components): return Self.mixtureDraw(u, from: components)
        }
    }

    /// The normal quantile of 0.95.
    private static let normal95 = PortableMath.normalQuantile(0.95)

    private static func triangularQuantile(
        _ u: Double, low: Double, mode: Double, high: Double
    ) -> Double {
        let width = high - low
        guard width > 0 else { return low }
        return u * width < mode - low
            ? low + (u * width * (mode - low)).squareRoot()
            : high - ((1 - u) * width * (high - mode)).squareRoot()
    }

    private static func mixtureDraw(_ u: Double, from components: [Component]) -> Double {
        var before = 0.0
        for component in components.dropLast() {
            if u < before + component.weight {
                return component.distribution.quantile(inside((u - before) / component.weight))
            }
            before += component.weight
        }
        guard let last = components.last else {
            preconditionFailure("a mixture of \(components.count) parts has no value for \(u)")
        }
        return last.distribution.quantile(inside((u - before) / (1 - before)))
    }

    /// Keeps a stretched uniform off the ends, where rounding may have put it.
    private static func inside(_ u: Double) -> Double {
        min(max(u, 0x1p-53), 1 - 0x1p-53)
    }
}
