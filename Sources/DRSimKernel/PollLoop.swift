package import DRSimUnits

/// A part that looks at the world at fixed intervals, and leaps over the looks that would change
/// nothing.
///
/// The polls lie on a grid: `origin` and every `period` after it. A part that finds nothing to do
/// parks its loop for as long as it would stay quiet; a change it could see wakes the loop at the
/// grid point at which a ticking loop would have seen it. Whoever owns the loop schedules a poll
/// event at each instant these methods return, and drops one that comes when `isDue` says no:
/// events cannot be recalled.
package struct PollLoop: Equatable, Sendable {
    /// The time between two polls, at least a millisecond.
    package let period: Span
    /// The grid point from which the others are counted.
    package private(set) var origin: Instant
    /// Whether and when the next poll is to come.
    package private(set) var state: State
    private var lastPoll: Instant?

    /// Whether and when a loop polls next.
    package enum State: Equatable, Sendable {
        /// The next poll is at this grid point.
        case armed(at: Instant)
        /// Polls before this instant would change nothing (`nil`: never) while nothing changes.
        case parked(until: Instant?)
        /// Nothing is polled, whatever happens, until `restart`.
        case stopped
    }

    /// Creates a loop that polls at its origin first.
    package init(origin: Instant, period: Span) {
        precondition(period > .zero, "a loop cannot poll every \(period)")
        (self.origin, self.period, state) = (origin, period, .armed(at: origin))
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

    /// The first grid point in a window of time, if there is one.
    package func first(in window: Range<Instant>) -> Instant? {
        let point = first(notBefore: window.lowerBound)
        return window.contains(point) ? point : nil
    }

    /// The grid point at which a poll event is wanted; `nil` when none is.
    package var nextPoll: Instant? {
        switch state {
        case .armed(let instant): instant
        case .parked(let until): until.map { first(notBefore: $0) }
        case .stopped: nil
        }
    }

    /// Whether a poll event that comes now is still wanted.
    package func isDue(at now: Instant) -> Bool { nextPoll == now }

    /// After a poll: polls again at the next grid point, which is returned.
    package mutating func arm(after poll: Instant) -> Instant {
        lastPoll = poll
        let point = next(from: poll)
        state = .armed(at: point)
        return point
    }

    /// After a poll that would stay without effect before `until` (`nil` or `.never`: for ever)
    /// while nothing changes: the grid point at which to poll even so.
    package mutating func park(after poll: Instant, until: Instant?) -> Instant? {
        lastPoll = poll
        let end = until == .never ? nil : until
        state = .parked(until: end.map { max($0, next(from: poll)) })
        return nextPoll
    }

    /// After a change the poll could see: the grid point at which it will see it, or `nil` where a
    /// poll event is scheduled early enough already or the loop is stopped.
    ///
    /// A change at a grid point is seen at that very instant if the poll's turn is still to come,
    /// otherwise a period later.
    package mutating func wake(at now: Instant, pollStillAheadThisInstant: Bool) -> Instant? {
        guard case .parked = state else { return nil }
        let seen = pollStillAheadThisInstant && lastPoll != now ? first(notBefore: now) : next(from: now)
        if let planned = nextPoll, planned <= seen { return nil }
        state = .armed(at: seen)
        return seen
    }

    /// Moves the grid, as an error's sleep or the end of a procedure does: the next poll is at the
    /// new origin.
    package mutating func restart(at origin: Instant) {
        (self.origin, state) = (origin, .armed(at: origin))
    }

    /// Ends all polling until the loop is restarted, as a procedure that blocks the loop does.
    package mutating func stop() {
        state = .stopped
    }
}
