import DRSimTrace
import DRSimUnits

/// The instants up to which the commits of a store should have survived, one for each of its timelines.
///
/// A fault can strike more than once in a trial, and each strike is a disaster of its own for the data: what
/// a timeline lost is held against the last strike before it was written to no more, or before the history
/// that survives had parted from it. What was acknowledged on it after that strike was not there to be saved.
struct DataTargets {
    private let ledger: Ledger
    private let history: SurvivingHistory
    private let damages: [Ledger.Damage]
    private let strikes: [Instant]

    /// The targets of a store whose history survives so far, under the strikes of faults that do harm. That
    /// of a damage is the instant just before it.
    init(of store: StoreID, ledger: Ledger, history: SurvivingHistory, strikes: [Instant]) {
        (self.ledger, self.history) = (ledger, history)
        damages = ledger.damages(of: store)
        let spoilt = damages.filter { !$0.isPresence }.map(\.at)
        let others = strikes.filter { !spoilt.contains($0) }
        self.strikes = (others + spoilt.map { $0 - Self.instant }).sorted()
    }

    private static let instant = Span(milliseconds: 1)

    /// The target instant of a timeline: just before the damage its history holds, else the last strike it
    /// was subject to; `nil` where nothing struck.
    func target(on timeline: Int) -> Instant? {
        if let struck = damage(on: timeline) { return struck.at - Self.instant }
        let end = min(lastWrite(on: timeline) ?? .never, parting(from: timeline) ?? .never)
        return strikes.last { $0 <= end } ?? strikes.first
    }

    /// The first damage the whole of a timeline holds. Where it holds only an intruder's way in, it is what
    /// they did with it.
    private func damage(on timeline: Int) -> Ledger.Damage? {
        let whole = HistoryPath(to: ByteCount(.max), on: timeline, in: ledger)
        let held = damages.filter { whole.holds($0) }
        guard !held.isEmpty else { return nil }
        return held.first { !$0.isPresence } ?? damages.first { !$0.isPresence }
    }

    private func lastWrite(on timeline: Int) -> Instant? {
        ledger.writes.last { $0.timeline == timeline && $0.end > $0.start }?.to
    }

    /// When, since the first strike, the history that survives first went on without a timeline; `nil` if it
    /// never did.
    private func parting(from timeline: Int) -> Instant? {
        guard let onset = strikes.first else { return nil }
        let own = HistoryPath(to: ByteCount(.max), on: timeline, in: ledger).timelines
        let others = history.path.timelines.filter { !own.contains($0) }
        let beginnings = others.map { ledger.timelines[$0].at }
        let written = ledger.writes.filter { $0.end > $0.start }
        let without = written.filter { others.contains($0.timeline) }.map(\.from)
        // One that was begun beside the history is left behind by what its parent takes from then on.
        let branch = own.prefix { history.path.limit(on: $0) == nil }.last
        let beside = branch.map { branch in
            let (at, parent) = (ledger.timelines[branch].at, ledger.timelines[branch].parent)
            return written.filter { $0.timeline == parent && $0.to > at }.map { max($0.from, at) }
        }
        return (beginnings + without + (beside ?? [])).filter { $0 >= onset }.min()
    }
}
