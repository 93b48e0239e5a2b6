import DRSimPlan
import DRSimTrace
import DRSimUnits

extension IdleFault {
    /// The faults of a scenario that broke nothing, in the order of the scenario.
    static func all(in trace: Trace, of scenario: Scenario) -> [IdleFault] {
        scenario.faults.compactMap { fault in
            let strikes = trace.facts.filter { $0.kind == .faultInjected && $0.entity == fault.id.name }
            // One that comes again and again may well not come in one trial.
            if strikes.isEmpty, case .every = fault.trigger { return nil }
            if strikes.isEmpty { return IdleFault(id: fault.id, reason: fault.trigger.neverCame) }
            guard strikes.allSatisfy({ $0.number(.effective) == 0 }) else { return nil }
            return IdleFault(id: fault.id, reason: "found nothing to strike")
        }
    }
}

extension Fault.Trigger {
    /// Why a fault with this trigger did not strike.
    fileprivate var neverCame: String {
        switch self {
        case .at: "the trial ended before it"
        case .after(let kind, let entity?, _): "\(kind.rawValue) of \(entity) never came in time"
        case .after(let kind, nil, _): "\(kind.rawValue) never came in time"
        case .every: "its time did not come in this trial"
        }
    }
}
