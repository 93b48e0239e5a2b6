package import DRSimUnits

/// A number of the model that is drawn: an assumption's distribution under the assumption's name.
package struct Quantity: Hashable, Sendable {
    /// The assumption's name, for facts that say what they waited on.
    package let id: AssumptionID
    /// The assumption's distribution: seconds where `span` is asked for.
    package let distribution: Distribution
    private let purpose: StreamName

    /// Creates a quantity; the assumption's name is the purpose of all its draws.
    package init(_ id: AssumptionID, _ distribution: Distribution) {
        (self.id, self.distribution, purpose) = (id, distribution, StreamName(id.name))
    }

    /// The value drawn for the given occasion of an entity, in the assumption's unit.
    package func value(_ draws: Draws, of entity: StreamName, ordinal: UInt32) -> Double {
        distribution.quantile(draws.uniform(entity: entity, purpose: purpose, ordinal: ordinal))
    }

    /// The drawn value read as seconds: the nearest millisecond, ties to even, never negative.
    package func span(_ draws: Draws, of entity: StreamName, ordinal: UInt32) -> Span {
        max(.zero, Span.rounding(seconds: value(draws, of: entity, ordinal: ordinal)))
    }

    /// How long a size takes at the drawn rate, the value being read as bytes a second.
    package func span(
        for size: ByteCount, _ draws: Draws, of entity: StreamName, ordinal: UInt32
    ) -> Span {
        let rate = max(1, value(draws, of: entity, ordinal: ordinal))
        return Span.rounding(seconds: Double(size.bytes) / rate)
    }
}
