import DRSimPlan
import DRSimScoring
import DRSimUnits

/// One of the plan's success metrics over all scenarios of a level.
struct MetricRow {
    let level, title, target, met, worst, scenario, tone, evidence: String

    static func all(_ rehearsals: [Rehearsal]) -> [MetricRow] {
        let levels = Level.all(rehearsals)
        var kinds: [SuccessMetric.Kind] = []
        for metric in levels.flatMap(\.trials).flatMap(\.record.score.metrics).map(\.metric)
        where !kinds.contains(metric.kind) {
            kinds.append(metric.kind)
        }
        return kinds.flatMap { kind in levels.compactMap { MetricRow($0, kind) } }
    }

    private init?(_ level: Level, _ kind: SuccessMetric.Kind) {
        let scenarios = level.rehearsals.compactMap { rehearsal -> Scenario? in
            let scores = rehearsal.trials.flatMap(\.record.score.metrics).filter { $0.metric.kind == kind }
            return Scenario(rehearsal.title, scores)
        }
        guard let first = scenarios.first else { return nil }
        let verdicts = scenarios.map(\.worst.verdict)
        let (kept, decided) = verdicts.tally
        let open = verdicts.count { $0 == .inconclusive }
        (self.level, title) = (level.name, first.worst.metric.title)
        target = Words.target(first.worst.metric.target)
        met =
            (decided == 0 ? Words.none : Words.hard("\(kept) of \(decided)"))
            + (open == 0 ? "" : ", \(open) undecided")
        let extreme = scenarios.max { Self.badness($0.worst) < Self.badness($1.worst) } ?? first
        let isTried = extreme.worst.verdict != .notExercised
        worst = Words.metric(extreme.worst)
        (scenario, evidence) = isTried ? (extreme.title, extreme.worst.evidence) : ("", "")
        tone = extreme.worst.verdict.tone
    }

    /// A scenario with the worst of its trials.
    private struct Scenario {
        let title: String
        let worst: MetricScore

        init?(_ title: String, _ scores: [MetricScore]) {
            guard let worst = scores.max(by: { MetricRow.badness($0) < MetricRow.badness($1) }) else {
                return nil
            }
            (self.title, self.worst) = (title, worst)
        }
    }

    /// By how far a figure is on the wrong side; one that never came is worse than any that did.
    private static func badness(_ score: MetricScore) -> (Int, Int64) {
        let order: [Verdict] = [.noTarget, .met, .inconclusive, .missed]
        let rank = order.firstIndex(of: score.verdict).map { $0 + 1 } ?? 0
        switch (score.value, score.metric.target) {
        case (nil, _): return (rank, rank == 0 ? 0 : .max)
        case (.share(let share)?, .atLeast): return (rank, -share.partsPerMillion)
        case (.share(let share)?, _): return (rank, share.partsPerMillion)
        case (.span(let span)?, _): return (rank, span.milliseconds)
        }
    }
}

extension Words {
    /// A metric's target: `at least 99%`.
    static func target(_ target: SuccessMetric.Target) -> String {
        switch target {
        case .atLeast(let share): "at least \(share)"
        case .atMost(let share): "at most \(share)"
        case .within(let span): "within \(objective(span))"
        }
    }

    /// A metric's verdict and figure, with as many digits as tell it from its target.
    static func metric(_ score: MetricScore) -> String {
        guard let value = score.value else {
            return score.verdict.words + (score.verdict == .missed ? ": never came" : "")
        }
        let plain = figure(value, score.metric.target)
        return "\(score.verdict.words): \(plain)"
    }

    private static func figure(_ value: MetricScore.Value, _ target: SuccessMetric.Target) -> String {
        switch (value, target) {
        case (.share(let share), .atLeast(let bound)), (.share(let share), .atMost(let bound)):
            share != bound && share.description == bound.description
                ? hard("\(Double(share.partsPerMillion) / 10_000)%") : share.description
        case (.span(let span), .within(let bound)):
            span != bound && span.description == bound.description
                ? hard("\(span.description) and \(span.milliseconds % 1_000)ms") : time(span)
        default: value.description
        }
    }
}
