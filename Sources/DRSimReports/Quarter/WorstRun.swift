import DRSimScoring

/// Which run a report tells in full: the one with most services that never came back, then most
/// stores lost, then the highest cost, then the first.
enum WorstRun {
    static func of(_ rehearsals: [Rehearsal]) -> (rehearsal: Rehearsal, run: StoredRun)? {
        let runs = rehearsals.flatMap { rehearsal in rehearsal.trials.map { (rehearsal: rehearsal, run: $0) }
        }
        return runs.filter { $0.run.record.score.onset != nil }.max {
            $0.run.record.badness < $1.run.record.badness
        }
    }
}
