import DRSimPlan
import DRSimScoring

/// An expectation that did not hold, with the first trial in which it did not.
struct FailureRow {
    let scenario, level, text, actual, seed, trials: String

    static func all(_ rehearsal: Rehearsal) -> [FailureRow] {
        rehearsal.contract.filter { !$0.isHeld }.map { line in
            FailureRow(
                scenario: rehearsal.title, level: rehearsal.level, text: line.text, actual: line.actual,
                seed: Words.seed(of: rehearsal.trials[line.trial].record.provenance),
                trials: "\(line.trials - line.held) of \(line.trials)")
        }
    }
}

/// An assumption with the levels of the plan that make it.
struct AssumptionRow {
    let id, title, distribution, source, confidence, tone: String

    /// Those of all plans, each once: an overlay may change one, then both stand there.
    static func all(_ rehearsals: [Rehearsal]) -> [AssumptionRow] {
        var notes: [AssumptionNote] = []
        for note in rehearsals.flatMap(\.provenance.plan.assumptions) where !notes.contains(note) {
            notes.append(note)
        }
        return notes.map(AssumptionRow.init)
    }

    private init(_ note: AssumptionNote) {
        (id, title, distribution) = (note.id, note.title, note.distribution)
        (source, confidence) = (note.source, note.confidence.rawValue)
        tone = note.confidence == .estimate ? "open" : "plain"
    }
}

/// How trials can be seen again, and what the trace of one of them must come to.
struct ReplayRow {
    let command, trial, digest: String

    /// A row for each command that made trials of a rehearsal, with the first trial that it made.
    static func all(_ rehearsal: Rehearsal) -> [ReplayRow] {
        var seen: Set<String> = []
        return rehearsal.trials.map(\.record.provenance).filter { seen.insert($0.replay).inserted }.map {
            ReplayRow(command: $0.replay, trial: "\($0.trial)", digest: Words.short($0.digest))
        }
    }
}
