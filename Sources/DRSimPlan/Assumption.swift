package import DRSimUnits

/// A number of the model that is not known but drawn, with the reason to believe it.
package struct Assumption: Hashable, Sendable {
    /// The assumption's name; part of the key of every draw from it.
    package var id: AssumptionID
    /// What it is.
    package var title: String
    /// What it is drawn from, in `unit`.
    package var distribution: Distribution
    /// What the numbers count: seconds, bytes, bytes per second, or nothing (a plain number).
    package var unit: Unit
    /// Where it comes from: a fact id, a line of the plan, a public source.
    package var source: String
    /// How far it can be trusted.
    package var confidence: Confidence

    /// What the numbers of a distribution count.
    package enum Unit: String, CaseIterable, Sendable {
        case seconds
        case bytes
        case bytesPerSecond = "bytes_per_second"
        case number
    }

    /// How far an assumption can be trusted.
    package enum Confidence: String, CaseIterable, Sendable {
        /// Read in a primary source: documentation, source code, a specification.
        case primary
        /// Read in a secondary source.
        case secondary
        /// An estimate: vary it before relying on what follows from it.
        case estimate
    }

    /// Creates an assumption.
    package init(
        id: AssumptionID, title: String, distribution: Distribution, unit: Unit, source: String,
        confidence: Confidence
    ) {
        (self.id, self.title, self.distribution) = (id, title, distribution)
        (self.unit, self.source, self.confidence) = (unit, source, confidence)
    }
}
