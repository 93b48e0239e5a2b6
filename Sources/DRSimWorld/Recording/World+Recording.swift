import DRSimKernel
import DRSimPlan
import DRSimTrace
import DRSimUnits

/// What a narration says of something that happened; the world adds when and why.
struct Narrative {
    var kind: FactKind
    var entity: String
    var text: String
    var source: String
    var actor: Fact.Actor
    var phase: String
    var details: [Fact.Detail]

    init(
        _ kind: FactKind, _ entity: String, _ text: String, source: String, actor: Fact.Actor,
        phase: RecoveryPhase, details: [Fact.Detail] = []
    ) {
        (self.kind, self.entity, self.text, self.source) = (kind, entity, text, source)
        (self.actor, self.phase, self.details) = (actor, phase.rawValue, details)
    }

    /// The same of something that belongs to a step of a procedure.
    init(
        _ kind: FactKind, _ entity: String, _ text: String, source: String, actor: Fact.Actor, step: StepID,
        details: [Fact.Detail]
    ) {
        (self.kind, self.entity, self.text, self.source) = (kind, entity, text, source)
        (self.actor, self.phase, self.details) = (actor, RecoveryPhase.name(of: step), details)
    }
}

extension World {
    /// Puts a fact into the trace, caused by `cause`.
    @discardableResult
    mutating func record(_ narrative: Narrative, cause: FactID?) -> FactID {
        let id = trace.append(
            Fact(
                at: now, kind: narrative.kind, entity: narrative.entity, text: narrative.text,
                cause: cause, source: narrative.source, actor: narrative.actor,
                phase: narrative.phase, details: narrative.details))
        armFaults(after: id)
        return id
    }

    /// Puts an event into the agenda, caused by `cause`.
    mutating func schedule(_ action: WorldEvent.Action, at instant: Instant, cause: FactID?) {
        guard instant <= horizon else { return }
        queue.schedule(
            WorldEvent(cause: cause?.index ?? -1, action: action), at: instant, order: action.order)
    }
}

extension WorldEvent {
    /// The fact that caused the event.
    var causeID: FactID? { cause < 0 ? nil : FactID(Int(cause)) }
}
