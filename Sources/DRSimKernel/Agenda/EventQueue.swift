public import DRSimUnits

/// Events waiting for their instant, in the total order (instant, lane, entity, sequence).
///
/// The events lie in a slab and never move: the agenda sorts keys. Meant for small events without
/// references; a slot keeps its last event until the next one takes it. A copy is a queue of its
/// own, which is how a world is copied at an event boundary.
public struct EventQueue<Event> {
    @usableFromInline var agenda = Agenda()
    @usableFromInline var slab: [Event] = []

    /// Creates a queue in which nothing waits.
    @inlinable
    public init() {}

    /// The number of events waiting.
    @inlinable
    public var count: Int { agenda.count }

    /// Whether no event waits.
    @inlinable
    public var isEmpty: Bool { agenda.count == 0 }

    /// The instant of the event `popFirst` would return.
    @inlinable
    public var nextInstant: Instant? { agenda.first?.at }

    /// Lets an event wait until an instant, which must not lie before the last event popped.
    @inlinable
    public mutating func schedule(_ event: Event, at instant: Instant, order: EventOrder) {
        let slot = Int(agenda.insert(at: instant, order: order))
        if slot < slab.count { slab[slot] = event } else { slab.append(event) }
    }

    /// Takes out the first event in the total order; `nil` when none waits.
    @inlinable
    public mutating func popFirst() -> (at: Instant, order: EventOrder, event: Event)? {
        guard let key = agenda.first else { return nil }
        let event = slab[Int(key.token)]
        agenda.removeFirst()
        return (key.at, key.eventOrder, event)
    }
}

extension EventQueue: Sendable where Event: Sendable {}
