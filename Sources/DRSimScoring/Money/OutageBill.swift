package import DRSimPlan
package import DRSimUnits

/// What an outage costs under the plan's readings: pure arithmetic from hours to lines.
///
/// Amounts are computed in full and rounded once. What rounding leaves over goes to the reputation
/// line, which is a multiple of the others, so that the lines always sum to the total.
package struct OutageBill: Hashable, Sendable {
    /// The prices and readings.
    package var impact: BusinessImpact
    /// Hours of full loss of revenue: an hour in which half is down counts half.
    package var lostRevenueHours: Double
    /// Hours in which a Tier 1 or 2 service was unavailable.
    package var operationalHours: Double
    /// The outages of the services of Tier 1, each with a recovery time of its own.
    package var tierOneOutages: [ServiceScore.Outage]
    /// The Tier 1 recovery time objective; without one nothing can expire.
    package var tierOneRTO: Span?
    /// The worst recovery point; `nil` where a store was lost or nobody knows, which has no price.
    package var rpa: Span?

    /// Creates a bill.
    package init(
        impact: BusinessImpact, lostRevenueHours: Double, operationalHours: Double,
        tierOneOutages: [ServiceScore.Outage], tierOneRTO: Span?, rpa: Span?
    ) {
        (self.impact, self.lostRevenueHours) = (impact, lostRevenueHours)
        (self.operationalHours, self.tierOneOutages) = (operationalHours, tierOneOutages)
        (self.tierOneRTO, self.rpa) = (tierOneRTO, rpa)
    }

    /// The lines, in the order of their names.
    package var lines: [MoneyLine] {
        var lines = [
            MoneyLine(name: .lostRevenue, amount: .rounding(lostRevenue)),
            MoneyLine(name: .operational, amount: .rounding(operational)),
            MoneyLine(name: .compliance, amount: .rounding(compliance)),
        ]
        let priced = lines.reduce(Money.zero) { $0 + $1.amount }
        let lost = dataLoss.map { MoneyLine(name: .dataLoss, amount: .rounding($0)) }
        let included = impact.includesDataLoss ? lost?.amount ?? .zero : .zero
        lines.append(MoneyLine(name: .reputation, amount: total - priced - included))
        return lines + (lost.map { [$0] } ?? [])
    }

    /// The sum; with the value of lost data only if the plan includes it.
    package var total: Money { .rounding(direct + reputation) }

    private var lostRevenue: Double { impact.hourlyRevenue.inMajorUnits * lostRevenueHours }

    private var operational: Double { impact.operationalCostPerHour.inMajorUnits * operationalHours }

    private var dataLoss: Double? { rpa.map { impact.worth(of: $0) } }

    private var compliance: Double {
        impact.compliancePenaltyPerDay.inMajorUnits * penalisedDays
    }

    /// Everything but reputation.
    private var direct: Double {
        lostRevenue + operational + compliance + (impact.includesDataLoss ? dataLoss ?? 0 : 0)
    }

    private var reputation: Double {
        switch impact.reputation {
        case .ofLostRevenue: impact.reputationMultiplier * lostRevenue
        case .totalTimes: (impact.reputationMultiplier - 1) * direct
        case .additional: impact.reputationMultiplier * direct
        }
    }

    /// The days that are penalised, by the plan's reading: those that began, those that ended, or all time.
    private var penalisedDays: Double {
        let penalised = penalised
        let day = Span.days(1).milliseconds
        switch impact.penalty {
        case .startedDay: return Double(Self.periods(covering: penalised))
        case .prorata: return penalised.reduce(0) { $0 + Double($1.span.milliseconds) / Double(day) }
        case .fullDay: return Double(penalised.reduce(0) { $0 + $1.span.milliseconds / day })
        }
    }

    /// What counts, in order and apart: all of each outage, or what is left of it when its recovery time has
    /// expired. What no service was away for too long is not penalised because another was away before it.
    private var penalised: [ServiceScore.Outage] {
        switch impact.penaltyFrom {
        case .onset: return ServiceScore.Outage.union(tierOneOutages)
        case .rto:
            guard let tierOneRTO else { return [] }
            return ServiceScore.Outage.union(
                tierOneOutages.map { ServiceScore.Outage(from: $0.from + tierOneRTO, to: $0.to) }
                    .filter { $0.from < $0.to })
        }
    }

    /// The periods of 24 hours that begin with what they cover: one that has begun covers all that follows
    /// within it.
    private static func periods(covering outages: [ServiceScore.Outage]) -> Int64 {
        let day = Span.days(1)
        var (count, covered): (Int64, Instant?) = (0, nil)
        for outage in outages {
            let from = max(outage.from, covered ?? outage.from)
            guard from < outage.to else { continue }
            let begun = (outage.to - from).milliseconds.dividedRoundingUp(by: day.milliseconds)
            (count, covered) = (count + begun, from + Span(milliseconds: begun * day.milliseconds))
        }
        return count
    }
}
