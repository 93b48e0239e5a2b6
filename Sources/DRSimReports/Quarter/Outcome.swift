import DRSimPlan
import DRSimScoring
import DRSimUnits

/// A service in a scenario: one objective of time and one of data, kept if they were in every trial.
struct Outcome {
    let service: ServiceID
    let tier: Int
    let scenario: String
    let rto: Span?
    let verdict: Verdict
    /// The longest recovery; `nil` where a trial has none.
    let rta: Span?
    let rpo: RecoveryPointObjective?
    let rpoVerdict: Verdict
    /// The worst recovery point; `nil` where a trial lost a store, or it is not known of one.
    let rpa: Span?
    /// Who brought it back, each once however many trials there are.
    let restoredBy: [String]

    fileprivate init(_ service: ServiceID, _ scores: [ServiceScore], scenario: String) {
        let first = scores[0]
        (self.service, tier, self.scenario) = (service, first.tier, scenario)
        (rto, rpo) = (first.rto, first.rpo)
        verdict = .worst(of: scores.map(\.verdict))
        rpoVerdict = .worst(of: scores.map(\.rpoVerdict))
        rta = scores.contains { $0.rta == nil } ? nil : scores.compactMap(\.rta).max()
        let data = scores.filter { $0.rpoVerdict != .notExercised }
        rpa = data.contains { $0.rpa == nil } ? nil : data.compactMap(\.rpa).max()
        restoredBy = Set(scores.compactMap { $0.restoredBy?.rawValue }).sorted()
    }
}

extension Rehearsal {
    /// What became of the services the disaster touched, in the plan's order.
    var outcomes: [Outcome] {
        trials[0].record.score.services.compactMap { service in
            let scores = exercised(service.id)
            return scores.isEmpty ? nil : Outcome(service.id, scores, scenario: title)
        }
    }

    /// The worst verdict on each store the disaster touched.
    var storeVerdicts: [Verdict] {
        trials[0].record.score.stores.map { store in
            Verdict.worst(of: trials.compactMap { $0.record.score.store(store.id)?.verdict })
        }.filter { $0 != .notExercised }
    }

    /// How many stores the disaster touched have no copy left in some trial, whatever was promised of them.
    var storesLost: Int {
        trials[0].record.score.stores.count { store in
            trials.contains { $0.record.score.store(store.id)?.isLost ?? false }
        }
    }

    /// The contract over all trials.
    var contract: [ExpectationTally] { trials.map(\.record).expectations }

    /// The most transactions of a kind in one trial.
    func most(_ writes: KeyPath<StoreScore, StoreScore.Writes>) -> Int64 {
        trials.map { trial in trial.record.score.stores.reduce(0) { $0 + $1[keyPath: writes].transactions } }
            .max() ?? 0
    }

    /// Whether an objective of data is kept in which transactions were thrown away after the target instant:
    /// kept only because a recovery point does not count these.
    var isKeptByDefinitionOnly: Bool {
        trials.contains { trial in
            trial.record.score.stores.contains { $0.verdict == .met && $0.discarded.transactions > 0 }
        }
    }
}

extension [Outcome] {
    /// Those of services that were promised a recovery time.
    var promised: [Outcome] { filter { $0.rto != nil } }
}

extension Sequence<Verdict> {
    /// How many objectives were put to the test and decided, and how many of them were met.
    var tally: (met: Int, decided: Int) {
        let decided = filter(\.isDecided)
        return (decided.count { $0 == .met }, decided.count)
    }
}

/// A figure with the colour of its verdict.
struct ToneCell {
    let text, tone: String

    init(_ text: String, _ tone: String = "plain") { (self.text, self.tone) = (text, tone) }

    /// `12 of 16` of the objectives that were decided.
    init(_ verdicts: some Sequence<Verdict>) {
        let (met, decided) = verdicts.tally
        self.init(
            decided == 0 ? Words.none : Words.hard("\(met) of \(decided)"),
            decided == 0 ? "open" : met == decided ? "good" : "bad")
    }
}
