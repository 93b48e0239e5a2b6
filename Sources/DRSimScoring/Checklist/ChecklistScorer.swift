import DRSimPlan
import DRSimTrace
import DRSimUnits

/// Verifies a recovery by the plan's list, against what was true: ten minutes after the last service came
/// back from its worst outage, or at the horizon where one did not.
struct ChecklistScorer {
    let plan: Plan
    let trace: Trace
    let services: [ServiceScore]
    let stores: [StoreScore]

    /// The items in the plan's order.
    func scores() -> [ChecklistScore] {
        let instant = instant
        return plan.verification.map { item in
            let (outcome, evidence) = look(at: item.probe, instant)
            let rest = item.leavesOut.map { "; not looked at: \($0)" } ?? ""
            return ChecklistScore(item: item, outcome: outcome, evidence: evidence + rest)
        }
    }

    /// When the list is gone through; `nil` where no service was unavailable and no store touched.
    private var instant: Instant? {
        let exercised = services.filter(\.isExercised)
        guard !exercised.isEmpty || stores.contains(where: { $0.verdict != .notExercised }) else {
            return nil
        }
        let restored = exercised.compactMap(\.restoredAt)
        guard restored.count == exercised.count, let last = restored.max() else { return trace.horizon }
        return min(trace.horizon, last + ServedSegment.proof)
    }

    private func look(
        at probe: VerificationItem.Probe, _ instant: Instant?
    ) -> (ChecklistScore.Outcome, String) {
        if case .notModelled(let reason) = probe { return (.notExercised, reason) }
        guard let instant else { return (.notExercised, "nothing had to be recovered") }
        switch probe {
        case .services(let ids): return served(ids, at: instant)
        case .commits(let ids):
            return wrong(ids) { $0.lost.transactions + $0.discarded.transactions > 0 || $0.isLost }
        case .oneHistory(let ids):
            return wrong(ids) { $0.splitBrain.transactions > 0 || $0.discarded.transactions > 0 }
        case .notModelled(let reason): return (.notExercised, reason)
        }
    }

    private func served(_ ids: [ServiceID], at instant: Instant) -> (ChecklistScore.Outcome, String) {
        let shares = ids.map { (service: $0, share: share(of: $0, at: instant)) }
        guard let look = ServiceLook(shares) else { return (.notExercised, "no service") }
        return (look.isPassed ? .passed : .failed, look.words)
    }

    private func share(of service: ServiceID, at instant: Instant) -> Share {
        trace.served.last { $0.service == service && $0.from <= instant }?.share(at: instant) ?? .all
    }

    private func wrong(
        _ ids: [StoreID], _ isWrong: (StoreScore) -> Bool
    ) -> (ChecklistScore.Outcome, String) {
        let touched = stores.filter { ids.contains($0.id) && $0.verdict != .notExercised }
        guard !touched.isEmpty else { return (.notExercised, "the disaster did not touch it") }
        guard let store = touched.first(where: isWrong) else { return (.passed, "nothing is missing") }
        let counts =
            "\(store.lost.transactions.groupedByThousands) lost, "
            + "\(store.discarded.transactions.groupedByThousands) discarded, "
            + "\(store.splitBrain.transactions.groupedByThousands) written on both sides"
        return (.failed, "\(store.id): transactions: \(counts)")
    }
}
