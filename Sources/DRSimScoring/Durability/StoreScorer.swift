import DRSimPlan
import DRSimTrace
import DRSimUnits

/// Scores what became of the commits of the stores.
struct StoreScorer {
    let trace: Trace
    let plan: Plan
    let targets: Targets
    let onset: Instant?
    /// Whether the true class forbids any loss before the damage.
    let isPointInTime: Bool

    /// Scores a store, given the scores of the services.
    func score(_ store: Store, services: [ServiceScore]) -> StoreScore {
        var score = StoreScore(id: store.id)
        let users = plan.services.filter { plan.stores(neededBy: $0).contains(store.id) }
        score.rpo = .strictest(of: users.map { targets.objectives(ofTier: $0.tier).rpo })
        if store.kind != .postgres { return scored(score, by: trace.keepings) }
        let history = SurvivingHistory(of: store.id, in: trace.ledger)
        let target = target(of: store.id)
        let fates = stretches(of: store.id).map {
            Fate(of: $0, limit: history.limit(on: $0.timeline), target: target ?? trace.horizon)
        }
        count(fates, into: &score)
        score.splitBrain = writes(SplitBrain.bytes(of: store.id, in: trace.ledger))
        guard let target, !timelines(of: store.id).isEmpty else { return score }
        score.copyAge = fates.compactMap(\.newestSurvivor).max().map { target - $0 }
        if history.exists { score.rpa = Self.recoveryPoint(fates, target: target) }
        let isExercised =
            isTouched(store.id, score)
            || services.contains { service in
                service.isExercised && users.contains { $0.id == service.id }
            }
        guard isExercised else { return score }
        score.verdict = Verdict(loss: score.rpa, target: score.rpo)
        score.documentVerdict = Verdict(loss: score.rpa, target: plan.objectives.rpo)
        return score
    }

    /// The instant just before the first damage, else the onset; where the true class forbids any loss
    /// before a damage, the instant before it, too.
    private func target(of store: StoreID) -> Instant? {
        let instant = Span(milliseconds: 1)
        let struck = trace.ledger.damages(of: store).filter { !$0.isPresence }
        if let struck = struck.map(\.at).min() { return struck - instant }
        return onset.map { isPointInTime ? $0 - instant : $0 }
    }

    /// From the latest instant up to which nothing is missing to the target instant.
    private static func recoveryPoint(_ fates: [Fate], target: Instant) -> Span {
        guard let first = fates.compactMap(\.firstLoss).min(), first <= target else { return .zero }
        return target - (first - Span(milliseconds: 1))
    }

    private func count(_ fates: [Fate], into score: inout StoreScore) {
        score.acknowledged = writes(fates.reduce(0) { $0 + $1.acknowledged })
        score.survived = writes(fates.reduce(0) { $0 + $1.survived })
        score.lost = writes(fates.reduce(0) { $0 + $1.lost })
        score.discarded = writes(fates.reduce(0) { $0 + $1.discarded })
        // A transaction of which a part is gone is gone whole, so what survived is what is left over.
        let all = score.acknowledged.transactions
        score.lost.transactions = min(score.lost.transactions, all)
        score.discarded.transactions = min(score.discarded.transactions, all - score.lost.transactions)
        score.survived.transactions = all - score.lost.transactions - score.discarded.transactions
    }

    private func writes(_ bytes: Int64) -> StoreScore.Writes {
        let each = max(1, plan.load.walPerTransaction.bytes)
        return StoreScore.Writes(bytes: ByteCount(bytes), transactions: bytes.dividedRoundingUp(by: each))
    }

    /// Whether the disaster reached the store itself: data went or were spoilt, a promotion came, a copy
    /// is out of reach.
    private func isTouched(_ store: StoreID, _ score: StoreScore) -> Bool {
        guard let onset else { return false }
        let own = timelines(of: store)
        return score.lost != .none || score.discarded != .none || !trace.ledger.damages(of: store).isEmpty
            || own.contains { trace.ledger.timelines[$0].at >= onset }
            || trace.ledger.copies.contains { !$0.isAvailable && own.contains($0.timeline) }
    }

    private func stretches(of store: StoreID) -> [Ledger.Stretch] {
        trace.ledger.writes.filter { trace.ledger.timelines[$0.timeline].store == store }
    }

    private func timelines(of store: StoreID) -> [Int] {
        trace.ledger.timelines.indices.filter { trace.ledger.timelines[$0].store == store }
    }
}

/// What became of the commits of one stretch.
private struct Fate {
    let acknowledged: Int64
    let survived: Int64
    /// Acknowledged up to the target instant, and gone.
    let lost: Int64
    /// Acknowledged after it, and gone.
    let discarded: Int64
    /// When the first commit that is gone was acknowledged.
    let firstLoss: Instant?
    /// When the last commit that survived was acknowledged, at the target instant at the latest.
    let newestSurvivor: Instant?

    /// Divides a stretch at the position up to which its timeline survives, and at the target instant.
    init(of stretch: Ledger.Stretch, limit: ByteCount?, target: Instant) {
        let kept = min(max(limit ?? stretch.start, stretch.start), stretch.end)
        let atTarget = target < stretch.from ? stretch.start : stretch.position(at: target)
        acknowledged = (stretch.end - stretch.start).bytes
        survived = (kept - stretch.start).bytes
        lost = max(0, (atTarget - kept).bytes)
        // Counted from the time on, not as what the others leave over: else the books could not but balance.
        discarded = stretch.bytes(after: target, through: stretch.to) - max(0, (kept - atTarget).bytes)
        firstLoss = stretch.firstInstant(beyond: kept)
        let newest = firstLoss.map { $0 - Span(milliseconds: 1) } ?? stretch.to
        let hasSurvivor = kept > stretch.start && stretch.from <= target
        newestSurvivor = hasSurvivor ? min(max(newest, stretch.from), target) : nil
    }
}

extension Plan {
    /// The stores a service reads or writes, itself or through what it needs.
    func stores(neededBy service: Service) -> [StoreID] {
        var (stores, seen, open) = (service.stores, [service.id], service.needs)
        while let next = open.popLast() {
            guard !seen.contains(next), let needed = self.service(next) else { continue }
            seen.append(next)
            stores += needed.stores
            open += needed.needs
        }
        return stores
    }
}
