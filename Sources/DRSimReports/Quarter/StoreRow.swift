import DRSimScoring
import DRSimStatistics
import DRSimUnits

/// A store of data in one rehearsal.
struct StoreRow {
    let title, scenario, level, rpo, rpa, met, verdict, tone, lost, discarded, splitBrain: String

    static func all(_ rehearsal: Rehearsal) -> [StoreRow] {
        rehearsal.trials[0].record.score.stores.compactMap { first in
            let scores = rehearsal.trials.compactMap { $0.record.score.store(first.id) }
                .filter { $0.verdict != .notExercised }
            let isNothing = scores.allSatisfy {
                $0.rpa == .zero && $0.discarded == .none && $0.splitBrain == .none
            }
            return scores.isEmpty || isNothing ? nil : StoreRow(first.id, scores, rehearsal)
        }
    }

    private init(_ id: StoreID, _ scores: [StoreScore], _ rehearsal: Rehearsal) {
        title = rehearsal.provenance.plan.title(of: .store, id.name)
        (scenario, level) = (rehearsal.provenance.scenario.title, rehearsal.level)
        rpo = Words.list(scores.map { $0.rpo.map(Words.objective) ?? Words.none })
        let decided = scores.filter(\.verdict.isDecided)
        let kept = decided.count { $0.verdict == .met }
        met = Words.attainment(decided.isEmpty ? nil : Proportion(successes: kept, of: decided.count))
        let isLost = scores.contains(where: \.isLost)
        let missing = (isLost ? DataLoss.lost : .unknown).words
        rpa = RecoveryFigure(scores.map(\.rpa), missing: missing).summary
        let worst = isLost ? .lost : Verdict.worst(of: scores.map(\.verdict))
        // Met, and yet something was thrown away: a recovery point counts nothing from after its instant.
        let isByDefinition = worst == .met && scores.contains { $0.discarded.transactions > 0 }
        (verdict, tone) = isByDefinition ? ("! met by definition", "open") : (worst.words, worst.tone)
        lost = Self.most(scores.map(\.lost))
        discarded = Self.most(scores.map(\.discarded))
        splitBrain = Self.most(scores.map(\.splitBrain))
    }

    /// Whether there is anything to say: a verdict that is bad, or transactions that are gone.
    var isTelling: Bool {
        tone == "bad" || [lost, discarded, splitBrain].contains { $0 != "0" }
    }

    private static func most(_ writes: [StoreScore.Writes]) -> String {
        (writes.map(\.transactions).max() ?? 0).groupedByThousands
    }
}
