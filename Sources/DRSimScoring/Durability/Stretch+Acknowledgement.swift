import DRSimTrace
import DRSimUnits

extension Ledger.Stretch {
    /// The position up to which commits were acknowledged at an instant, rounded down to the byte.
    func position(at instant: Instant) -> ByteCount {
        if instant >= to { return end }
        if instant <= from { return start }
        let (passed, whole) = ((instant - from).milliseconds, (to - from).milliseconds)
        let written = Int128((end - start).bytes) * Int128(passed) / Int128(whole)
        return start + ByteCount(Int64(written))
    }

    /// The first instant at which a commit beyond a position was acknowledged; `nil` if none was.
    func firstInstant(beyond position: ByteCount) -> Instant? {
        if position < start { return end > start ? from : nil }
        guard position < end else { return nil }
        guard to > from else { return from }
        // Acknowledged bytes are rounded down, so one more than the distance must have been written.
        let distance = Int128((position - start).bytes) + 1
        let passed = (distance * Int128((to - from).milliseconds))
            .dividedRoundingUp(by: Int128((end - start).bytes))
        return from + Span(milliseconds: Int64(passed))
    }

    /// The bytes acknowledged in a window that is open at its beginning and closed at its end.
    func bytes(after first: Instant, through last: Instant) -> Int64 {
        guard last > first else { return 0 }
        let before = first < from ? start : position(at: first)
        let behind = last < from ? start : position(at: last)
        return (behind - before).bytes
    }
}
