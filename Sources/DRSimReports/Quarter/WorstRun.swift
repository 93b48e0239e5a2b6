import DRSimScoring
import DRSimUnits

/// Which run a report tells in full: the one with most services that never came back, then most
/// stores lost, then the highest cost, then the first.
enum WorstRun {
    static func of(_ rehearsals: [Rehearsal]) -> (rehearsal: Rehearsal, run: StoredRun)? {
        let runs = rehearsals.flatMap { rehearsal in rehearsal.trials.map { (rehearsal: rehearsal, run: $0) }
        }
        return runs.filter { $0.run.record.score.onset != nil }.max { badness($0.run) < badness($1.run) }
    }

    private static func badness(_ run: StoredRun) -> (Int, Int, Int64, Int64) {
        let score = run.record.score
        return (
            score.services.count { $0.verdict == .unrecovered }, score.stores.count(where: \.isLost),
            score.money.total.minorUnits, -run.id
        )
    }
}
