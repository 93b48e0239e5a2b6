package import DRSimPlan
package import DRSimTrace
package import DRSimUnits

/// A fact as a timeline shows it, with its number in the trace; the figures the scorer read of it
/// are left out.
package struct TimelineFact: Hashable, Sendable, Identifiable {
    /// The fact's number in its trace.
    package var id: FactID
    /// When it became true.
    package var at: Instant
    /// What became true.
    package var kind: FactKind
    /// What it is true of.
    package var entity: String
    /// The sentence.
    package var text: String
    /// The fact that brought it about.
    package var cause: FactID?
    /// Where it comes from.
    package var source: String?
    /// Who brought it about.
    package var actor: Fact.Actor
    /// What the time since the cause was spent on.
    package var phase: String

    /// Takes a fact out of its trace.
    package init(id: FactID, _ fact: Fact) {
        self.init(
            id: id, at: fact.at, kind: fact.kind, entity: fact.entity, text: fact.text,
            cause: fact.cause, source: fact.source, actor: fact.actor, phase: fact.phase)
    }

    /// Creates a fact.
    package init(
        id: FactID, at: Instant, kind: FactKind, entity: String, text: String, cause: FactID?,
        source: String?, actor: Fact.Actor, phase: String
    ) {
        (self.id, self.at, self.kind, self.entity, self.text) = (id, at, kind, entity, text)
        (self.cause, self.source, self.actor, self.phase) = (cause, source, actor, phase)
    }

    /// All facts of a trace.
    package static func all(of trace: Trace) -> [TimelineFact] {
        trace.facts.enumerated().map { TimelineFact(id: FactID($0.offset), $0.element) }
    }
}
