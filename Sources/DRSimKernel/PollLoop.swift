package import DRSimUnits

/// A part that looks at the world at fixed intervals, and leaps over the looks that would change
/// nothing.
///
/// The polls lie on a grid: `origin` and every `period` after it. A part that finds nothing to do
/// parks its loop for as long as it would stay quiet; a change it could see wakes the loop at the
/// grid point at which a ticking loop would have seen it. Whoever owns the loop schedules a poll
/// event at each instant these methods return, and drops one that comes at another instant than
/// `nextPoll`: events cannot be recalled. A part whose grid moves, after an error or a procedure,
/// begins a new loop.
package struct PollLoop: Equatable, Sendable {
    /// The time between two polls, at least a millisecond.
    package let period: Span
    /// The grid point from which the others are counted.
    package let origin: Instant
    /// The grid point at which a poll event is wanted; `nil` when none is while nothing changes.
    package private(set) var nextPoll: Instant?
    private var lastPoll: Instant?

    /// Creates a loop that polls at its origin first.
    package init(origin: Instant, period: Span) {
        precondition(period > .zero, "a loop cannot poll every \(period)")
        (self.origin, self.period, nextPoll) = (origin, period, origin)
    }

    /// The first grid point strictly after an instant; the grid has points before `origin` too.
    package func next(from instant: Instant) -> Instant {
        first(notBefore: instant + Span(milliseconds: 1))
    }

    /// The first grid point at or after an instant.
    package func first(notBefore instant: Instant) -> Instant {
        let distance = (instant - origin).milliseconds
        let (points, rest) = distance.quotientAndRemainder(dividingBy: period.milliseconds)
        return origin + period * (rest > 0 ? points + 1 : points)
    }

    /// After a poll that would stay without effect before `until` (`nil` or `.never`: for ever)
    /// while nothing changes: the grid point at which to poll even so.
    package mutating func park(after poll: Instant, until: Instant?) -> Instant? {
        lastPoll = poll
        let end = until == .never ? nil : until
        nextPoll = end.map { first(notBefore: max($0, next(from: poll))) }
        return nextPoll
    }

    /// After a change the poll could see: the grid point at which it will see it, or `nil` where a
    /// poll event is scheduled early enough already.
    ///
    /// A change at a grid point is seen at that very instant if the poll's turn is still to come,
    /// otherwise a period later.
    package mutating func wake(at now: Instant, pollStillAheadThisInstant: Bool) -> Instant? {
        let seen = pollStillAheadThisInstant && lastPoll != now ? first(notBefore: now) : next(from: now)
        if let planned = nextPoll, planned <= seen { return nil }
        nextPoll = seen
        return seen
    }
}
