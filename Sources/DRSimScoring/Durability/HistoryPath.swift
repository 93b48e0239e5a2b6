import DRSimTrace
import DRSimUnits

/// The timelines a history of a store runs over, and how far it follows each.
struct HistoryPath {
    /// The timelines, from the last back to the first.
    private(set) var timelines: [Int] = []
    private var limits: [Int: ByteCount] = [:]

    /// A history of nothing.
    init() {}

    /// The history that ends at a position on a timeline.
    init(to position: ByteCount, on last: Int, in ledger: Ledger) {
        var (timeline, limit) = (last, position)
        while true {
            (timelines, limits[timeline]) = (timelines + [timeline], limit)
            guard let parent = ledger.timelines[timeline].parent else { return }
            precondition(parent < timeline, "timeline \(timeline) forks from the later \(parent)")
            (timeline, limit) = (parent, min(limit, ledger.timelines[timeline].fork))
        }
    }

    /// The position up to which it follows a timeline; `nil` if it does not run over it.
    func limit(on timeline: Int) -> ByteCount? { limits[timeline] }

    /// Whether it goes on beyond the place of a damage.
    func holds(_ damage: Ledger.Damage) -> Bool {
        limit(on: damage.timeline).map { $0 > damage.position } ?? false
    }
}
