import DRSimTrace
import DRSimUnits

/// The history of one store that goes on after a trial: the timeline begun last of those with a copy
/// that can be reached, as far as its furthest such copy goes, with its ancestors up to the forks.
struct SurvivingHistory {
    /// For each timeline of the ledger on the path, the position up to which its writes survive.
    private let limits: [Int: ByteCount]
    /// Whether any copy can be reached.
    let exists: Bool

    /// Finds the history of a store in a ledger.
    init(of store: StoreID, in ledger: Ledger) {
        let copies = ledger.copies.filter {
            $0.isAvailable && ledger.timelines[$0.timeline].store == store
        }
        let best = copies.max { ($0.timeline, $0.position) < ($1.timeline, $1.position) }
        exists = best != nil
        limits = best.map { Self.path(from: $0, in: ledger) } ?? [:]
    }

    /// The position up to which writes on a timeline survive; `nil` if none does.
    func limit(on timeline: Int) -> ByteCount? { limits[timeline] }

    private static func path(from copy: Ledger.Copy, in ledger: Ledger) -> [Int: ByteCount] {
        var limits = [copy.timeline: copy.position]
        var (timeline, limit) = (copy.timeline, copy.position)
        while let parent = ledger.timelines[timeline].parent {
            precondition(parent < timeline, "timeline \(timeline) forks from the later \(parent)")
            limit = min(limit, ledger.timelines[timeline].fork)
            limits[parent] = limit
            timeline = parent
        }
        return limits
    }
}
