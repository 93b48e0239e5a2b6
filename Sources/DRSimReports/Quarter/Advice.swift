import DRSimScoring
import DRSimUnits

/// What to do first, read off the results: no more than they say.
struct Advice {
    private let levels: [Level]

    init(_ rehearsals: [Rehearsal]) {
        levels = Level.all(rehearsals)
    }

    /// The sentences, the most important first.
    var sentences: [String] {
        [choice].compactMap { $0 }
            + (best.map { level in
                [bound(level), open(level), split(level), thrownAway(level)].compactMap { $0 }
            } ?? []) + [contract].compactMap { $0 }
    }

    /// The level that meets most of its objectives.
    private var best: Level? { levels.max { Self.share($0.outcomes) < Self.share($1.outcomes) } }

    private static func share(_ outcomes: [Outcome]) -> Double {
        let (met, decided) = outcomes.promised.map(\.verdict).tally
        return decided == 0 ? 0 : Double(met) / Double(decided)
    }

    /// The step between two levels that keeps most objectives, where one does.
    private var choice: String? {
        let steps = levels.flatMap { level in levels.compactMap { LevelStep(from: level, to: $0) } }
        let best = steps.max { $0.gain < $1.gain }
        return best.flatMap { $0.gain > 0 ? $0.advice : nil }
    }

    /// What most of the time goes into where objectives are missed, and where nothing but the end of the
    /// fault helped.
    private func bound(_ level: Level) -> String? {
        let missed = level.rehearsals.filter { rehearsal in
            rehearsal.outcomes.contains(where: \.verdict.isTooLate)
        }
        let scores = missed.map { rehearsal in
            let trials = rehearsal.trials.map(\.record.score)
            return trials.first { $0.services.contains(where: \.verdict.isTooLate) } ?? trials[0]
        }
        let waiting = scores.count(where: Self.waitsForTheEnd)
        let phases = scores.filter { !Self.waitsForTheEnd($0) }.compactMap(\.bindingConstraint?.phase)
        let kinds = Set(phases).map { phase in (phase: phase, count: phases.count { $0 == phase }) }
        let first = kinds.max { ($0.count, $1.phase) < ($1.count, $0.phase) }
        let all = "the \(Words.counted(missed.count, "scenario")) in which services come back too late"
        func among(_ count: Int) -> String { count == missed.count ? all : "\(count) of \(all)" }
        let end =
            "find an answer where only the end of the fault brought users back, in \(among(waiting))"
        let part = first.map {
            "shorten “\(Words.spaced($0.phase))”, the longest part of the recovery in "
                + (waiting == 0 ? among($0.count) : "\($0.count) of them")
        }
        let parts = [waiting == 0 ? nil : end, part].compactMap { $0 }
        return parts.isEmpty ? nil : "At level \(level.name), " + parts.joined(separator: "; ") + "."
    }

    private static func waitsForTheEnd(_ score: TrialScore) -> Bool {
        score.bindingConstraint.flatMap { score.service($0.service)?.restoredBy } == .faultEnded
    }

    private func open(_ level: Level) -> String? {
        let titles = level.rehearsals.filter { $0.outcomes.contains { $0.verdict == .unrecovered } }.map(
            \.title)
        guard !titles.isEmpty else { return nil }
        return "Find a way back for what does not return inside the horizon even at level \(level.name): "
            + Words.few(titles) + "."
    }

    private func split(_ level: Level) -> String? {
        let both = level.rehearsals.filter { $0.most(\.splitBrain) > 0 }
        guard !both.isEmpty else { return nil }
        let most = both.map { $0.most(\.splitBrain) }.max() ?? 0
        return "Fence the old side before another is promoted: even at level \(level.name) up to "
            + "\(most.groupedByThousands) transactions are written on both sides, in "
            + "\(Words.counted(both.count, "scenario"))."
    }

    private func thrownAway(_ level: Level) -> String? {
        let rows = level.rehearsals.filter(\.isKeptByDefinitionOnly)
        guard !rows.isEmpty else { return nil }
        let most = rows.map { $0.most(\.discarded) }.max() ?? 0
        return "Do not take every data objective that is met for data kept: in "
            + "\(Words.counted(rows.count, "scenario")) at level \(level.name) up to "
            + "\(most.groupedByThousands) transactions, acknowledged after the disaster began, were "
            + "discarded; a recovery point does not count these."
    }

    private var contract: String? {
        let failed = levels.flatMap(\.rehearsals).flatMap(\.contract).count { !$0.isHeld }
        guard failed > 0 else { return nil }
        return
            "Look into the \(Words.counted(failed, "expectation")) of scenarios that failed: either the plan "
            + "or the contract is wrong."
    }
}
