import DRSimScoring
import DRSimUnits

/// Which run a report tells in full: the one with most services that never came back, then most
/// stores lost, then the highest cost, then the first.
enum WorstRun {
    static func of(_ rehearsals: [Rehearsal]) -> StoredRun? {
        let runs = rehearsals.flatMap(\.trials).filter { $0.record.score.onset != nil }
        return runs.max { badness($0) < badness($1) }
    }

    private static func badness(_ run: StoredRun) -> (Int, Int, Int64, Int64) {
        let score = run.record.score
        return (
            score.services.count { $0.verdict == .unrecovered }, score.stores.count(where: \.isLost),
            score.money.total.minorUnits, -run.id
        )
    }
}
