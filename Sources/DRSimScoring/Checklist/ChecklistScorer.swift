import DRSimPlan
import DRSimTrace
import DRSimUnits

/// Verifies a recovery by the plan's list, against what was true: ten minutes after the last service came
/// back for the last time, or at the horizon where one did not.
struct ChecklistScorer {
    let plan: Plan
    let trace: Trace
    let services: [ServiceScore]
    let stores: [StoreScore]

    /// The items in the plan's order.
    func scores() -> [ChecklistScore] {
        let instant = instant
        return plan.verification.map { item in
            let (outcome, evidence) = look(at: item, instant)
            return ChecklistScore(item: item, outcome: outcome, evidence: evidence)
        }
    }

    /// When the list is gone through; `nil` where no service was unavailable and no store touched.
    private var instant: Instant? {
        let exercised = services.filter(\.isExercised)
        guard !exercised.isEmpty || stores.contains(where: { $0.verdict != .notExercised }) else {
            return nil
        }
        let last = exercised.compactMap(\.outages.last?.to).max() ?? trace.horizon
        return min(trace.horizon, last + ServedSegment.proof)
    }

    private func look(
        at item: VerificationItem, _ instant: Instant?
    ) -> (ChecklistScore.Outcome, String) {
        switch (item.probe, instant) {
        case (.notModelled(let reason), _): return (.notExercised, reason)
        case (_, nil): return (.notExercised, "nothing had to be recovered")
        case (.services(let ids), let instant?): return seen(item, at: instant) ?? served(ids, at: instant)
        case (.caches, let instant?):
            return seen(item, at: instant) ?? (.notExercised, "not every service came back")
        case (.noneBehind(let ids), _): return behind(ids)
        case (.backups(.nextVerification), let instant?): return verified(after: instant)
        case (.commits(let ids), _):
            return wrong(ids) { $0.lost.transactions + $0.discarded.transactions > 0 || $0.isLost }
        case (.oneHistory(let ids), _):
            return wrong(ids) { $0.splitBrain.transactions > 0 || $0.discarded.transactions > 0 }
        }
    }

    /// What was seen in the trial when the list was last gone through there, after the last recovery.
    private func seen(_ item: VerificationItem, at instant: Instant) -> (ChecklistScore.Outcome, String)? {
        let fact = trace.facts.last { fact in
            fact.entity == item.id && [.itemVerified, .itemFailed].contains(fact.kind)
                && fact.at + ServedSegment.proof >= instant
        }
        guard let fact else { return nil }
        let words = fact.text.hasPrefix("\(item.title): ") ? fact.text.dropFirst(item.title.count + 2) : ""
        return (fact.kind == .itemVerified ? .passed : .failed, String(words))
    }

    private func served(_ ids: [ServiceID], at instant: Instant) -> (ChecklistScore.Outcome, String) {
        let shares = ids.map { (service: $0, share: share(of: $0, at: instant)) }
        guard let look = ServiceLook(shares) else { return (.notExercised, "no service") }
        return (look.isPassed ? .passed : .failed, look.words)
    }

    private func share(of service: ServiceID, at instant: Instant) -> Share {
        trace.served.last { $0.service == service && $0.from <= instant }?.share(at: instant) ?? .all
    }

    /// Whether the first of the stores still names what another one lost.
    private func behind(_ ids: [StoreID]) -> (ChecklistScore.Outcome, String) {
        let scores = ids.compactMap { id in stores.first { $0.id == id } }
        guard let first = scores.first, scores.contains(where: { $0.verdict != .notExercised }) else {
            return (.notExercised, "the disaster did not touch them")
        }
        guard !scores.contains(where: { $0.verdict == .inconclusive }) else { return Self.unknown }
        guard !first.isLost else { return (.failed, "\(first.id) is lost") }
        let limit = first.rpa ?? .zero
        guard let store = scores.first(where: { $0.isLost || $0.rpa ?? .zero > limit }) else {
            return (.passed, "nothing that \(first.id) names is missing")
        }
        guard let rpa = store.rpa else { return (.failed, "\(store.id) is lost, and \(first.id) is not") }
        return (.failed, "\(store.id) lacks the last \(rpa), \(first.id) the last \(limit)")
    }

    /// What the first verification of a backup came to that was begun after the list was gone through.
    private func verified(after instant: Instant) -> (ChecklistScore.Outcome, String) {
        let record = trace.backups.first { record in
            record.kind == .verification && record.startedAt >= instant && record.result != .running
        }
        switch record?.result {
        case .restored: return (.passed, "the next one restored a backup and read its data back")
        case .failed: return (.failed, "the next one found that the newest backup is of no use")
        case .matches: return (.notExercised, "the next one compared bytes, and restored nothing")
        case .unproven, .completed: return (.notExercised, "the next one looked at nothing")
        case .inconclusive: return (.notExercised, "what it was to look at is not simulated")
        case .stopped, .running, nil:
            return (.notExercised, "none was due between the recovery and the end of the trial")
        }
    }

    /// What is said where the plan came to what is not simulated.
    private static let unknown = (ChecklistScore.Outcome.notExercised, "what survived is not known")

    private func wrong(
        _ ids: [StoreID], _ isWrong: (StoreScore) -> Bool
    ) -> (ChecklistScore.Outcome, String) {
        let touched = stores.filter { ids.contains($0.id) && $0.verdict != .notExercised }
        guard !touched.isEmpty else { return (.notExercised, "the disaster did not touch it") }
        guard !touched.contains(where: { $0.verdict == .inconclusive }) else { return Self.unknown }
        guard let store = touched.first(where: isWrong) else { return (.passed, "nothing is missing") }
        let counts =
            "\(store.lost.transactions.groupedByThousands) lost, "
            + "\(store.discarded.transactions.groupedByThousands) discarded, "
            + "\(store.splitBrain.transactions.groupedByThousands) written on both sides"
        return (.failed, "\(store.id): transactions: \(counts)")
    }
}
