package import DRSimStatistics

extension ConfusionMatrix {
    /// A yearly rate with its exact 95 % interval and what it was counted over, by which it can be judged:
    /// `36.5 [7.5, 106.7], 3 in 30 days`.
    package static func text(_ rate: PoissonRate) -> String {
        let limits = rate.garwood()
        let interval = "[\(tenths(limits.lowerBound)), \(tenths(limits.upperBound))]"
        return "\(tenths(rate.rate)) \(interval), \(rate.events) in \(time(rate.exposure))"
    }

    /// Years as years from two on, else as days, or hours where they are few.
    private static func time(_ years: Double) -> String {
        let days = years * 365
        if days < 2 { return "\(tenths(days * 24)) hours" }
        return years < 2 ? "\(tenths(days)) days" : "\(tenths(years)) years"
    }

    /// A number with one decimal, or none where that is zero.
    private static func tenths(_ number: Double) -> String {
        let tenths = Int64((number * 10).rounded())
        return tenths % 10 == 0 ? "\(tenths / 10)" : "\(tenths / 10).\(tenths % 10)"
    }
}
