package import DRSimUnits

extension ServedSegment {
    /// The part of the segment, which ends at `end`, in which too few are served.
    ///
    /// A segment is a straight line, so there is one part or none. The instants are the first whole
    /// milliseconds on either side.
    package func unavailablePart(until end: Instant) -> Range<Instant>? {
        let startsAvailable = share(at: from) >= Self.threshold
        let first = startsAvailable ? crossing ?? end : from
        let last = startsAvailable ? end : min(end, crossing ?? end)
        return first < last ? first..<last : nil
    }

    /// The first instant at which the moving share is on the other side of the threshold than at its
    /// beginning; `nil` of a segment that stays on its side.
    package var crossing: Instant? {
        // A level segment is at its final share from its beginning on.
        guard until > from, (share >= Self.threshold) != (finalShare >= Self.threshold) else { return nil }
        let change = (finalShare - share).partsPerMillion
        let distance = (Self.threshold - share).partsPerMillion
        // Shares are whole millionths and move towards the final one by whole millionths: a falling
        // line is below the threshold when it has moved one more than the distance to it.
        let moved = change > 0 ? distance : -distance + 1
        let passed = (moved * (until - from).milliseconds).dividedRoundingUp(by: abs(change))
        return from + Span(milliseconds: passed)
    }
}
