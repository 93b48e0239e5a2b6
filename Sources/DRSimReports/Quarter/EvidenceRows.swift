import DRSimPlan
import DRSimScoring

/// An expectation that did not hold, with the first trial in which it did not.
struct FailureRow {
    let scenario, level, text, actual, seed, trials: String

    static func all(_ rehearsal: Rehearsal) -> [FailureRow] {
        let trials = rehearsal.trials
        let failures = trials.map { trial in trial.record.expectations.filter { !$0.held } }
        var texts: [String] = []
        return failures.enumerated().flatMap { index, results in
            results.filter { !texts.contains($0.text) }.map { result in
                texts.append(result.text)
                let count = failures.count { $0.contains { $0.text == result.text } }
                return FailureRow(
                    scenario: rehearsal.provenance.scenario.title, level: rehearsal.level,
                    text: result.text, actual: result.actual,
                    seed: Words.seed(of: trials[index].record.provenance),
                    trials: "\(count) of \(trials.count)")
            }
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

/// How a rehearsal can be seen again.
struct ReplayRow {
    let scenario, level, command, digest: String

    init(_ rehearsal: Rehearsal) {
        let provenance = rehearsal.provenance
        (scenario, level) = (provenance.scenario.title, rehearsal.level)
        (command, digest) = (provenance.replay, provenance.digest)
    }
}
