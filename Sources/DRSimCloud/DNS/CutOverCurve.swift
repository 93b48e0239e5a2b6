package import DRSimUnits

/// How the clients of a name move to a new answer: the share that has moved, by the time since all
/// name servers give it.
///
/// A straight line joins each point to the next (C6). The TTL that counts is that of the record the
/// clients still have, the old one.
package struct CutOverCurve: Hashable, Sendable {
    private let points: [Point]

    struct Point: Hashable, Sendable {
        let offset: Span
        let share: Share
    }

    /// The curve of a record that resolvers may hold for `oldTTL`.
    package init(oldTTL ttl: Span, timings: CloudTimings) {
        let later = ttl + .minutes(30)
        points = [
            Point(offset: .zero, share: .none),
            Point(offset: ttl, share: timings.shareByTTL),
            Point(offset: ttl + .minutes(5), share: timings.shareByTTLPlus5),
            Point(offset: later, share: timings.shareByTTLPlus30),
            Point(offset: max(timings.tailEnd, later), share: .all),
        ]
    }

    /// The share that has moved after a time, rounded down to the millionth.
    package func share(after elapsed: Span) -> Share {
        guard let next = points.firstIndex(where: { $0.offset > elapsed }) else { return .all }
        guard next > 0 else { return .none }
        let (from, to) = (points[next - 1], points[next])
        let change = (to.share - from.share).partsPerMillion
        let passed = (elapsed - from.offset).milliseconds
        let whole = (to.offset - from.offset).milliseconds
        return Share(partsPerMillion: from.share.partsPerMillion + change * passed / whole)
    }

    /// The next point of the curve strictly after a time; `nil` after the last.
    package func nextBreakpoint(after elapsed: Span) -> Span? {
        points.first { $0.offset > elapsed }?.offset
    }
}
