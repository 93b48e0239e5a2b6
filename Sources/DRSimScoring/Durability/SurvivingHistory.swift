import DRSimTrace
import DRSimUnits

/// The history of one store that goes on after a trial, with its ancestors up to the forks.
///
/// Of the copies that can be reached it is one without damage, if there is one. Of several it is the one
/// whose history last changed its site during the trial: whoever fails over to another region decides
/// that its history goes on, and what the old region writes when it returns is discarded. Where no
/// history changed its site, it is the copy that reaches furthest.
struct SurvivingHistory {
    /// The timelines it runs over, from the last back to the first.
    let path: HistoryPath
    /// Whether any copy without damage can be reached.
    let exists: Bool

    /// Finds the history of a store in a ledger.
    init(of store: StoreID, in ledger: Ledger) {
        let copies = ledger.copies.filter {
            $0.isAvailable && ledger.timelines[$0.timeline].store == store
        }
        let damages = ledger.damages(of: store)
        let sound = copies.filter { copy in
            let path = HistoryPath(to: copy.position, on: copy.timeline, in: ledger)
            return !damages.contains { path.holds($0) }
        }
        let best = sound.max { one, other in
            let (left, right) = (Self.lastMove(of: one, in: ledger), Self.lastMove(of: other, in: ledger))
            return (left, one.position) < (right, other.position)
        }
        exists = best != nil
        path = best.map { HistoryPath(to: $0.position, on: $0.timeline, in: ledger) } ?? HistoryPath()
    }

    /// When the history of a copy last went on at another site, if during the trial; else its start.
    ///
    /// One that was restored beside the store, as for a test, has not moved until it is written to.
    private static func lastMove(of copy: Ledger.Copy, in ledger: Ledger) -> Instant {
        var number = copy.timeline
        while ledger.timelines[number].at > .start {
            let timeline = ledger.timelines[number]
            let isElsewhere = timeline.parent.map { ledger.timelines[$0].site != timeline.site } ?? true
            if isElsewhere, !timeline.isRestored || isWritten(number, in: ledger) { return timeline.at }
            guard let parent = timeline.parent else { break }
            number = parent
        }
        return .start
    }

    private static func isWritten(_ timeline: Int, in ledger: Ledger) -> Bool {
        ledger.writes.contains { $0.timeline == timeline && $0.end > $0.start }
    }
}

extension Ledger {
    /// What spoilt a store's data. The way in an intruder left counts only once they have struck: found
    /// before, it is closed, and nothing is lost.
    func damages(of store: StoreID) -> [Damage] {
        let all = damages.filter { timelines[$0.timeline].store == store }
        return all.allSatisfy(\.isPresence) ? [] : all
    }
}
