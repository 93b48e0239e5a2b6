import DRSimDocument
import DRSimHarness
import DRSimPlan
import DRSimTrace
import DRSimUnits
import DRSimWorld
import OrderedCollections

/// A trial of the repository's plan staged for one question: some faults, some hours.
struct Staged {
    var plan: Plan
    var faults: [Fault] = []
    var incidentClass: IncidentClassID?
    var horizon = Span.hours(3)
    var isControl = false

    /// Stages the plan at a level.
    init(_ overlay: String = "l3-named") throws {
        plan = try RepositoryFiles.plan(overlay)
    }

    /// The scenario that was staged; it starts on a Tuesday at 17:00 UTC.
    var scenario: Scenario {
        Scenario(
            id: "staged", title: "Staged", path: "staged.yaml", incidentClass: incidentClass,
            start: CalendarTime(year: 2026, month: 10, day: 13, hour: 17), horizon: horizon, seed: 1,
            faults: faults, expectations: [:])
    }

    /// Adds a fault from an instant on, for ever or for a while.
    mutating func strike(
        _ kind: Fault.Kind, at start: Span, for duration: Span? = nil, named name: String? = nil
    ) {
        add(kind, .at(.start + start), for: duration, named: name)
    }

    /// Adds a fault that waits for a fact.
    mutating func strike(
        _ kind: Fault.Kind, after fact: FactKind, of entity: String? = nil, delay: Span,
        for duration: Span? = nil, named name: String? = nil
    ) {
        add(kind, .after(fact, entity: entity, delay: delay), for: duration, named: name)
    }

    private mutating func add(
        _ kind: Fault.Kind, _ trigger: Fault.Trigger, for duration: Span?, named name: String?
    ) {
        let name = name ?? "fault_\(faults.count + 1)"
        faults.append(
            Fault(
                id: FaultID(name), kind: kind, trigger: trigger, duration: duration,
                position: SourcePosition(file: "staged.yaml", line: faults.count + 1, column: 1)))
    }

    /// The staged trial, ready to be run.
    var rehearsal: Rehearsal { Rehearsal(plan: plan, scenario: scenario, isControl: isControl) }

    /// Runs it.
    func run(seed: UInt64 = 1) -> TrialResult { rehearsal.run(seed: seed) }
}

extension Plan {
    /// Lets people take a disaster for one of another class this often, until they see it.
    mutating func letPeopleErr(chance: Double, corrected: Span) {
        people.conduct.misdeclaration = .init(chance: "chance", corrected: "corrected")
        let values = [
            ("chance", Assumption.Unit.number, chance), ("corrected", .seconds, corrected.inSeconds),
        ]
        assumptions += values.map { id, unit, value in
            Assumption(
                id: AssumptionID(id), title: id, distribution: .constant(value), unit: unit,
                source: "assumption", confidence: .estimate)
        }
    }
}

extension Trace {
    /// The facts of a kind, and of an entity if one is named.
    func all(_ kind: FactKind, of entity: String? = nil) -> [Fact] {
        facts.filter { $0.kind == kind && (entity == nil || $0.entity == entity) }
    }

    /// When the first fact of a kind at or after an instant became true.
    func first(_ kind: FactKind, of entity: String? = nil, from start: Span = .zero) -> Span? {
        all(kind, of: entity).first { $0.at >= .start + start }.map { $0.at - .start }
    }

    /// The share of a service's users served at an instant: all, until a segment says otherwise.
    func served(_ service: ServiceID, at time: Span) -> Share {
        let instant = Instant.start + time
        return served.last { $0.service == service && $0.from <= instant }?.share(at: instant) ?? .all
    }
}
