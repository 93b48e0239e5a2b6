import DRSimHarness
import DRSimPlan
import DRSimScoring
import DRSimStatistics
import DRSimUnits
import TextTable

/// What many trials say: for each service how often the objective was met, and the percentiles of RTA.
struct CampaignView {
    let campaign: Campaign

    /// The table, with the number of trials beside every figure.
    var text: String {
        let scores = campaign.scores()
        let rows = campaign.rehearsal.plan.services.map { Row(service: $0.id, scores: scores) }
        let table = TextTable<Row> { row in
            [
                Column(title: "service", value: row.service.name),
                Column(title: "RTO", value: row.objective, align: .right),
                Column(title: "RTA p50", value: row.percentile(0.5), align: .right),
                Column(title: "RTA p95", value: row.percentile(0.95), align: .right),
                Column(title: "met", value: row.attainment),
                Column(title: "not restored", value: row.unrecovered, align: .right),
            ]
        }
        let totals = Sample(scores.map { $0.money.total.inMajorUnits })
        let currency = scores.first?.money.currency ?? ""
        return """

            \(table.string(for: rows, style: Style.simple) ?? "")
            total \(currency)  p50 \(Money.rounding(totals.quantile(0.5) ?? 0))  p95 \
            \(Money.rounding(totals.quantile(0.95) ?? 0))  n=\(scores.count) trials, seed \(campaign.seed)
            """
    }

    /// One service over all trials.
    private struct Row {
        let service: ServiceID
        let rtas: Sample
        let exercised: Int
        let met: Int
        let lost: Int
        let rto: Span?

        init(service: ServiceID, scores: [TrialScore]) {
            let results = scores.compactMap { $0.service(service) }.filter(\.isExercised)
            self.service = service
            rtas = Sample(results.compactMap { $0.rta?.inSeconds })
            exercised = results.count
            met = results.count { $0.verdict == .met }
            lost = results.count { $0.verdict == .unrecovered }
            rto = results.first?.rto
        }

        var objective: String { rto?.description ?? "–" }
        var unrecovered: String { exercised == 0 ? "–" : "\(lost)" }

        func percentile(_ probability: Double) -> String {
            rtas.quantile(probability).map { Span.rounding(seconds: $0).description } ?? "–"
        }

        var attainment: String {
            guard exercised > 0 else { return "not exercised" }
            let interval = Proportion(successes: met, of: exercised).wilson()
            return "\(met)/\(exercised) [\(percent(interval.lowerBound)), \(percent(interval.upperBound))]"
        }

        private func percent(_ share: Double) -> String { Share.rounding(share).description }
    }
}
