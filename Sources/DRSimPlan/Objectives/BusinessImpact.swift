package import DRSimUnits

/// What an outage costs, and which of the possible readings of the document's wording is used.
package struct BusinessImpact: Hashable, Sendable {
    /// ISO currency code.
    package var currency: String
    /// Revenue lost in an hour in which everything is down.
    package var hourlyRevenue: Money
    /// Operational cost of an hour in which a Tier 1 or 2 service is unavailable.
    package var operationalCostPerHour: Money
    /// Penalty of a day of Tier 1 outage.
    package var compliancePenaltyPerDay: Money
    /// Long-term cost of reputation.
    package var reputationMultiplier: Double
    /// When a day counts for the penalty.
    package var penalty: PenaltyReading
    /// From when the days are counted.
    package var penaltyFrom: PenaltyStart
    /// What the multiplier multiplies.
    package var reputation: ReputationReading
    /// Whether the value of lost data is part of the total.
    package var includesDataLoss: Bool

    /// When a day counts for the penalty.
    package enum PenaltyReading: String, CaseIterable, Sendable {
        /// Every period of 24 h that was started.
        case startedDay = "started_day"
        /// In proportion to the time.
        case prorata
        /// Every full period of 24 h.
        case fullDay = "full_day"
    }

    /// From when the penalty's days are counted.
    package enum PenaltyStart: String, CaseIterable, Sendable {
        /// From the expiry of the Tier 1 RTO.
        case rto
        /// From the first unavailable instant.
        case onset
    }

    /// What the reputation multiplier multiplies.
    package enum ReputationReading: String, CaseIterable, Sendable {
        /// Lost revenue times the multiplier.
        case ofLostRevenue = "of_lost_revenue"
        /// The sum of the other lines becomes the multiplier times itself.
        case totalTimes = "total_times"
        /// The multiplier times the sum of the other lines comes on top.
        case additional
    }

    /// Creates a business impact.
    package init(
        currency: String, hourlyRevenue: Money, operationalCostPerHour: Money,
        compliancePenaltyPerDay: Money, reputationMultiplier: Double, penalty: PenaltyReading,
        penaltyFrom: PenaltyStart, reputation: ReputationReading, includesDataLoss: Bool
    ) {
        (self.currency, self.hourlyRevenue) = (currency, hourlyRevenue)
        self.operationalCostPerHour = operationalCostPerHour
        self.compliancePenaltyPerDay = compliancePenaltyPerDay
        (self.reputationMultiplier, self.penalty) = (reputationMultiplier, penalty)
        (self.penaltyFrom, self.reputation) = (penaltyFrom, reputation)
        self.includesDataLoss = includesDataLoss
    }
}
