import DRSimPlan
import DRSimScoring
import DRSimStatistics
import DRSimUnits
import TextTable

/// What many trials say: for each service how often the objective was met, and percentiles of RTA;
/// the same for data and money.
struct CampaignView {
    let scores: [TrialScore]
    /// The control of each trial; empty where none were run.
    var controls: [TrialScore] = []
    let seed: UInt64
    /// How long each trial runs; a long one has an availability.
    var time = Span.zero

    /// The contract: held where it held in every trial, as anywhere else; of a planted defect, in none.
    static func contract(_ expectations: [ExpectationTally], isPlanted: Bool = false) -> String {
        guard !expectations.isEmpty else { return "  the scenario expects nothing at this level" }
        let lines = expectations.map { line in
            let mark = (isPlanted ? line.held == 0 : line.isHeld) ? Ink.good("✓") : Ink.bad("✗")
            let first = line.isHeld ? "" : "; in trial \(line.trial): \(line.actual)"
            let count = "held in \(line.held) of \(line.trials)\(first)"
            return "  \(mark) \(line.text)  \(Ink.quiet(count))"
        }
        let title = isPlanted ? "planted: none may hold in any trial" : "of every trial"
        return Ink.heading("── EXPECTATIONS  \(title)") + "\n" + lines.joined(separator: "\n")
    }

    /// The tables, with the number of trials beside every figure.
    var text: String {
        """
        \(Ink.heading("── SERVICES  simulated, n=\(scores.count) trials of seed \(seed)"))
        \(services)

        \(Ink.heading("── DATA AND MONEY"))
        \(figures)
          n counts the trials that give a figure, which what is lost does not; in brackets 95% intervals:
          of p95 by order statistics, – where there are too few trials for a limit; of met by Wilson

        \(ConfusionView(scores.map(\.handling)).text)
        """
    }

    /// The spread of each service's recovery.
    var spreads: [ServiceSpread] {
        (scores.first?.services ?? []).map { ServiceSpread(service: $0.id, scores: scores, time: time) }
    }

    private var services: String {
        let isLong = time >= ScoreTables.longTime
        return TextTable<ServiceSpread> { row in
            let columns = [
                Column(title: "service", value: row.service.name),
                Column(title: "RTO", value: ScoreTables.brief(row.rto), align: .right),
                Column(title: "RTA p50", value: row.rtas.quantile(0.5).map(Self.time) ?? "–", align: .right),
                Column(title: "p95", value: row.rtas.p95Text(Self.time), align: .right),
                Column(title: "n", value: row.restored, align: .right),
                Column(title: "met", value: row.attainment),
                Column(title: "not restored", value: row.unrecoveredText, align: .right),
            ]
            let available = row.availability.percentage
            return columns + (isLong ? [Column(title: "available", value: available, align: .right)] : [])
        }.text(spreads)
    }

    /// What the trials cost; where their controls were run, what those cost, and what the plan saved, trial
    /// by trial.
    var money: [(name: String, amounts: Sample)] {
        let pairs = zip(scores, controls).map { ($0.money.total, $1.money.total) }
        let totals = Sample(scores.map { $0.money.total.inMajorUnits })
        guard !pairs.isEmpty else { return [("total", totals)] }
        return [
            ("total", totals), ("control", Sample(pairs.map { $1.inMajorUnits })),
            ("saved", Sample(pairs.map { ($1 - $0).inMajorUnits })),
        ]
    }

    private struct Figure {
        let name, p50, p95: String
        let count: Int
        /// In how many trials it was lost, in words.
        let lost: String
    }

    private var figures: String {
        let stores = StoreSpread.all(of: scores).filter { $0.exercised > 0 }
        let currency = scores.first?.money.currency ?? ""
        let rows =
            stores.map { figure("RPA \($0.store)", $0.rpas, lost: $0.lostText, Self.time) }
            + money.map { name, amounts in
                figure("\(name) \(currency)", amounts) { Money.rounding($0).description }
            }
        let isAnyLost = stores.contains { $0.lost > 0 }
        return TextTable<Figure> { row in
            let columns = [
                Column(title: "figure", value: row.name),
                Column(title: "p50", value: row.p50, align: .right),
                Column(title: "p95", value: row.p95, align: .right),
                Column(title: "n", value: row.count, align: .right),
            ]
            return columns + (isAnyLost ? [Column(title: "lost", value: row.lost)] : [])
        }.text(rows) + (isAnyLost ? "\n  " + StoreSpread.legend : "")
    }

    private func figure(
        _ name: String, _ sample: Sample, lost: String = "", _ text: (Double) -> String
    ) -> Figure {
        // Without any recovery point, and lost: that is the figure.
        let none = lost.isEmpty || sample.count > 0 ? "–" : "lost"
        return Figure(
            name: name, p50: sample.quantile(0.5).map(text) ?? none,
            p95: sample.count > 0 ? sample.p95Text(text) : none, count: sample.count, lost: lost)
    }

    private static func time(_ seconds: Double) -> String { Span.rounding(seconds: seconds).description }
}

/// The recovery of one service over many trials.
struct ServiceSpread {
    let service: ServiceID
    let rto: Span?
    /// How many trials made it unavailable, brought it back, kept its objective, never brought it back.
    let exercised, restored, met, unrecovered: Int
    /// The share of all trials' time in which it was available.
    let availability: Share
    /// The recovery times of the trials that have one, in seconds.
    let rtas: Sample

    init(service: ServiceID, scores: [TrialScore], time: Span = .zero) {
        let all = scores.compactMap { $0.service(service) }
        let results = all.filter(\.isExercised)
        let shares = all.map { $0.availability(over: time).fraction }
        availability = .rounding(shares.reduce(0, +) / Double(max(1, shares.count)))
        self.service = service
        rtas = Sample(results.compactMap { $0.rta?.inSeconds })
        (exercised, restored) = (results.count, rtas.count)
        met = results.count { $0.verdict == .met }
        unrecovered = results.count { $0.verdict == .unrecovered }
        rto = results.first?.rto
    }

    var unrecoveredText: String { exercised == 0 ? "–" : "\(unrecovered)" }

    /// Between what shares the objective is met, with at least 95% confidence; `nil` without trial or target.
    var exactInterval: ClosedRange<Double>? {
        guard exercised > 0, rto != nil else { return nil }
        return Proportion(successes: met, of: exercised).clopperPearson()
    }

    /// How often the objective was met, with its interval.
    var attainment: String {
        guard exercised > 0 else { return "not exercised" }
        guard rto != nil else { return "no target" }
        let interval = Proportion(successes: met, of: exercised).wilson()
        let (low, high) = (Share.rounding(interval.lowerBound), Share.rounding(interval.upperBound))
        return "\(met)/\(exercised) [\(low), \(high)]"
    }
}

extension Sample {
    /// The 95th percentile with the limits between which it lies: `22m 44s [21m 10s, 24m 02s]`.
    fileprivate func p95Text(_ text: (Double) -> String) -> String {
        guard let figure = quantile(0.95) else { return "–" }
        guard sorted.first != sorted.last else { return text(figure) }
        let interval = quantileInterval(0.95)
        let limits = [interval.lower, interval.upper].map { $0.map(text) ?? "–" }
        return "\(text(figure)) [\(limits[0]), \(limits[1])]"
    }
}
