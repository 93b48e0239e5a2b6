import DRSimDocument
import DRSimFiles
import DRSimHarness
import DRSimPlan
import DRSimScoring
import DRSimStatistics
import DRSimUnits
import TextTable

/// Two variants side by side: percentiles of each, and the difference trial by trial.
struct ComparisonView {
    let names: [String]
    let sides: [LoadedCase]
    let comparison: Comparison
    let seed: UInt64

    /// One figure of both sides over all trials.
    private struct Figure {
        let name: String
        let unit: Unit
        let first: [Double]
        let second: [Double]
        let difference: PairedDifference?

        enum Unit {
            case seconds
            case money
        }

        func text(_ value: Double?) -> String {
            guard let value else { return "–" }
            switch unit {
            case .seconds: return Span.rounding(seconds: value).description
            case .money: return Money.rounding(value).description
            }
        }

        func quantile(_ values: [Double], _ probability: Double) -> Double? {
            Sample(values).quantile(probability)
        }
    }

    /// The table on the console.
    var text: String {
        let table = TextTable<Figure> { figure in
            [
                Column(title: "figure", value: figure.name),
                Column(
                    title: "\(names[0]) p50", value: figure.text(figure.quantile(figure.first, 0.5)),
                    align: .right),
                Column(title: "p95", value: figure.text(figure.quantile(figure.first, 0.95)), align: .right),
                Column(
                    title: "\(names[1]) p50", value: figure.text(figure.quantile(figure.second, 0.5)),
                    align: .right),
                Column(title: "p95", value: figure.text(figure.quantile(figure.second, 0.95)), align: .right),
                Column(title: "difference, 95% interval", value: Self.difference(figure)),
                Column(title: "pairs", value: figure.difference?.count ?? 0, align: .right),
            ]
        }
        let scenario = sides[0].scenario.scenario
        return """
            \(Ink.heading("drsim \(Version.text)"))  SIMULATION  \(scenario.title)
              A \(names[0]) (\(sides[0].plan.sha256.prefix(12)))   B \(names[1]) (\(sides[1].plan.sha256.prefix(12)))
              paired: the same draws for both, seed \(seed), n=\(comparison.first.count) trials

            \(table.string(for: figures, style: Style.simple) ?? "")
              replay  drsim compare \(scenario.path) --overlay \(names[0]) --overlay \(names[1]) \
            --trials \(comparison.first.count) --seed \(seed)
              next    drsim run \(scenario.path) --overlay \(names[1]) --seed \(seed)
            """
    }

    /// The comparison as `drsim.compare/1`.
    var json: JSONValue {
        let items = figures.map { figure -> JSONValue in
            let difference = figure.difference
            return [
                "name": .string(figure.name),
                "a": Self.percentiles(figure, figure.first), "b": Self.percentiles(figure, figure.second),
                "difference": difference.map { Self.json($0) } ?? .null,
                "pairs": .integer(Int64(difference?.count ?? 0)),
            ]
        }
        return [
            "schema": "drsim.compare/1", "scenario": .string(sides[0].scenario.scenario.id),
            "overlays": .array(names.map { .string($0) }), "seed": .string(String(seed)),
            "trials": .integer(Int64(comparison.first.count)), "figures": .array(items),
        ]
    }

    private static func percentiles(_ figure: Figure, _ values: [Double]) -> JSONValue {
        [
            "p50": figure.quantile(values, 0.5).map { .number($0) } ?? .null,
            "p95": figure.quantile(values, 0.95).map { .number($0) } ?? .null,
            "n": .integer(Int64(values.count)),
        ]
    }

    private static func json(_ difference: PairedDifference) -> JSONValue {
        [
            "mean": .number(difference.mean),
            "low": difference.interval.map { .number($0.lowerBound) } ?? .null,
            "high": difference.interval.map { .number($0.upperBound) } ?? .null,
        ]
    }

    private static func difference(_ figure: Figure) -> String {
        guard let difference = figure.difference, let interval = difference.interval else { return "–" }
        let sign = difference.mean >= 0 ? "+" : ""
        let range = "[\(figure.text(interval.lowerBound)), \(figure.text(interval.upperBound))]"
        return "\(sign)\(figure.text(difference.mean)) \(range)"
            + (difference.isClear ? "" : " no clear difference")
    }

    private var figures: [Figure] {
        let plan = sides[0].plan.plan
        var figures = plan.services.filter { $0.tier <= 2 }.map { service in
            figure("RTA \(service.id)", .seconds) { $0.service(service.id)?.rta?.inSeconds }
        }
        figures += plan.stores.map { store in
            figure("RPA \(store.id)", .seconds) { $0.store(store.id)?.rpa?.inSeconds }
        }
        figures.append(figure("total cost", .money) { $0.money.total.inMajorUnits })
        return figures.filter { !$0.first.isEmpty || !$0.second.isEmpty }
    }

    private func figure(
        _ name: String, _ unit: Figure.Unit, _ value: @escaping (TrialScore) -> Double?
    ) -> Figure {
        let pairs = comparison.pairs(value)
        return Figure(
            name: name, unit: unit, first: comparison.first.compactMap(value),
            second: comparison.second.compactMap(value), difference: PairedDifference(pairs))
    }
}
