package import DRSimPlan
import DRSimUnits

/// An assumption in words, as reports list it.
package struct AssumptionNote: Hashable, Sendable {
    /// The assumption's name.
    package var id: String
    /// What it is.
    package var title: String
    /// What it is drawn from: `lognormal, median 2m 30s, 95 % below 5m 30s`.
    package var distribution: String
    /// Where it comes from.
    package var source: String
    /// How far it can be trusted.
    package var confidence: Assumption.Confidence

    /// Puts an assumption into words.
    package init(_ assumption: Assumption) {
        self.init(
            id: assumption.id.name, title: assumption.title,
            distribution: DistributionText(unit: assumption.unit).text(assumption.distribution),
            source: assumption.source, confidence: assumption.confidence)
    }

    /// Creates a note.
    package init(
        id: String, title: String, distribution: String, source: String,
        confidence: Assumption.Confidence
    ) {
        (self.id, self.title, self.distribution) = (id, title, distribution)
        (self.source, self.confidence) = (source, confidence)
    }
}

/// Words for distributions of one unit.
struct DistributionText {
    let unit: Assumption.Unit

    func text(_ distribution: Distribution) -> String {
        switch distribution {
        case .constant(let value):
            "always \(amount(value))"
        case .uniform(let low, let high):
            "uniform, \(amount(low)) to \(amount(high))"
        case .exponential(let mean):
            "exponential, mean \(amount(mean))"
        case .lognormal(let p50, let p95):
            "lognormal, median \(amount(p50)), 95% below \(amount(p95))"
        case .triangular(let low, let mode, let high):
            "triangular, \(amount(low)) to \(amount(high)), mode \(amount(mode))"
        case .mixture(let parts):
            parts.map { "\(Share.rounding($0.weight)): \(text($0.distribution))" }.joined(separator: "; ")
        }
    }

    private func amount(_ value: Double) -> String {
        switch unit {
        case .seconds: Span.rounding(seconds: value).description
        case .bytes: "\(ByteCount(Int64(value.rounded())))"
        case .bytesPerSecond: "\(ByteCount(Int64(value.rounded())))/s"
        case .number: value == value.rounded() ? "\(Int64(value))" : "\(value)"
        }
    }
}
