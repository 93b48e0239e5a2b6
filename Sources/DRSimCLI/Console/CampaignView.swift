import DRSimPlan
import DRSimScoring
import DRSimStatistics
import DRSimUnits
import TextTable

/// What many trials say: for each service how often the objective was met, and percentiles of RTA;
/// the same for data and money.
struct CampaignView {
    let scores: [TrialScore]
    let seed: UInt64
    /// How long each trial runs; a long one has an availability.
    var time = Span.zero

    /// The contract: held where it held in every trial, as anywhere else.
    static func contract(_ expectations: [ExpectationTally]) -> String {
        guard !expectations.isEmpty else { return "  the scenario expects nothing at this level" }
        let lines = expectations.map { line in
            let mark = line.isHeld ? Ink.good("✓") : Ink.bad("✗")
            let first = line.isHeld ? "" : "; in trial \(line.trial): \(line.actual)"
            let count = "held in \(line.held) of \(line.trials)\(first)"
            return "  \(mark) \(line.text)  \(Ink.quiet(count))"
        }
        return Ink.heading("── EXPECTATIONS  of every trial") + "\n" + lines.joined(separator: "\n")
    }

    /// The tables, with the number of trials beside every figure.
    var text: String {
        """
        \(Ink.heading("── SERVICES  simulated, n=\(scores.count) trials of seed \(seed)"))
        \(services)

        \(Ink.heading("── DATA AND MONEY"))
        \(figures)
          n counts the trials that give a figure; met has a 95% interval (Wilson)

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
                Column(title: "RTA p50", value: ScoreTables.text(row.rta(0.5)), align: .right),
                Column(title: "p95", value: ScoreTables.text(row.rta(0.95)), align: .right),
                Column(title: "n", value: row.restored, align: .right),
                Column(title: "met", value: row.attainment),
                Column(title: "not restored", value: row.unrecoveredText, align: .right),
            ]
            let available = row.availability.percentage
            return columns + (isLong ? [Column(title: "available", value: available, align: .right)] : [])
        }.text(spreads)
    }

    private struct Figure {
        let name, p50, p95: String
        let count: Int
    }

    private var figures: String {
        let stores = (scores.first?.stores ?? []).map { store in
            let rpas = Sample(scores.compactMap { $0.store(store.id)?.rpa?.inSeconds })
            return figure("RPA \(store.id)", rpas) { Span.rounding(seconds: $0).description }
        }
        let currency = scores.first?.money.currency ?? ""
        let totals = Sample(scores.map { $0.money.total.inMajorUnits })
        let rows = stores + [figure("total \(currency)", totals) { Money.rounding($0).description }]
        return TextTable<Figure> { row in
            [
                Column(title: "figure", value: row.name),
                Column(title: "p50", value: row.p50, align: .right),
                Column(title: "p95", value: row.p95, align: .right),
                Column(title: "n", value: row.count, align: .right),
            ]
        }.text(rows.filter { $0.count > 0 })
    }

    private func figure(_ name: String, _ sample: Sample, _ text: (Double) -> String) -> Figure {
        Figure(
            name: name, p50: sample.quantile(0.5).map(text) ?? "–",
            p95: sample.quantile(0.95).map(text) ?? "–", count: sample.count)
    }
}

/// The recovery of one service over many trials.
struct ServiceSpread {
    let service: ServiceID
    let rto: Span?
    /// How many trials made it unavailable, brought it back, kept its objective, never brought it back.
    let exercised, restored, met, unrecovered: Int
    /// The share of all trials' time in which it was available.
    let availability: Share
    private let rtas: Sample

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

    /// A percentile of the recovery times of the trials that have one.
    func rta(_ probability: Double) -> Span? {
        rtas.quantile(probability).map { Span.rounding(seconds: $0) }
    }

    var unrecoveredText: String { exercised == 0 ? "–" : "\(unrecovered)" }

    /// How often the objective was met, with its interval.
    var attainment: String {
        guard exercised > 0 else { return "not exercised" }
        guard rto != nil else { return "no target" }
        let interval = Proportion(successes: met, of: exercised).wilson()
        let (low, high) = (Share.rounding(interval.lowerBound), Share.rounding(interval.upperBound))
        return "\(met)/\(exercised) [\(low), \(high)]"
    }
}
