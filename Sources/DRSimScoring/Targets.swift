import DRSimPlan
import DRSimUnits

/// What a scenario's true class and the plan's tiers promise together, and how figures are held
/// against it.
struct Targets {
    private let plan: Plan
    private let incidentClass: Objectives?

    /// Takes the objectives of the scenario's true class, never of what the controller believes.
    init(_ plan: Plan, scenario: Scenario) {
        self.plan = plan
        incidentClass = scenario.incidentClass.flatMap { plan.incidentClass($0)?.objectives }
    }

    /// The stricter of a tier's and the class's objectives, figure by figure.
    ///
    /// Where nothing is truly wrong there is no class, and no target: an outage that a false alarm
    /// brought about is one too many, and must not count as an objective kept.
    func objectives(ofTier number: Int) -> Objectives {
        guard let incidentClass else { return Objectives(rto: nil, rpo: nil) }
        let tier = plan.tier(number)?.objectives
        return Objectives(
            rto: [tier?.rto, incidentClass.rto].compactMap(\.self).min(),
            rpo: RecoveryPointObjective.strictest(of: [tier?.rpo, incidentClass.rpo]))
    }
}

extension RecoveryPointObjective {
    /// The one that allows the least loss; missing ones promise nothing.
    static func strictest(of objectives: [Self?]) -> Self? {
        objectives.compactMap(\.self).min { $0.limit < $1.limit }
    }

    /// The largest loss that keeps the objective.
    private var limit: Span {
        switch self {
        case .span(let limit): limit
        case .pointInTime: .zero
        }
    }

    /// Whether a recovery point keeps the objective.
    func allows(_ loss: Span) -> Bool { loss <= limit }
}

extension Verdict {
    /// The verdict on a recovery time.
    init(recovery: Recovery?, target: Span?) {
        guard let recovery else {
            self = .notExercised
            return
        }
        if let time = recovery.time {
            self = target.map { time <= $0 ? .met : .missed } ?? .noTarget
        } else if let back = recovery.backUnproven {
            // It was back, and the horizon cut off the proof that it stayed; too late is too late even so.
            let time = back - recovery.unavailableFrom
            self = target.map { time <= $0 ? .inconclusive : .missed } ?? .noTarget
        } else {
            self = .unrecovered
        }
    }

    /// The verdict on a recovery point; `nil` is that of a store without a surviving copy.
    init(loss: Span?, target: RecoveryPointObjective?) {
        guard let loss else {
            self = .lost
            return
        }
        self = target.map { $0.allows(loss) ? .met : .missed } ?? .noTarget
    }

    /// The verdict on a loss that may have been smaller, where it may.
    func open(if isOpen: Bool) -> Verdict {
        isOpen && (self == .missed || self == .lost) ? .inconclusive : self
    }
}
