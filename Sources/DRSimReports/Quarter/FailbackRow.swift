import DRSimScoring
import DRSimUnits

/// A way back from one scenario at one level, the first, second and so on of each trial that had something to
/// bring home by it.
struct FailbackRow {
    let scenario, level, ordinal, outcome, rta, interrupted, reconciled, leftBehind, unprotected: String
    let trials: String

    static func all(_ rehearsal: Rehearsal) -> [FailbackRow] {
        let trials = rehearsal.trials.map(\.record.score.failbacks)
        return (0..<(trials.map(\.count).max() ?? 0)).compactMap { number in
            let failbacks = trials.compactMap { $0.dropFirst(number).first }.filter(\.hasSubject)
            return failbacks.isEmpty ? nil : FailbackRow(failbacks, ordinal: number + 1, rehearsal)
        }
    }

    private init(_ failbacks: [FailbackScore], ordinal: Int, _ rehearsal: Rehearsal) {
        (scenario, level, self.ordinal) = (rehearsal.title, rehearsal.level, "\(ordinal)")
        let outcomes = FailbackScore.Outcome.allCases.map { outcome in
            (words: outcome.words, count: failbacks.count { $0.outcome == outcome })
        }.filter { $0.count > 0 }
        outcome = outcomes.map { outcomes.count == 1 ? $0.words : "\($0.words) in \($0.count)" }
            .joined(separator: ", ")
        rta = RecoveryFigure(failbacks.map(\.rta), missing: "not home").summary
        interrupted = RecoveryFigure(failbacks.map(\.interrupted), missing: "").longest
        let stores = failbacks.flatMap(\.stores)
        reconciled = Self.most(stores.map(\.reconciled))
        leftBehind = Self.most(stores.map(\.leftBehind))
        unprotected = stores.map(\.unprotected).max().map(Words.time) ?? Words.none
        let home = failbacks.count { $0.homeAt != nil }
        trials = Words.hard("\(home) of \(failbacks.count)")
    }

    private static func most(_ writes: [StoreScore.Writes]) -> String {
        (writes.map(\.transactions).max() ?? 0).groupedByThousands
    }
}
