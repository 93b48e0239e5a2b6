import DRSimScoring
import DRSimUnits

/// A rehearsal in the list of scenarios.
struct ScenarioRow {
    let title, id, incidentClass, level, seed, trials, digest, services, stores, expectations: String
    let serviceTone, storeTone, expectationTone: String

    init(_ rehearsal: Rehearsal) {
        let provenance = rehearsal.provenance
        let records = rehearsal.trials.map(\.record)
        (title, id) = (provenance.scenario.title, provenance.scenario.id)
        incidentClass = Words.spaced(provenance.scenario.incidentClass?.name ?? "none (false alarm)")
        (level, seed) = (rehearsal.level, Words.list(records.map { "\($0.provenance.seed)" }))
        trials = "\(records.count)"
        digest = Words.short(provenance.digest) + (records.count > 1 ? " (first)" : "")
        let verdicts = records.flatMap(\.score.services).map(\.verdict)
        services = Self.share(verdicts, of: "met")
        serviceTone = Verdict.worst(of: verdicts).tone
        let data = records.flatMap(\.score.stores).map(\.verdict)
        stores = Verdict.worst(of: data).words
        storeTone = Verdict.worst(of: data).tone
        let results = records.flatMap(\.expectations)
        let held = results.count { $0.held }
        let isKept = held == results.count
        expectations = results.isEmpty ? Words.none : "\(isKept ? "✓" : "✗") \(held) of \(results.count)"
        expectationTone = results.isEmpty ? "open" : isKept ? "good" : "bad"
    }

    private static func share(_ verdicts: [Verdict], of word: String) -> String {
        let decided = verdicts.filter(\.isDecided)
        guard !decided.isEmpty else { return Verdict.worst(of: verdicts).words }
        let met = decided.count { $0 == .met }
        return (met == decided.count ? "✓ " : "✗ ") + "\(met) of \(decided.count) \(word)"
    }
}
