package import DRSimTrace
package import DRSimUnits

/// How long what was written to a store reached no other region, so that the loss of one would have been
/// the loss of the data (F53b, F83).
package struct UnprotectedTime: Hashable, Sendable {
    /// The store.
    package var store: StoreID
    /// All of it, from the trial's start to its horizon.
    package var total: Span
    /// The longest stretch of it.
    package var longest: Span

    /// The stores of a trace, in the order in which they are first told of.
    package static func all(in trace: Trace) -> [UnprotectedTime] {
        var stores: [StoreID] = []
        for segment in trace.protection where !stores.contains(segment.store) { stores.append(segment.store) }
        return stores.map { store in
            let spans = stretches(of: store, in: trace).map { $0.upperBound - $0.lowerBound }
            return UnprotectedTime(
                store: store, total: spans.reduce(.zero, +), longest: spans.max() ?? .zero)
        }
    }

    /// How much of it lies after an instant, up to another and to the end of the stretch that one lies in,
    /// but before a limit; without the other, up to the limit.
    static func span(
        of store: StoreID, in trace: Trace, from first: Instant, until last: Instant?, limit: Instant
    ) -> Span {
        stretches(of: store, in: trace).reduce(.zero) { sum, stretch in
            let (lower, upper) = (max(first, stretch.lowerBound), min(stretch.upperBound, limit))
            let isCounted = last.map { stretch.lowerBound <= $0 } ?? true
            return isCounted && upper > lower ? sum + (upper - lower) : sum
        }
    }

    private static func stretches(of store: StoreID, in trace: Trace) -> [Range<Instant>] {
        let segments = trace.protection.filter { $0.store == store }
        let ends = segments.dropFirst().map(\.from) + [trace.horizon]
        return zip(segments, ends).filter { !$0.isProtected && $0.from < $1 }.map { $0.from..<$1 }
    }
}
