import DRSimTrace
import DRSimUnits

extension ServedSegment {
    /// The part of the segment, which ends at `end`, in which fewer than `threshold` are served.
    ///
    /// A segment is a straight line, so there is one part or none. The instants are the first whole
    /// milliseconds on either side.
    func part(below threshold: Share, until end: Instant) -> Range<Instant>? {
        let bounds: (from: Instant, to: Instant)
        switch (share(at: from) < threshold, finalShare < threshold) {
        case (true, true): bounds = (from, end)
        case (true, false): bounds = (from, min(end, crossing(of: threshold)))
        case (false, true): bounds = (crossing(of: threshold), end)
        case (false, false): return nil
        }
        return bounds.from < bounds.to ? bounds.from..<bounds.to : nil
    }

    /// The first instant at which the moving share is on the other side of a threshold.
    private func crossing(of threshold: Share) -> Instant {
        let change = (finalShare - share).partsPerMillion
        let distance = (threshold - share).partsPerMillion
        // Shares are whole millionths and move towards the final one by whole millionths: a falling
        // line is below the threshold when it has moved one more than the distance to it.
        let moved = change > 0 ? distance : -distance + 1
        let passed = (moved * (until - from).milliseconds).dividedRoundingUp(by: abs(change))
        return from + Span(milliseconds: passed)
    }
}

extension FixedWidthInteger {
    /// The quotient of two numbers that are not negative, rounded up.
    func dividedRoundingUp(by divisor: Self) -> Self {
        precondition(self >= 0 && divisor > 0, "\(self) divided by \(divisor) is not rounded up here")
        let (quotient, remainder) = quotientAndRemainder(dividingBy: divisor)
        return remainder == 0 ? quotient : quotient + 1
    }
}
