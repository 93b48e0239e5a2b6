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
        var times: [UnprotectedTime] = []
        for (index, segment) in trace.protection.enumerated() {
            if !times.contains(where: { $0.store == segment.store }) {
                times.append(UnprotectedTime(store: segment.store, total: .zero, longest: .zero))
            }
            guard !segment.isProtected,
                let place = times.firstIndex(where: { $0.store == segment.store })
            else { continue }
            let next = trace.protection[(index + 1)...].first { $0.store == segment.store }
            let span = (next?.from ?? trace.horizon) - segment.from
            times[place].total += span
            times[place].longest = max(times[place].longest, span)
        }
        return times
    }
}
