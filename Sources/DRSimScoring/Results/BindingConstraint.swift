package import DRSimUnits

/// The phase that took most of the recovery of the service that matters most of those that came back: what to
/// shorten first.
package struct BindingConstraint: Hashable, Sendable, CustomStringConvertible {
    /// The service.
    package var service: ServiceID
    /// What most of its recovery was spent on.
    package var phase: String
    /// How long that took.
    package var span: Span
    /// The whole recovery time.
    package var rta: Span

    /// Creates a constraint.
    package init(service: ServiceID, phase: String, span: Span, rta: Span) {
        (self.service, self.phase, self.span, self.rta) = (service, phase, span, rta)
    }

    /// The constraint in a sentence: `approval takes 31 of 60 min`.
    package var description: String {
        rta < .minutes(2)
            ? "\(phase) takes \(seconds(span)) of \(seconds(rta)) s"
            : "\(phase) takes \(minutes(span)) of \(minutes(rta)) min"
    }

    private func minutes(_ span: Span) -> Int64 { (span.milliseconds + 30_000) / 60_000 }

    private func seconds(_ span: Span) -> Int64 { (span.milliseconds + 500) / 1_000 }
}
