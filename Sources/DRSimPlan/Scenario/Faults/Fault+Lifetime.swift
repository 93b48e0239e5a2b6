package import DRSimDocument
package import DRSimUnits

extension Fault {
    /// How long a fault stays.
    package enum Lifetime: Hashable, Sendable {
        /// It never ends by itself.
        case forever
        /// This long.
        case fixed(Span)
        /// As many seconds as are drawn, each time anew.
        case drawn(Distribution)
    }

    /// Creates a fault of a known duration; `nil` is for ever.
    package init(id: FaultID, kind: Kind, trigger: Trigger, duration: Span?, position: SourcePosition) {
        self.init(
            id: id, kind: kind, trigger: trigger, lifetime: duration.map { .fixed($0) } ?? .forever,
            position: position)
    }
}
