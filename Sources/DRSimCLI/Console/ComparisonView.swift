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
        var figures = plan.services.map { service in
            var figure = ComparedFigure("RTA \(service.id)", .time, pair, unless: .unrecovered(service.id)) {
                $0.service(service.id)?.rta?.inSeconds
            }
            figure.isMinor = service.tier > 2
            return figure
        }
        figures += plan.stores.map { store in
            ComparedFigure("RPA \(store.id)", .time, pair, unless: .lost(store.id)) {
                $0.store(store.id)?.rpa?.inSeconds
            }
        }
        figures.append(
            ComparedFigure("total \(plan.impact.currency)", .money, pair) { $0.money.total.inMajorUnits })
        self.figures = figures.filter { !$0.isUntouched }
        trials = first.count
    }

    /// The table, and what its columns mean.
    var text: String {
        let table = TextTable<ComparedFigure> { figure in
            [
                Column(title: "figure", value: figure.name),
                Column(title: "A p50", value: figure.text(figure.first, 0.5), align: .right),
                Column(title: "p95", value: figure.text(figure.first, 0.95), align: .right),
                Column(title: "B p50", value: figure.text(figure.second, 0.5), align: .right),
                Column(title: "p95", value: figure.text(figure.second, 0.95), align: .right),
                Column(title: "mean of B − A", value: figure.meanText, align: .right),
                Column(title: "95% interval", value: figure.intervalText),
                Column(title: "pairs", value: "\(figure.pairs)/\(trials)", align: .right),
            ]
        }
        let shown = figures.filter(\.isShown)
        var lines = [table.text(shown)]
        lines.append("  B − A is taken trial by trial, so its mean need not be the difference of the medians")
        if shown.contains(where: { $0.pairs < trials }) {
            lines.append(
                "  a trial without a pair is one in which a side has no figure: unrecovered, lost, not "
                    + "known, or not hit")
        }
        if shown.count < figures.count {
            lines.append(
                "  services of tier 3 and below stand here only where one was not restored; --json has all")
        }
        return (lines + failures).joined(separator: "\n")
    }

    /// How often there was no figure because nothing came back; what fared alike shares a line.
    private var failures: [String] {
        let sentences = figures.map { $0.failureText(of: trials) }
        let lines = Set(sentences.compactMap { $0 }).sorted().map { sentence in
            let names = zip(figures, sentences).filter { $0.1 == sentence }.map(\.0.name)
            return "\(names.joined(separator: ", ")): \(sentence)"
        }
        let isAnyLost = lines.contains { $0.contains(": lost in ") }
        return (lines + (isAnyLost ? [StoreSpread.legend] : [])).map { Wrapped.entry("", $0, indent: 2) }
    }
}

extension ComparisonView {
    /// The figures as `drsim.compare/1` lists them.
    var json: JSONValue {
        .array(
            figures.map { figure in
                [
                    "name": .string(figure.name),
                    "a": Self.side(figure.first, figure.failure),
                    "b": Self.side(figure.second, figure.failure),
                    "difference": figure.difference.map { Self.json($0) } ?? .null,
                    "pairs": .integer(Int64(figure.pairs)),
                ]
            })
    }

    /// Percentiles, the trials they are taken from, and those in which nothing came back.
    private static func side(_ side: ComparedFigure.Side, _ failure: ComparedFigure.Failure?) -> JSONValue {
        var members: JSONValue = [
            "p50": side.sample.quantile(0.5).map { .figure($0) } ?? .null,
            "p95": side.sample.quantile(0.95).map { .figure($0) } ?? .null,
            "n": .integer(Int64(side.sample.count)),
        ]
        if let failure { members[failure.word] = .integer(Int64(side.failed)) }
        return members
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
