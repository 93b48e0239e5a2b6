import DRSimPlan
import DRSimTrace
import DRSimUnits

/// Scores the plan's success metrics in one trial, as far as the trial puts them to the test.
struct MetricScorer {
    let trace: Trace
    let plan: Plan
    let scenario: Scenario
    let milestones: Milestones
    let services: [ServiceScore]
    let stores: [StoreScore]
    let money: MoneyScore

    /// A figure, or why there is none.
    enum Reading {
        case value(MetricScore.Value)
        /// What was asked for had not come by the horizon, this long after it was called for.
        case overdue(Span)
        /// Decided and undecided cases: the figure may still be anything between.
        case between(Share, Share)
        case notExercised
    }

    /// Scores a metric.
    func score(_ metric: SuccessMetric) -> MetricScore {
        let reading = reading(of: metric.kind)
        switch reading {
        case .value(let value):
            return MetricScore(metric: metric, value: value, verdict: verdict(on: value, metric.target))
        case .overdue(let span):
            let verdict = verdict(on: .span(span), metric.target)
            return MetricScore(
                metric: metric, value: nil, verdict: verdict == .met ? .inconclusive : verdict)
        case .between(let least, let most):
            let verdicts = [least, most].map { verdict(on: .share($0), metric.target) }
            return MetricScore(
                metric: metric, value: .share(least),
                verdict: verdicts[0] == verdicts[1] ? verdicts[0] : .inconclusive)
        case .notExercised:
            return MetricScore(metric: metric, value: nil, verdict: .notExercised)
        }
    }

    private func verdict(on value: MetricScore.Value, _ target: SuccessMetric.Target) -> Verdict {
        switch (value, target) {
        case (.share(let share), .atLeast(let bound)): share >= bound ? .met : .missed
        case (.share(let share), .atMost(let bound)): share <= bound ? .met : .missed
        case (.span(let span), .within(let bound)): span <= bound ? .met : .missed
        default: .noTarget
        }
    }

    private func reading(of kind: SuccessMetric.Kind) -> Reading {
        switch kind {
        case .rto: attainment(promised.map(\.verdict))
        case .rpo: attainment(stores.map(\.verdict))
        case .backup: backupsCompleted
        case .verification: restoresProven
        case .detection: isExercised(tiers: 1...1) ? delay(of: milestones.alert) : .notExercised
        case .failover: automatedProcedures
        case .communication:
            isExercised(tiers: 1...Int.max) ? delay(of: milestones.communication) : .notExercised
        case .playbookAccuracy: playbookAccuracy
        case .availability: availability
        case .users: usersAffected
        case .revenue: revenueLost
        case .compliance: compliance
        }
    }
}

extension MetricScorer {
    /// Whether there is a true disaster that took away a service of one of these tiers.
    private func isExercised(tiers: ClosedRange<Int>) -> Bool {
        scenario.incidentClass != nil && services.contains { $0.isExercised && tiers.contains($0.tier) }
    }

    /// The share of objectives met among those put to the test.
    private func attainment(_ verdicts: [Verdict]) -> Reading {
        let decided = verdicts.count(where: \.isDecided)
        let open = verdicts.count { $0 == .inconclusive }
        let met = verdicts.count { $0 == .met }
        guard decided + open > 0 else { return .notExercised }
        let whole = Int64(decided + open)
        return .between(.ratio(Int64(met), of: whole), .ratio(Int64(met + open), of: whole))
    }

    /// The services that were promised a recovery time.
    var promised: [ServiceScore] { services.filter { $0.rto != nil } }

    /// From the onset to an instant.
    private func delay(of instant: Instant?) -> Reading {
        guard let onset = milestones.onset else { return .notExercised }
        return instant.map { .value(.span($0 - onset)) } ?? .overdue(trace.horizon - onset)
    }

    /// The commands with the intended effect among all.
    private var playbookAccuracy: Reading {
        let outcomes = trace.facts.compactMap { CommandOutcome($0) }
        guard !outcomes.isEmpty else { return .notExercised }
        return .value(.share(.ratio(Int64(outcomes.count(where: \.isEffective)), of: Int64(outcomes.count))))
    }

    /// The minutes Tier 1 services were available, in a year with no other disaster than the trial's.
    private var availability: Reading {
        let tierOne = services.filter { $0.tier == 1 }
        guard milestones.onset != nil, !tierOne.isEmpty else { return .notExercised }
        let down = tierOne.reduce(Span.zero) { $0 + $1.unavailable }
        let whole = years.milliseconds * Int64(tierOne.count)
        return .value(.share(.ratio(whole - down.milliseconds, of: whole)))
    }

    /// The largest share of any service's users that was left without it at once.
    private var usersAffected: Reading {
        guard milestones.onset != nil, let smallest = services.map(\.minimumShare).min() else {
            return .notExercised
        }
        return .value(.share(smallest.rest))
    }

    /// The year of 8 760 hours a trial stands for, or all its time where it runs longer.
    private var years: Span { max(.hours(8_760), trace.horizon - .start) }

    /// The revenue lost, in a year with no other disaster than the trial's.
    private var revenueLost: Reading {
        guard milestones.onset != nil, let lost = money.amount(of: .lostRevenue) else { return .notExercised }
        let hours = years.milliseconds / Span.hours(1).milliseconds
        let whole = plan.impact.hourlyRevenue.minorUnits * hours
        return whole > 0 ? .value(.share(.ratio(lost.minorUnits, of: whole))) : .notExercised
    }

    /// All or nothing: a trial is one incident.
    private var compliance: Reading {
        guard isExercised(tiers: 1...Int.max) else { return .notExercised }
        return .value(.share(money.amount(of: .compliance) == .zero ? .all : .none))
    }
}

extension Share {
    /// A part of a whole, rounded down to the millionth.
    static func ratio(_ part: Int64, of whole: Int64) -> Share {
        Share(partsPerMillion: Int64(Int128(part) * 1_000_000 / Int128(whole)))
    }
}
