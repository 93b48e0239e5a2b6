import DRSimTrace
import DRSimUnits

/// What users of a service get at present: the segment of the served line it is on.
struct ServiceState: Hashable, Sendable {
    /// The segment in force.
    var segment: ServedSegment
    /// Numbers the segments, so that an announced crossing of an earlier one is ignored.
    var generation: Int32 = 0
    /// Whether the last fact about the service said that it is available.
    var isAvailable = true
    /// The last fact that changed the service; the cause of what time alone changes.
    var cause: FactID?
}

extension ServedSegment {
    /// The first instant of the segment at which it is on the other side of the threshold than at
    /// `instant`; `nil` if it stays on its side.
    func crossing(after instant: Instant) -> Instant? {
        let starts = share(at: instant) >= Self.threshold
        guard until > instant, (finalShare >= Self.threshold) != starts else { return nil }
        // The line is monotone: halve the stretch until one millisecond separates the two sides.
        var (low, high) = (instant.milliseconds, until.milliseconds)
        while high - low > 1 {
            let middle = low + (high - low) / 2
            if (share(at: Instant(milliseconds: middle)) >= Self.threshold) == starts {
                low = middle
            } else {
                high = middle
            }
        }
        return Instant(milliseconds: high)
    }
}
