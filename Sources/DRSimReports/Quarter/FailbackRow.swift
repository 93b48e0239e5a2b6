import DRSimScoring
import DRSimUnits

/// The way back from one scenario at one level: the last of each trial that had something to bring home.
struct FailbackRow {
    let scenario, level, rta, interrupted, reconciled, leftBehind, unprotected, trials: String

    static func all(_ rehearsal: Rehearsal) -> [FailbackRow] {
        let last = rehearsal.trials.compactMap { $0.record.score.failbacks.last(where: \.hasSubject) }
        return last.isEmpty ? [] : [FailbackRow(last, rehearsal)]
    }

    private init(_ failbacks: [FailbackScore], _ rehearsal: Rehearsal) {
        (scenario, level) = (rehearsal.title, rehearsal.level)
        rta = RecoveryFigure(failbacks.map(\.rta), missing: "not home").summary
        interrupted = RecoveryFigure(failbacks.map(\.interrupted), missing: "").longest
        let stores = failbacks.flatMap(\.stores)
        reconciled = Self.most(stores.map(\.reconciled))
        leftBehind = Self.most(stores.map(\.leftBehind))
        unprotected = stores.map(\.unprotected).max().map(Words.time) ?? Words.none
        let home = failbacks.count { $0.homeAt != nil }
        trials = Words.hard("\(home) of \(rehearsal.trials.count)")
    }

    private static func most(_ writes: [StoreScore.Writes]) -> String {
        (writes.map(\.transactions).max() ?? 0).groupedByThousands
    }
}
