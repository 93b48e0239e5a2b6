import DRSimPlan
import DRSimTrace
import DRSimUnits

/// Reads off a trace what a disaster was taken for and what was done about it.
///
/// What a fault that only keeps checks or people from telling the truth brings about is no handling of a
/// disaster that stands beside it: it counts as a false alarm.
struct HandlingReader {
    private let trace: Trace
    private let plan: Plan
    private let scenario: Scenario
    private let lineage: Lineage

    /// Reads a trace whose causes were followed already.
    init(trace: Trace, lineage: Lineage, plan: Plan, scenario: Scenario) {
        (self.trace, self.lineage, self.plan, self.scenario) = (trace, lineage, plan, scenario)
    }

    /// The handling of the scenario's disaster, or of its false alarm.
    func handling() -> Handling {
        var handling = Handling(truth: scenario.incidentClass)
        let facts = trace.facts.enumerated().map { (fact: $1, isFalse: isOfFalseAlarm(FactID($0))) }
        let own = facts.filter { scenario.incidentClass == nil || !$0.isFalse }.map(\.fact)
        for fact in own {
            guard let (label, judge) = judgement(fact) else { continue }
            (handling.taken, handling.takenBy) = (label, judge)
            // Who finds nothing may be corrected by who looks later.
            if label != .nothing { break }
        }
        handling.acted = own.lazy.compactMap(action).first ?? .nothing
        handling.falseAlarms = occasions { $0.kind == .disasterDetected }
        handling.falseActions = occasions { action($0) != nil }
        if scenario.faults.contains(where: \.isRecurringAlarm) { handling.watched = trace.horizon - .start }
        return handling
    }

    /// What a fact takes the disaster for.
    private func judgement(_ fact: Fact) -> (Handling.Label, Handling.Judge)? {
        switch fact.kind {
        case .disasterDetected:
            guard let type = DisasterType(rawValue: fact.string(.disaster) ?? fact.entity) else { return nil }
            return (label(of: type), .controller)
        case .decisionMade:
            let declared = fact.string(.incidentClass).map { IncidentClassID($0) }
            return declared.map { (.incidentClass($0), .people) }
        case .incidentClosed: return (.nothing, .people)
        default: return nil
        }
    }

    private func label(of type: DisasterType) -> Handling.Label {
        let response = plan.controller.responses.first { $0.disaster == type }
        return response?.incidentClass.map { .incidentClass($0) } ?? .unmapped(type)
    }

    /// What a step is for that does something: one that runs a command or waits for what it looks at. Where
    /// several classes have its procedure, it is for the true one.
    private func action(_ fact: Fact) -> Handling.Label? {
        guard fact.kind == .stepStarted, let name = fact.string(.runbook) else { return nil }
        let id = RunbookID(name)
        let step = plan.runbook(id)?.steps.first { $0.id.name == fact.entity }
        switch step?.action {
        case .run, .verify: return label(of: id)
        case .call, .wait, .approve, .notify, nil: return nil
        }
    }

    private func label(of runbook: RunbookID) -> Handling.Label {
        let named = plan.incidentClasses.filter { $0.procedures.contains(runbook) }.map(\.id)
        let beside = plan.people.playbooks.filter { $0.runbook == runbook }.map(\.incidentClass)
        let responses = plan.controller.responses.filter { $0.runbook == runbook }
        let classes = responses.compactMap(\.incidentClass) + named + beside
        if let truth = scenario.incidentClass, classes.contains(truth) { return .incidentClass(truth) }
        if let first = classes.first { return .incidentClass(first) }
        return responses.first.map { .unmapped($0.disaster) } ?? .procedure(runbook)
    }
}

// MARK: False alarms

extension HandlingReader {
    /// On how many occasions something of a kind came of an alarm that was false: strikes of a fault where
    /// nothing is wrong, or of one that only misleads.
    private func occasions(_ isWanted: (Fact) -> Bool) -> Int64 {
        var occasions: [FactID] = []
        for (index, fact) in trace.facts.enumerated() where isWanted(fact) {
            guard isOfFalseAlarm(FactID(index)),
                let strike = lineage.strike(behind: FactID(index)), !occasions.contains(strike)
            else { continue }
            occasions.append(strike)
        }
        return Int64(occasions.count)
    }

    private func isOfFalseAlarm(_ id: FactID) -> Bool {
        lineage.isOfFalseAlarm(id, in: trace, of: scenario)
    }
}

extension Fault {
    /// Whether it is a false alarm that comes again and again.
    fileprivate var isRecurringAlarm: Bool {
        if case .every = trigger { kind.onlyMisleads } else { false }
    }
}
