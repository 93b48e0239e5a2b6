import DRSimScoring
import DRSimStatistics
import DRSimUnits

/// A rehearsal's services by tier.
struct TierGroup {
    let scenario, level: String
    let tiers: [TierRow]

    /// The most critical tier of a rehearsal that did not keep its objective; `nil` if all did.
    init?(_ rehearsal: Rehearsal) {
        let scores = rehearsal.trials.flatMap(\.record.score.services).filter(\.isExercised)
        guard !scores.isEmpty else { return nil }
        (scenario, level) = (rehearsal.provenance.scenario.title, rehearsal.level)
        tiers = Set(scores.map(\.tier)).sorted().map { TierRow(rehearsal, tier: $0) }.filter {
            $0.tone == "bad"
        }.prefix(1).map(\.self)
        guard !tiers.isEmpty else { return nil }
    }
}

/// The services of one tier in one rehearsal: they share their objective.
struct TierRow {
    let tier, rto, rta, slowest, met, verdict, tone, restoredBy: String

    fileprivate init(_ rehearsal: Rehearsal, tier number: Int) {
        let trials = rehearsal.trials.map { trial in
            trial.record.score.services.filter { $0.tier == number && $0.isExercised }
        }.filter { !$0.isEmpty }
        let scores = trials.flatMap(\.self)
        tier = "\(number)"
        rto = Words.list(scores.map { $0.rto.map(Words.objective) ?? Words.none })
        rta = RecoveryFigure(trials.map(Self.longest), missing: "not back").summary
        slowest = Words.list(trials.compactMap { Self.slowest($0, rehearsal) })
        let decided = trials.filter { $0.contains { $0.verdict.isDecided } }
        let kept = decided.count { Verdict.worst(of: $0.map(\.verdict)) == .met }
        met = Words.attainment(decided.isEmpty ? nil : Proportion(successes: kept, of: decided.count))
        let worst = Verdict.worst(of: scores.map(\.verdict))
        (verdict, tone) = (worst.words, worst.tone)
        restoredBy = Words.list(scores.compactMap { $0.restoredBy?.rawValue })
    }

    private static func longest(_ scores: [ServiceScore]) -> Span? {
        scores.contains { $0.rta == nil } ? nil : scores.compactMap(\.rta).max()
    }

    private static func slowest(_ scores: [ServiceScore], _ rehearsal: Rehearsal) -> String? {
        let open = scores.first { $0.rta == nil }
        let slowest = open ?? scores.max { ($0.rta ?? .zero) < ($1.rta ?? .zero) }
        return slowest.map { rehearsal.provenance.plan.title(of: .service, $0.id.name) }
    }
}
