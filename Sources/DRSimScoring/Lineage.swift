import DRSimPlan
import DRSimTrace
import DRSimUnits

/// For each fact of a trace, the fact its chain of causes begins with, and the fault that is nearest in it.
struct Lineage {
    private let roots: [Int32]
    private let strikes: [FactID?]
    private let faults: [Fact?]

    /// Follows every chain once: causes come before what they cause.
    init(_ trace: Trace) {
        var (roots, strikes): ([Int32], [FactID?]) = ([], [])
        roots.reserveCapacity(trace.facts.count)
        strikes.reserveCapacity(trace.facts.count)
        for (index, fact) in trace.facts.enumerated() {
            if let cause = fact.cause {
                precondition(cause.index < index, "fact \(index) is caused by fact \(cause.index)")
                roots.append(roots[Int(cause.index)])
            } else {
                roots.append(Int32(index))
            }
            let isStrike = fact.kind == .faultInjected
            strikes.append(isStrike ? FactID(index) : fact.cause.flatMap { strikes[Int($0.index)] })
        }
        (self.roots, self.strikes) = (roots, strikes)
        faults = trace.facts.map { $0.actor == .fault ? $0 : nil }
    }

    /// The strike of a fault that led to a fact, the nearest of several; `nil` if none did.
    func strike(behind id: FactID) -> FactID? { strikes[Int(id.index)] }

    /// Whether a fault stands at the beginning of what led to this fact.
    func isOfDisaster(_ id: FactID?) -> Bool {
        id.map { faults[Int(roots[Int($0.index)])] != nil } ?? false
    }
}

extension Lineage {
    /// Whether a fact comes of an alarm that is false: of any where nothing is wrong at all, or else of a
    /// fault that only misleads the checks, if that is the nearest behind it.
    func isOfFalseAlarm(_ id: FactID, in trace: Trace, of scenario: Scenario) -> Bool {
        guard scenario.incidentClass != nil else { return true }
        guard let strike = strike(behind: id).map({ trace[$0].entity }) else { return false }
        return scenario.faults.contains { $0.id.name == strike && $0.kind.onlyMisleads }
    }
}

extension Fault.Kind {
    /// Whether nothing is wrong but what checks tell, so that what comes of it is a false alarm.
    var onlyMisleads: Bool {
        if case .monitoring = self { true } else { false }
    }
}
