package import DRSimTrace
package import DRSimUnits

/// Holds a trial's books together: every commit that was acknowledged must have survived, been lost
/// or been discarded, and the ledger itself must be possible.
package enum DurabilityChecker {
    /// Something that cannot be.
    package enum Violation: Hashable, Sendable, CustomStringConvertible {
        /// The parts do not sum to the whole.
        case unbalanced(StoreID, acknowledged: Int64, accounted: Int64)
        /// What is said to have survived is not what the surviving copy holds.
        case misheld(StoreID, survived: Int64, held: Int64)
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

        package var description: String {
            switch self {
            case .unbalanced(let store, let acknowledged, let accounted):
                "\(store): \(acknowledged) bytes acknowledged, \(accounted) accounted for"
            case .misheld(let store, let survived, let held):
                "\(store): \(survived) bytes survived, \(held) are in the surviving copy"
            case .impossibleStretch(let index): "stretch \(index) of the ledger cannot be"
            case .rewrittenHistory(let index): "stretch \(index) of the ledger rewrites an earlier one"
            case .forkFromNowhere(let index): "timeline \(index) forks from where its parent never was"
            case .copyOfNothing(let index): "copy \(index) holds what was never written"
            case .damageOfNothing(let index): "damage \(index) stands where nothing was written"
            }
        }
    }

    /// What is wrong with a ledger and the scores of its stores; nothing, if the simulator is right.
    package static func violations(in ledger: Ledger, scores: [StoreScore]) -> [Violation] {
        let ends = ends(of: ledger)
        return scores.compactMap { imbalance(of: $0, in: ledger) }
            + scores.compactMap { misholding(of: $0, in: ledger) } + flaws(in: ledger)
            + ledger.timelines.indices.filter { !forksFromParent($0, in: ledger, ends) }.map {
                .forkFromNowhere($0)
            }
            + ledger.copies.indices.filter { ledger.copies[$0].position > ends[ledger.copies[$0].timeline] }
            .map { .copyOfNothing($0) }
            + ledger.damages.indices.filter { !isInHistory($0, in: ledger, ends) }.map {
                .damageOfNothing($0)
            }
    }

    /// Sums the acknowledged bytes afresh.
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

    /// Measures the surviving copy by its end and its beginning, so that the scorer's division of the
    /// stretches is checked by something that never divided them.
    private static func misholding(of score: StoreScore, in ledger: Ledger) -> Violation? {
        let path = SurvivingHistory(of: score.id, in: ledger).path
        let own = ledger.writes.filter { path.timelines.contains($0.timeline) }
        let beginning = own.map(\.start).min() ?? .zero
        let end = path.timelines.first.flatMap { path.limit(on: $0) } ?? beginning
        let (survived, held) = (score.survived.bytes.bytes, max(0, (end - beginning).bytes))
        return survived == held ? nil : .misheld(score.id, survived: survived, held: held)
    }

    /// The stretches that cannot be, each held against what came before it on its timeline.
    private static func flaws(in ledger: Ledger) -> [Violation] {
        var reached = ledger.timelines.map { (position: $0.fork, time: Instant(milliseconds: .min)) }
        return ledger.writes.indices.compactMap { index in
            let stretch = ledger.writes[index]
            let before = reached[stretch.timeline]
            reached[stretch.timeline].position = max(before.position, stretch.end)
            reached[stretch.timeline].time = max(before.time, stretch.to)
            if stretch.to < stretch.from || stretch.end < stretch.start
                || stretch.start < ledger.timelines[stretch.timeline].fork
            {
                return .impossibleStretch(index)
            }
            let isRepeated = before.position > stretch.start || before.time > stretch.from
            return isRepeated ? .rewrittenHistory(index) : nil
        }
    }

    private static func forksFromParent(_ index: Int, in ledger: Ledger, _ ends: [ByteCount]) -> Bool {
        guard let parent = ledger.timelines[index].parent else { return true }
        return parent < index && ledger.timelines[index].fork <= ends[parent]
    }

    private static func isInHistory(_ index: Int, in ledger: Ledger, _ ends: [ByteCount]) -> Bool {
        let damage = ledger.damages[index]
        return damage.position >= ledger.timelines[damage.timeline].fork
            && damage.position < ends[damage.timeline]
    }

    /// The furthest position that was written on each timeline.
    private static func ends(of ledger: Ledger) -> [ByteCount] {
        ledger.writes.reduce(into: ledger.timelines.map(\.fork)) { ends, stretch in
            ends[stretch.timeline] = max(ends[stretch.timeline], stretch.end)
        }
    }
}
