import DRSimPlan
import DRSimTrace
import DRSimUnits

/// The instants from which the figures of a trial are counted.
struct Milestones: Hashable {
    /// The first fault of the disaster.
    private(set) var onset: Instant?
    /// The first true alert or human report.
    private(set) var detection: Instant?
    /// The first approval or decision, or the controller's own where it asks nobody.
    private(set) var declaration: Instant?
    /// The first notice to stakeholders.
    private(set) var communication: Instant?
    /// The first disaster type the controller acted on.
    private(set) var disaster: DisasterType?

    /// Reads the instants off the facts, which are in order of time.
    init(_ trace: Trace, lineage: Lineage, plan: Plan, scenario: Scenario) {
        disaster = trace.facts.first { $0.kind == .disasterDetected }
            .flatMap { DisasterType(rawValue: $0.string(.disaster) ?? $0.entity) }
        let circumstances = scenario.faults.filter(\.kind.isCircumstance).map(\.id.name)
        guard let first = Self.firstFault(of: trace, besides: circumstances) else { return }
        let onset = first.at
        self.onset = onset
        let isMereCircumstance = circumstances.contains(first.entity)
        for (index, fact) in trace.facts.enumerated() where fact.at >= onset {
            // What a false alarm brought about, alert, decision or notice, is not about what is really wrong.
            let fault = lineage.fault(of: FactID(index))
            let isOfDisaster =
                fault.map { isMereCircumstance || !circumstances.contains($0.entity) } ?? false
            guard isOfDisaster else { continue }
            if detection == nil, Self.detects(fact, in: scenario) { detection = fact.at }
            if declaration == nil, Self.declares(fact, under: plan) { declaration = fact.at }
            if communication == nil, fact.kind == .stakeholdersNotified { communication = fact.at }
        }
    }

    /// The first fault that does damage. One that only keeps people or checks from telling the truth
    /// is a circumstance, and an onset only where there is nothing else.
    private static func firstFault(of trace: Trace, besides circumstances: [String]) -> Fact? {
        let faults = trace.facts.lazy.filter { $0.kind == .faultInjected }
        return faults.first { !circumstances.contains($0.entity) } ?? faults.first
    }

    /// Whether a fact tells somebody of the disaster. Where nothing is wrong, no alert is true.
    private static func detects(_ fact: Fact, in scenario: Scenario) -> Bool {
        switch fact.kind {
        case .alertSent: scenario.incidentClass != nil
        case .complaintsArrived, .damageNoticed: true
        default: false
        }
    }

    /// Whether a fact declares an incident. A procedure that asks for approval on its way has not
    /// declared anything by starting.
    private static func declares(_ fact: Fact, under plan: Plan) -> Bool {
        switch fact.kind {
        case .approvalGranted, .decisionMade: true
        case .procedureStarted: !(plan.runbook(RunbookID(fact.entity))?.asksForApproval ?? false)
        default: false
        }
    }
}

extension Runbook {
    /// Whether one of the steps is a question to a role.
    var asksForApproval: Bool {
        steps.contains { step in
            if case .approve = step.action { true } else { false }
        }
    }
}
