import DRSimPlan
import DRSimScoring
import DRSimUnits

/// One of the plan's success metrics over all rehearsals of a level.
struct MetricRow {
    let level, title, target, met, worst, tone, evidence: String

    static func all(_ rehearsals: [Rehearsal]) -> [MetricRow] {
        LevelContent.names(rehearsals).flatMap { level in
            let runs = rehearsals.filter { $0.level == level }.flatMap(\.trials)
            let metrics = runs.first?.record.score.metrics ?? []
            return metrics.enumerated().map { index, metric in
                let scores = runs.map(\.record.score.metrics).filter { index < $0.count }.map { $0[index] }
                return MetricRow(level: level, metric: metric, scores: scores)
            }
        }
    }

    private init(level: String, metric: MetricScore, scores: [MetricScore]) {
        let decided = scores.filter(\.verdict.isDecided)
        (self.level, title, target) = (level, metric.metric.title, Self.words(metric))
        met = decided.isEmpty ? Words.none : "\(decided.count { $0.verdict == .met }) of \(decided.count)"
        let verdict = Verdict.worst(of: scores.map(\.verdict))
        let worstScore = scores.first { $0.verdict == verdict }
        worst = verdict.words + (worstScore?.value.map { ": \($0)" } ?? "")
        tone = verdict.tone
        evidence = worstScore?.evidence ?? ""
    }

    private static func words(_ score: MetricScore) -> String {
        switch score.metric.target {
        case .atLeast(let share): "at least \(share)"
        case .atMost(let share): "at most \(share)"
        case .within(let span): "within \(Words.objective(span))"
        }
    }
}
