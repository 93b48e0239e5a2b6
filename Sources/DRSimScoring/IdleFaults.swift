import DRSimPlan
import DRSimTrace
import DRSimUnits

extension IdleFault {
    /// The faults of a scenario that broke nothing, in the order of the scenario.
    static func all(in trace: Trace, of scenario: Scenario) -> [IdleFault] {
        scenario.faults.compactMap { fault in
            let strikes = trace.facts.filter { $0.kind == .faultInjected && $0.entity == fault.id.name }
            if strikes.isEmpty {
                return fault.trigger.neverCame.map { IdleFault(id: fault.id, reason: $0) }
            }
            guard strikes.allSatisfy({ $0.number(.effective) == 0 }) else { return nil }
            return IdleFault(id: fault.id, reason: "found nothing to strike")
        }
    }
}

extension Fault.Trigger {
    /// Why a fault with this trigger did not strike; `nil` of one that comes again and again, which may well
    /// not come in one trial.
    fileprivate var neverCame: String? {
        switch self {
        case .at: "the trial ended before it"
        case .after(let kind, let entity?, _): "\(kind.rawValue) of \(entity) never came in time"
        case .after(let kind, nil, _): "\(kind.rawValue) never came in time"
        case .every: nil
        }
    }
}
