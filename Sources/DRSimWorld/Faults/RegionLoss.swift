import DRSimTrace
import DRSimUnits

/// When a region was lost, if it was: what lies in it is gone for so long, and what it held in memory for
/// good.
struct RegionLoss: Hashable, Sendable {
    /// When it was lost first.
    private(set) var first: Instant?
    /// Since when it is lost; `nil` while it is there.
    private(set) var since: Instant?
    /// The fact that it was lost first.
    private(set) var cause: FactID?

    /// The region stops, or returns.
    mutating func note(isUp: Bool, at now: Instant, cause: FactID?) {
        since = isUp ? nil : since ?? now
        guard !isUp, first == nil else { return }
        (first, self.cause) = (now, cause)
    }
}
