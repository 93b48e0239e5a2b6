import DRSimPlan
import DRSimScoring
import DRSimUnits

/// What a rehearsal's disaster costs, line by line.
struct CostRow {
    let scenario, level, lostRevenue, operational, compliance, reputation, total, dataLoss: String
    let control, saved: String

    init(_ rehearsal: Rehearsal) {
        func line(_ name: MoneyLine.Name) -> String {
            rehearsal.median { $0.amount(of: name) }?.description ?? Words.none
        }
        (scenario, level) = (rehearsal.provenance.scenario.title, rehearsal.level)
        (lostRevenue, operational) = (line(.lostRevenue), line(.operational))
        (compliance, reputation) = (line(.compliance), line(.reputation))
        let sum = rehearsal.median { $0.total }
        total = sum?.description ?? Words.none
        dataLoss = line(.dataLoss)
        let unanswered = rehearsal.controlTotal
        control = unanswered?.description ?? Words.none
        saved = unanswered.flatMap { without in sum.map { (without - $0).description } } ?? Words.none
    }

    /// The readings of the plan's wording that the amounts rest on.
    static func readings(_ rehearsals: [Rehearsal]) -> [QuarterContent.Entry] {
        var entries: [QuarterContent.Entry] = []
        for reading in rehearsals.flatMap(\.trials).flatMap(\.record.score.money.readings) {
            let entry = QuarterContent.Entry(
                name: Words.spaced(reading.name), text: Words.spaced(reading.value))
            if !entries.contains(where: { $0.name == entry.name && $0.text == entry.text }) {
                entries.append(entry)
            }
        }
        return entries
    }
}

/// One of the plan's success metrics over all rehearsals of a level.
struct MetricRow {
    let level, title, target, met, worst, tone: String

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
    }

    private static func words(_ score: MetricScore) -> String {
        switch score.metric.target {
        case .atLeast(let share): "at least \(share)"
        case .atMost(let share): "at most \(share)"
        case .within(let span): "within \(Words.objective(span))"
        }
    }
}
