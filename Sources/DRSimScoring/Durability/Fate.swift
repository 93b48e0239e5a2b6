import DRSimTrace
import DRSimUnits

/// What became of the commits of one stretch of writes.
struct Fate {
    /// Up to when its commits should have survived; `nil` where nothing struck.
    let target: Instant?
    private let stretch: Ledger.Stretch
    /// The position up to which the stretch survives.
    private let kept: ByteCount
    /// When the first commit that is gone was acknowledged.
    private let firstLoss: Instant?

    /// Divides a stretch at the position up to which its timeline survives.
    init(of stretch: Ledger.Stretch, limit: ByteCount?, target: Instant?) {
        (self.stretch, self.target) = (stretch, target)
        kept = min(max(limit ?? stretch.start, stretch.start), stretch.end)
        firstLoss = stretch.firstInstant(beyond: kept)
    }

    /// The bytes that were acknowledged.
    var acknowledged: Int64 { (stretch.end - stretch.start).bytes }

    /// The bytes that survived.
    var survived: Int64 { (kept - stretch.start).bytes }

    /// The bytes acknowledged up to the target instant, and gone; without a target, up to the horizon.
    func lost(until horizon: Instant) -> Int64 { max(0, (reached(by: target ?? horizon) - kept).bytes) }

    /// The bytes acknowledged after it, and gone. Counted from the time on, not as what the others leave.
    func discarded(until horizon: Instant) -> Int64 {
        let target = target ?? horizon
        return stretch.bytes(after: target, through: stretch.to) - max(0, (kept - reached(by: target)).bytes)
    }

    /// From the latest instant up to which nothing is missing to the target instant; `nil` if nothing is.
    var loss: Span? {
        guard let firstLoss, let target, firstLoss <= target else { return nil }
        return target - (firstLoss - Span(milliseconds: 1))
    }

    /// When the last commit that survived was acknowledged, at an instant at the latest.
    func newestSurvivor(at instant: Instant) -> Instant? {
        guard kept > stretch.start, stretch.from <= instant else { return nil }
        let newest = firstLoss.map { $0 - Span(milliseconds: 1) } ?? stretch.to
        return min(max(newest, stretch.from), instant)
    }

    private func reached(by instant: Instant) -> ByteCount {
        instant < stretch.from ? stretch.start : stretch.position(at: instant)
    }
}
