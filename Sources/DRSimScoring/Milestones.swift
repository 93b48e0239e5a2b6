import DRSimPlan
import DRSimTrace
import DRSimUnits

/// The instants from which the figures of a trial are counted.
struct Milestones: Hashable {
    /// The strikes of faults that do harm, in order: each is a disaster.
    let strikes: [Strike]
    /// The first fault of the disaster.
    var onset: Instant? { strikes.first?.at }
    /// The first true alert or human report.
    private(set) var detection: Instant?
    /// The first true alert, whoever had noticed before.
    private(set) var alert: Instant?
    /// The first approval or decision, or the controller's own where it asks nobody.
    private(set) var declaration: Instant?
    /// The first notice to stakeholders.
    private(set) var communication: Instant?
    /// The first disaster type the controller acted on.
    private(set) var disaster: DisasterType?
    /// What each strike brought about itself.
    private var reactions: [FactID: Reaction] = [:]

    /// A strike of a fault.
    struct Strike: Hashable {
        let at: Instant
        let fault: FaultID
    }

    /// When one disaster of several was detected and declared.
    struct Reaction: Hashable {
        var detection: Instant?
        var declaration: Instant?
    }

    /// Reads the instants off the facts, which are in order of time.
    init(_ trace: Trace, lineage: Lineage, plan: Plan, scenario: Scenario) {
        disaster = trace.facts.first { $0.kind == .disasterDetected }
            .flatMap { DisasterType(rawValue: $0.string(.disaster) ?? $0.entity) }
        let circumstances = scenario.faults.filter(\.kind.isCircumstance).map(\.id.name)
        let harmful = Self.strikes(in: trace, besides: circumstances)
        strikes = harmful.map { Strike(at: $0.at, fault: FaultID($0.entity)) }
        guard let first = harmful.first else { return }
        let isMereCircumstance = circumstances.contains(first.entity)
        for (index, fact) in trace.facts.enumerated() where fact.at >= first.at {
            // What a false alarm brought about, alert, decision or notice, is not about what is really wrong.
            guard let strike = lineage.strike(behind: FactID(index)),
                isMereCircumstance || !circumstances.contains(trace[strike].entity)
            else { continue }
            if Self.detects(fact, in: scenario) {
                detection = detection ?? fact.at
                note(fact.at, \.detection, of: strike)
            }
            if Self.declares(fact, under: plan) {
                declaration = declaration ?? fact.at
                note(fact.at, \.declaration, of: strike)
            }
            if communication == nil, fact.kind == .stakeholdersNotified { communication = fact.at }
            if alert == nil, fact.kind == .alertSent, scenario.incidentClass != nil { alert = fact.at }
        }
    }

    private mutating func note(
        _ instant: Instant, _ moment: WritableKeyPath<Reaction, Instant?>, of strike: FactID
    ) {
        if reactions[strike]?[keyPath: moment] == nil {
            reactions[strike, default: Reaction()][keyPath: moment] = instant
        }
    }

    /// When the disaster that a strike is was detected and declared.
    func reaction(to strike: FactID?) -> Reaction { strike.flatMap { reactions[$0] } ?? Reaction() }

    /// The strikes of faults that do damage. One that only keeps people or checks from telling the truth
    /// is a circumstance, and counts only where there is nothing else.
    private static func strikes(in trace: Trace, besides circumstances: [String]) -> [Fact] {
        let strikes = trace.facts.filter { $0.kind == .faultInjected }
        let harmful = strikes.filter { !circumstances.contains($0.entity) }
        return harmful.isEmpty ? strikes : harmful
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
        case .procedureStarted: plan.runbook(RunbookID(fact.entity))?.questions.isEmpty ?? true
        default: false
        }
    }
}

extension Runbook {
    /// The steps that are questions to a role.
    var questions: [Step] {
        steps.filter { step in
            if case .approve = step.action { true } else { false }
        }
    }
}
