import DRSimUnits

extension BindingConstraint {
    /// Finds the constraint of a trial: the longest phase of the service of the most critical tier
    /// that came back, which missed its objective by most, or, where none missed it, was the slowest.
    init?(_ services: [ServiceScore]) {
        let restored = services.filter { $0.rta != nil && !$0.phases.isEmpty }
        guard let tier = restored.map(\.tier).min() else { return nil }
        let worst = restored.filter { $0.tier == tier }.max { Self.badness(of: $0) < Self.badness(of: $1) }
        guard let worst, let rta = worst.rta,
            let longest = worst.phases.max(by: { $0.span < $1.span })
        else { return nil }
        self.init(service: worst.id, phase: longest.name, span: longest.span, rta: rta)
    }

    /// Orders services: by the excess over the objective, and below all of these by slowness.
    private static func badness(of service: ServiceScore) -> (Span, Span) {
        let rta = service.rta ?? .zero
        let excess = service.verdict == .missed ? service.rto.map { rta - $0 } : nil
        return (excess ?? .zero, rta)
    }
}
