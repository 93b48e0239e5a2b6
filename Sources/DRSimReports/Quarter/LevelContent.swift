import DRSimScoring
import DRSimStatistics
import DRSimUnits

/// The objectives of every service against what its rehearsals at one level of the plan came to.
struct LevelContent {
    let name: String
    let services: [ServiceRow]

    /// A service over all rehearsals of the level.
    struct ServiceRow {
        let title, tier, rto, rta, met, verdict, tone, restoredBy, rpo, rpa, rpoVerdict, rpoTone: String
    }

    /// The levels in the order in which they were rehearsed.
    static func all(_ rehearsals: [Rehearsal]) -> [LevelContent] {
        names(rehearsals).map { name in
            LevelContent(name: name, rehearsals: rehearsals.filter { $0.level == name })
        }
    }

    static func names(_ rehearsals: [Rehearsal]) -> [String] {
        var names: [String] = []
        for rehearsal in rehearsals where !names.contains(rehearsal.level) { names.append(rehearsal.level) }
        return names
    }

    private init(name: String, rehearsals: [Rehearsal]) {
        self.name = name
        var ids: [ServiceID] = []
        let scores = rehearsals.flatMap { $0.trials[0].record.score.services }
        for score in scores where !ids.contains(score.id) { ids.append(score.id) }
        services = ids.map { ServiceRow($0, rehearsals) }
    }
}

extension LevelContent.ServiceRow {
    fileprivate init(_ id: ServiceID, _ rehearsals: [Rehearsal]) {
        let all = rehearsals.flatMap(\.trials).compactMap { $0.record.score.service(id) }
        let exercised = all.filter(\.isExercised)
        let touched = rehearsals.filter { !$0.exercised(id).isEmpty }
        let figure = RecoveryFigure(exercised.map(\.rta), missing: "not back")
        title = rehearsals[0].provenance.plan.title(of: .service, id.name)
        tier = all.first.map { "\($0.tier)" } ?? Words.none
        rto = Words.list(all.map { $0.rto.map(Words.objective) ?? Words.none })
        // Over several scenarios neither shares nor percentiles are estimates: scenarios are chosen.
        let isOneScenario = touched.count == 1
        rta =
            exercised.isEmpty
            ? Words.none : isOneScenario ? figure.summary : "longest \(figure.longest)"
        let decided = exercised.filter(\.verdict.isDecided)
        let kept = decided.count { $0.verdict == .met }
        let share = decided.isEmpty ? nil : Proportion(successes: kept, of: decided.count)
        met = isOneScenario || share == nil ? Words.attainment(share) : "\(kept) of \(decided.count)"
        let worst = Verdict.worst(of: all.map(\.verdict))
        (verdict, tone) = (worst.words, worst.tone)
        restoredBy = Words.list(exercised.compactMap { $0.restoredBy?.rawValue })
        let tested = exercised.filter { $0.rpoVerdict != .notExercised }
        let losses = RecoveryFigure(tested.map(\.rpa), missing: "lost")
        rpo = Words.list(all.map { $0.rpo.map(Words.objective) ?? Words.none })
        rpa = tested.isEmpty ? Words.none : losses.longest
        let worstLoss = Verdict.worst(of: exercised.map(\.rpoVerdict))
        (rpoVerdict, rpoTone) = (worstLoss.words, worstLoss.tone)
    }
}
