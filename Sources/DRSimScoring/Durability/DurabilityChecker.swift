package import DRSimTrace
package import DRSimUnits

/// Holds a trial's books together: every commit that was acknowledged must have survived, been lost
/// or been discarded, and the ledger itself must be possible.
package enum DurabilityChecker {
    /// Something that cannot be.
    package enum Violation: Hashable, Sendable {
        /// The parts do not sum to the whole.
        case unbalanced(StoreID, acknowledged: Int64, accounted: Int64)
        /// A stretch, by its index, ends before it begins, in time or position, or lies before the
        /// fork of its timeline.
        case impossibleStretch(Int)
        /// A stretch, by its index, repeats positions or time of an earlier one of its timeline.
        case rewrittenHistory(Int)
        /// A timeline, by its index, forks from where its parent never was.
        case forkFromNowhere(Int)
        /// A copy, by its index, holds what was never written to its timeline.
        case copyOfNothing(Int)
        /// A damage, by its index, stands where its timeline was never written to.
        case damageOfNothing(Int)
    }

    /// What is wrong with a ledger and the scores of its stores; nothing, if the simulator is right.
    package static func violations(in ledger: Ledger, scores: [StoreScore]) -> [Violation] {
        scores.compactMap { imbalance(of: $0, in: ledger) }
            + ledger.writes.indices.compactMap { flaw(ofStretch: $0, in: ledger) }
            + ledger.timelines.indices.filter { !forksFromParent($0, in: ledger) }.map {
                .forkFromNowhere($0)
            }
            + ledger.copies.indices.filter { !isWritten($0, in: ledger) }.map { .copyOfNothing($0) }
            + ledger.damages.indices.filter { !isInHistory($0, in: ledger) }.map { .damageOfNothing($0) }
    }

    /// Sums the acknowledged bytes afresh, so that the scorer's division of them is checked by
    /// something that never divided them.
    private static func imbalance(of score: StoreScore, in ledger: Ledger) -> Violation? {
        let acknowledged = ledger.writes
            .filter { ledger.timelines[$0.timeline].store == score.id }
            .reduce(Int64(0)) { $0 + ($1.end - $1.start).bytes }
        let parts = [score.survived, score.lost, score.discarded].map(\.bytes.bytes)
        let accounted = parts.reduce(0, +)
        let isBalanced = acknowledged == accounted && parts.allSatisfy { $0 >= 0 }
        return isBalanced
            ? nil : .unbalanced(score.id, acknowledged: acknowledged, accounted: accounted)
    }

    private static func flaw(ofStretch index: Int, in ledger: Ledger) -> Violation? {
        let stretch = ledger.writes[index]
        let fork = ledger.timelines[stretch.timeline].fork
        if stretch.to < stretch.from || stretch.end < stretch.start || stretch.start < fork {
            return .impossibleStretch(index)
        }
        let isRepeated = ledger.writes[..<index].contains {
            $0.timeline == stretch.timeline && ($0.end > stretch.start || $0.to > stretch.from)
        }
        return isRepeated ? .rewrittenHistory(index) : nil
    }

    private static func forksFromParent(_ index: Int, in ledger: Ledger) -> Bool {
        guard let parent = ledger.timelines[index].parent else { return true }
        return parent < index && ledger.timelines[index].fork <= end(of: parent, in: ledger)
    }

    private static func isWritten(_ index: Int, in ledger: Ledger) -> Bool {
        ledger.copies[index].position <= end(of: ledger.copies[index].timeline, in: ledger)
    }

    private static func isInHistory(_ index: Int, in ledger: Ledger) -> Bool {
        let damage = ledger.damages[index]
        return damage.position >= ledger.timelines[damage.timeline].fork
            && damage.position < end(of: damage.timeline, in: ledger)
    }

    /// The furthest position that was written on a timeline.
    private static func end(of timeline: Int, in ledger: Ledger) -> ByteCount {
        let written = ledger.writes.lazy.filter { $0.timeline == timeline }.map(\.end).max() ?? .zero
        return max(written, ledger.timelines[timeline].fork)
    }
}
