import DRSimPlan
import DRSimTrace
import DRSimUnits

extension StoreScorer {
    /// The score of a store beside the database, from what is left of it: it has no ledger, so everything
    /// written since the newest copy that can be reached counts as lost where the original is, up to when
    /// that was struck.
    func scored(_ score: StoreScore, by keepings: [StoreKeeping]) -> StoreScore {
        var score = score
        guard let onset = strikes.first?.at, let keeping = keepings.first(where: { $0.store == score.id })
        else { return score }
        let target = max(onset, keeping.struckAt ?? onset)
        let reachable = keeping.copies.filter(\.isAvailable)
        score.copyAge = reachable.first { $0.takenAt <= target }.map { target - $0.takenAt }
        guard keeping.struckAt != nil else { return score }
        score.rpa = keeping.isThere ? .zero : reachable.first.map { max(.zero, target - $0.takenAt) }
        // One that came to what is not simulated might have been newer.
        let isOpen = hasGap(inBackupsOf: score.id)
        score.verdict = Verdict(loss: score.rpa, target: score.rpo).open(if: isOpen)
        score.documentVerdict = Verdict(loss: score.rpa, target: plan.objectives.rpo).open(if: isOpen)
        if score.verdict == .inconclusive {
            score.rpa = nil
        } else if score.rpo == nil {
            score.verdict = .noTarget
        }
        return score
    }

    /// Whether a backup that came to what is not simulated did not save a store.
    func hasGap(inBackupsOf store: StoreID) -> Bool {
        let parts = plan.backups.components.filter { $0.stores.contains(store) }.map(\.name)
        return trace.backups.contains { backup in
            let saved = backup.parts.filter { $0.address != nil }.map(\.name)
            return backup.kind == .backup && backup.result == .inconclusive
                && !parts.allSatisfy { saved.contains($0) }
        }
    }
}
