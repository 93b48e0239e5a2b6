public import DRSimUnits

/// What a subsystem asks for while it handles one event: facts to put into the trace and events
/// to handle later.
///
/// A subsystem fills the effects it is handed and knows neither queue nor trace; whoever called it
/// carries them out, turning indices of facts into the trace's own numbers.
public struct Effects<Event: Sendable, Fact: Sendable>: Sendable {
    /// What became true, in the order in which it was recorded.
    public var facts: [Fact]
    /// What is to be handled later, in the order in which it was asked for.
    public var scheduled: [Scheduled]

    /// An event asked for, with the fact that caused it.
    public struct Scheduled: Sendable {
        /// What is to be handled.
        public let event: Event
        /// When it is to be handled.
        public let at: Instant
        /// The index in `facts` of its cause, the latest fact recorded before it was asked for;
        /// `nil` where there was none: its cause is then the cause of the event being handled.
        public let after: Int?

        /// Creates a request for an event.
        @inlinable
        public init(event: Event, at: Instant, after: Int?) {
            (self.event, self.at, self.after) = (event, at, after)
        }
    }

    /// Creates effects that ask for nothing.
    @inlinable
    public init() {
        (facts, scheduled) = ([], [])
    }

    /// Whether nothing was recorded and nothing was asked for.
    @inlinable
    public var isEmpty: Bool { facts.isEmpty && scheduled.isEmpty }

    /// Puts a fact into the trace, at the instant of the event being handled.
    @inlinable
    public mutating func record(_ fact: Fact) {
        facts.append(fact)
    }

    /// Asks for an event, caused by the latest fact recorded so far.
    @inlinable
    public mutating func schedule(_ event: Event, at instant: Instant) {
        let cause = facts.isEmpty ? nil : facts.count - 1
        scheduled.append(Scheduled(event: event, at: instant, after: cause))
    }
}
