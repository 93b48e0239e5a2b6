import DRSimDocument
import DRSimPlan
import DRSimScoring
import DRSimStatistics
import DRSimUnits
import TextTable

/// Two variants side by side: percentiles of each, and the difference trial by trial.
struct ComparisonView {
    let figures: [ComparedFigure]
    let trials: Int

    /// The figures of both sides' scores, trial by trial.
    init(first: [TrialScore], second: [TrialScore], plan: Plan) {
        let pair = (first, second)
        var figures = plan.services.filter { $0.tier <= 2 }.map { service in
            ComparedFigure("RTA \(service.id)", .time, pair) { $0.service(service.id)?.rta?.inSeconds }
        }
        figures += plan.stores.map { store in
            ComparedFigure("RPA \(store.id)", .time, pair) { $0.store(store.id)?.rpa?.inSeconds }
        }
        figures.append(
            ComparedFigure("total \(plan.impact.currency)", .money, pair) { $0.money.total.inMajorUnits })
        self.figures = figures.filter { $0.first.count + $0.second.count > 0 }
        trials = first.count
    }

    /// The table, and what its columns mean.
    var text: String {
        let table = TextTable<ComparedFigure> { figure in
            [
                Column(title: "figure", value: figure.name),
                Column(title: "A p50", value: figure.text(figure.first.quantile(0.5)), align: .right),
                Column(title: "p95", value: figure.text(figure.first.quantile(0.95)), align: .right),
                Column(title: "B p50", value: figure.text(figure.second.quantile(0.5)), align: .right),
                Column(title: "p95", value: figure.text(figure.second.quantile(0.95)), align: .right),
                Column(title: "mean of B − A", value: figure.meanText, align: .right),
                Column(title: "95% interval", value: figure.intervalText),
                Column(title: "pairs", value: "\(figure.pairs)/\(trials)", align: .right),
            ]
        }
        var lines = [table.text(figures)]
        lines.append("  B − A is taken trial by trial, so its mean need not be the difference of the medians")
        if figures.contains(where: { $0.pairs < trials }) {
            lines.append(
                "  a trial without a pair is one in which a side has no figure: not restored, or not hit")
        }
        return lines.joined(separator: "\n")
    }
}

/// One figure of both sides over all trials.
struct ComparedFigure {
    let name: String
    let unit: Unit
    let first: Sample
    let second: Sample
    let difference: PairedDifference?

    /// What a figure counts.
    enum Unit {
        case time
        case money
    }

    init(
        _ name: String, _ unit: Unit, _ scores: (first: [TrialScore], second: [TrialScore]),
        _ value: (TrialScore) -> Double?
    ) {
        (self.name, self.unit) = (name, unit)
        let (left, right) = (scores.first.map(value), scores.second.map(value))
        first = Sample(left.compactMap { $0 })
        second = Sample(right.compactMap { $0 })
        difference = PairedDifference(
            zip(left, right).compactMap { left, right in
                guard let left, let right else { return nil }
                return (left, right)
            })
    }

    /// In how many trials both sides have a figure.
    var pairs: Int { difference?.count ?? 0 }

    func text(_ value: Double?) -> String {
        guard let value else { return "–" }
        switch unit {
        case .time: return Span.rounding(seconds: value).description
        case .money: return Money.rounding(value).description
        }
    }

    var meanText: String {
        guard let difference else { return "–" }
        return (difference.mean > 0 ? "+" : "") + text(difference.mean)
    }

    /// The interval of the mean difference, or that it shows none.
    var intervalText: String {
        guard let difference, let interval = difference.interval else { return "–" }
        if interval.lowerBound == 0 && interval.upperBound == 0 { return "equal in every trial" }
        let range = "\(text(interval.lowerBound)) to \(text(interval.upperBound))"
        return difference.isClear ? range : range + ", no clear difference"
    }
}

extension ComparisonView {
    /// The figures as `drsim.compare/1` lists them.
    var json: JSONValue {
        .array(
            figures.map { figure in
                [
                    "name": .string(figure.name),
                    "a": Self.percentiles(figure.first), "b": Self.percentiles(figure.second),
                    "difference": figure.difference.map { Self.json($0) } ?? .null,
                    "pairs": .integer(Int64(figure.pairs)),
                ]
            })
    }

    private static func percentiles(_ sample: Sample) -> JSONValue {
        [
            "p50": sample.quantile(0.5).map { .figure($0) } ?? .null,
            "p95": sample.quantile(0.95).map { .figure($0) } ?? .null,
            "n": .integer(Int64(sample.count)),
        ]
    }

    private static func json(_ difference: PairedDifference) -> JSONValue {
        [
            "mean": .figure(difference.mean),
            "low": difference.interval.map { .figure($0.lowerBound) } ?? .null,
            "high": difference.interval.map { .figure($0.upperBound) } ?? .null,
            "clear": .bool(difference.isClear),
        ]
    }
}
