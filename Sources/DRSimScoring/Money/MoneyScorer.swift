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
        let worst = judgements.max { $0.rank < $1.rank }
        return MoneyScore(
            currency: plan.impact.currency, lines: bill.lines, total: bill.total,
            maxAcceptableLoss: worst?.limit, dataLossVerdict: worst?.verdict ?? .notExercised,
            readings: plan.impact.readings + plan.controller.readings)
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

    /// The outages of Tier 1 by the clock of contracts, each service's by its own.
    private var tierOneOutages: [ServiceScore.Outage] {
        services.filter { $0.tier == 1 }.flatMap(\.episodes)
    }

    /// The worst recovery point; `nil` where a store was lost, or nobody knows how much of it.
    private var worstLoss: Span? {
        switch DataLoss(services) {
        case .untouched: .zero
        case .recoveryPoint(let span): span
        case .unknown, .lost: nil
        }
    }

    /// What each service that needs a touched store lost, held against what its tier accepts.
    private var judgements: [Judgement] {
        services.map { service in
            let limit = plan.tier(service.tier)?.maxAcceptableLoss
            return Judgement(DataLoss(service), limit: limit, impact: plan.impact)
        }.filter { $0.verdict != .notExercised }
    }

    /// What one service lost against what its tier accepts.
    private struct Judgement {
        let loss: DataLoss
        let limit: Money?
        let verdict: Verdict

        init(_ loss: DataLoss, limit: Money?, impact: BusinessImpact) {
            (self.loss, self.limit) = (loss, limit)
            verdict =
                switch loss {
                case .untouched: .notExercised
                case .recoveryPoint(let span):
                    limit.map { .rounding(impact.worth(of: span)) <= $0 ? .met : .missed } ?? .noTarget
                case .unknown: .inconclusive
                case .lost: .lost
                }
        }

        /// The order of judgements, the worst last.
        var rank: (Int, DataLoss, Int64) {
            let order: [Verdict] = [.noTarget, .met, .inconclusive, .missed, .lost]
            return (order.firstIndex(of: verdict) ?? 0, loss, -(limit?.minorUnits ?? .max))
        }
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
    /// What all the revenue of a time is worth, in major units.
    func worth(of time: Span) -> Double { hourlyRevenue.inMajorUnits * time.inHours }

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

extension ControllerPolicy {
    /// The readings of what the document leaves open about its controller, on which the rest depends.
    var readings: [MoneyScore.Reading] {
        [
            MoneyScore.Reading(name: "controller.location", value: location.rawValue),
            MoneyScore.Reading(name: "controller.replica_database", value: replicaDatabase.rawValue),
            MoneyScore.Reading(name: "controller.probe_failure", value: probeFailure.rawValue),
        ]
    }
}
