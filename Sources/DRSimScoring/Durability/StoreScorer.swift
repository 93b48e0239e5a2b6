import DRSimPlan
import DRSimTrace
import DRSimUnits

/// Scores what became of the commits of the stores.
struct StoreScorer {
    let trace: Trace
    let plan: Plan
    let targets: Targets
    /// The strikes of faults that do harm, in order.
    let strikes: [Milestones.Strike]
    /// Whether the true class forbids any loss before the damage.
    let isPointInTime: Bool
    /// Whether a procedure came to a command that is not simulated.
    let hasGap: Bool

    /// Scores a store, given the scores of the services.
    func score(_ store: Store, services: [ServiceScore]) -> StoreScore {
        var score = StoreScore(id: store.id)
        let users = plan.services.filter { plan.stores(neededBy: $0).contains(store.id) }
        score.rpo = .strictest(of: users.map { targets.objectives(ofTier: $0.tier).rpo })
        if store.kind != .postgres { return scored(score, by: trace.keepings) }
        let history = SurvivingHistory(of: store.id, in: trace.ledger)
        let fates = fates(of: store.id, in: history)
        count(fates, into: &score)
        score.splitBrain = writes(SplitBrain.bytes(of: store.id, in: trace.ledger))
        guard let target = Self.worst(of: fates) ?? strikes.first?.at, !timelines(of: store.id).isEmpty else {
            return score
        }
        score.copyAge = fates.compactMap { $0.newestSurvivor(at: target) }.max().map { target - $0 }
        if history.exists { score.rpa = fates.compactMap(\.loss).max() ?? .zero }
        let isExercised =
            isTouched(store.id, score)
            || services.contains { service in
                service.isExercised && users.contains { $0.id == service.id }
            }
        guard isExercised else { return score }
        // Where nothing was left, what is not simulated might have restored a copy, or been one.
        let isOpen = !history.exists && (hasGap || hasGap(inBackupsOf: store.id))
        score.verdict = Verdict(loss: score.rpa, target: score.rpo).open(if: isOpen)
        score.documentVerdict = Verdict(loss: score.rpa, target: plan.objectives.rpo).open(if: isOpen)
        return score
    }

    /// What became of each stretch of a store's writes, held against the target of its timeline.
    private func fates(of store: StoreID, in history: SurvivingHistory) -> [Fate] {
        let targets = DataTargets(
            of: store, ledger: trace.ledger, history: history,
            strikes: strikes.map { isPointInTime ? $0.at - Self.instant : $0.at })
        let instants = Dictionary(
            uniqueKeysWithValues: timelines(of: store).map { ($0, targets.target(on: $0)) })
        return stretches(of: store).map {
            Fate(of: $0, limit: history.path.limit(on: $0.timeline), target: instants[$0.timeline] ?? nil)
        }
    }

    /// The target that was missed by most, the latest of equals.
    private static func worst(of fates: [Fate]) -> Instant? {
        fates.max { ($0.loss ?? .zero, $0.target ?? .start) < ($1.loss ?? .zero, $1.target ?? .start) }?
            .target
    }

    private func count(_ fates: [Fate], into score: inout StoreScore) {
        score.acknowledged = writes(fates.reduce(0) { $0 + $1.acknowledged })
        score.survived = writes(fates.reduce(0) { $0 + $1.survived })
        score.lost = writes(fates.reduce(0) { $0 + $1.lost(until: trace.horizon) })
        score.discarded = writes(fates.reduce(0) { $0 + $1.discarded(until: trace.horizon) })
        // A transaction of which a part is gone is gone whole, so what survived is what is left over.
        let all = score.acknowledged.transactions
        score.lost.transactions = min(score.lost.transactions, all)
        score.discarded.transactions = min(score.discarded.transactions, all - score.lost.transactions)
        score.survived.transactions = all - score.lost.transactions - score.discarded.transactions
        score.losses = losses(fates)
    }

    /// What went to the account of each fault: the one that struck last by the target its stretches are held
    /// against, which is the instant before where a damage or the class has it so.
    private func losses(_ fates: [Fate]) -> [StoreScore.Loss] {
        let gone = fates.compactMap { fate -> (fault: FaultID, lost: Int64, discarded: Int64)? in
            guard let target = fate.target,
                let strike = strikes.last(where: { $0.at <= target + Self.instant })
            else { return nil }
            return (strike.fault, fate.lost(until: trace.horizon), fate.discarded(until: trace.horizon))
        }
        let faults = strikes.map(\.fault).reduce(into: [FaultID]()) { if !$0.contains($1) { $0.append($1) } }
        return faults.compactMap { fault in
            let own = gone.filter { $0.fault == fault && $0.lost + $0.discarded > 0 }
            guard !own.isEmpty else { return nil }
            return StoreScore.Loss(
                fault: fault, lost: writes(own.reduce(0) { $0 + $1.lost }),
                discarded: writes(own.reduce(0) { $0 + $1.discarded }))
        }
    }

    private static let instant = Span(milliseconds: 1)

    private func writes(_ bytes: Int64) -> StoreScore.Writes { StoreScore.Writes(bytes: bytes, under: plan) }

    /// Whether the disaster reached the store itself: data went or were spoilt, a promotion came, a copy
    /// is out of reach.
    private func isTouched(_ store: StoreID, _ score: StoreScore) -> Bool {
        guard let onset = strikes.first?.at else { return false }
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

extension StoreScore.Writes {
    /// Takes bytes of the log for the transactions a plan's load writes.
    init(bytes: Int64, under plan: Plan) {
        let each = max(1, plan.load.walPerTransaction.bytes)
        self.init(bytes: ByteCount(bytes), transactions: bytes.dividedRoundingUp(by: each))
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
