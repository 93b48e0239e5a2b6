import DRSimPlan
import DRSimTrace
import DRSimUnits

/// Puts a price on what services lost.
struct MoneyScorer {
    let plan: Plan
    /// The curve of each service, in the plan's order.
    let curves: [ServedCurve]
    /// The score of each service, in the plan's order.
    let services: [ServiceScore]

    /// The bill of the trial.
    func score() -> MoneyScore {
        let bill = OutageBill(
            impact: plan.impact, lostRevenueHours: lostRevenueHours, operationalHours: operationalHours,
            tierOneOutages: tierOneOutages, tierOneRTO: plan.tier(1)?.objectives.rto,
            rpa: worstLoss)
        let lines = bill.lines
        return MoneyScore(
            currency: plan.impact.currency, lines: lines, total: bill.total, maxAcceptableLoss: limit,
            dataLossVerdict: verdict(lines.first { $0.name == .dataLoss }?.amount),
            readings: plan.impact.readings)
    }

    /// Each service's own share of revenue, times its users' time without service.
    ///
    /// What others need carries their shares because their curves fall with its own.
    private var lostRevenueHours: Double {
        let weighted = zip(plan.services, curves).reduce(Int128(0)) { sum, pair in
            sum + Int128(pair.0.revenueShare.partsPerMillion) * Int128(pair.1.unservedTime)
        }
        let millionths = Int128(Share.all.partsPerMillion)
        let hour = 2 * millionths * millionths * Int128(Span.hours(1).milliseconds)
        return Double(weighted) / Double(hour)
    }

    /// The hours in which any Tier 1 or 2 service was unavailable.
    private var operationalHours: Double {
        let outages = services.filter { $0.tier <= 2 }.flatMap(\.outages)
        return ServiceScore.Outage.union(outages).reduce(Span.zero) { $0 + $1.span }.inHours
    }

    /// The outages of Tier 1 by the clock of contracts; those that overlap are one.
    private var tierOneOutages: [ServiceScore.Outage] {
        let services = services.filter { $0.tier == 1 }
        return ServiceScore.Outage.union(services.flatMap(\.episodes))
    }

    /// The worst recovery point; `nil` where a store was lost.
    private var worstLoss: Span? {
        switch DataLoss(services) {
        case .untouched: .zero
        case .recoveryPoint(let span): span
        case .lost: nil
        }
    }

    /// The smallest loss that the tiers which need the stores accept.
    private var limit: Money? {
        let users = plan.services.filter { !plan.stores(neededBy: $0).isEmpty }
        return users.compactMap { plan.tier($0.tier)?.maxAcceptableLoss }.min()
    }

    private func verdict(_ amount: Money?) -> Verdict {
        guard let amount else { return .lost }
        guard DataLoss(services) != .untouched else { return .notExercised }
        return limit.map { amount <= $0 ? .met : .missed } ?? .noTarget
    }
}

extension ServiceScore.Outage {
    /// The stretches in which at least one of these lasts, in order and apart.
    static func union(_ outages: [Self]) -> [Self] {
        outages.sorted { ($0.from, $0.to) < ($1.from, $1.to) }.reduce(into: []) { union, outage in
            if let last = union.indices.last, outage.from <= union[last].to {
                union[last].to = max(union[last].to, outage.to)
            } else {
                union.append(outage)
            }
        }
    }
}

extension BusinessImpact {
    /// The readings in use, by their names in plan files.
    var readings: [MoneyScore.Reading] {
        [
            MoneyScore.Reading(name: "penalty", value: penalty.rawValue),
            MoneyScore.Reading(name: "penalty_from", value: penaltyFrom.rawValue),
            MoneyScore.Reading(name: "reputation", value: reputation.rawValue),
            .includesDataLoss(includesDataLoss),
        ]
    }
}
