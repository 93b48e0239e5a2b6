import DRSimDocument
import DRSimPlan
import DRSimUnits

/// Whether an assumption is what those take it for who read it.
struct AssumptionCheck {
    private let assumption: Assumption
    private let node: DocumentNode

    init(_ assumption: Assumption, _ node: DocumentNode) {
        (self.assumption, self.node) = (assumption, node)
    }

    /// What does not fit.
    func diagnostics(for uses: [AssumptionUse]) -> [Diagnostic] {
        guard let use = uses.first(where: { $0.measure.unit != assumption.unit }) else {
            return variation ?? uses.flatMap { outliers(of: $0.measure) }
        }
        let message =
            "`\(assumption.id)` is in \(assumption.unit.rawValue), but \(use.user) it in "
            + use.measure.unit.rawValue
        let notes = use.position.map { [Diagnostic.Note("it is named here", at: $0)] } ?? []
        return [error(.invalidValue, message, at: node["unit"], notes: notes)]
    }

    /// Numbers that no such measure can have.
    private func outliers(of measure: AssumptionMeasure) -> [Diagnostic] {
        parameters(of: assumption.distribution, at: node["distribution"]).compactMap { value, isBound, node in
            guard measure.range.contains(value) else {
                let text = node?.scalar?.text ?? "\(value)"
                return error(
                    .outOfRange, "`\(text)` is out of range: `\(assumption.id)` is \(measure.words)", at: node
                )
            }
            guard !isBound, measure.isPartOfOne else { return nil }
            return error(
                .outOfRange, "`\(assumption.id)` is \(measure.words), and these draws have no upper bound",
                at: node, help: "write a `constant`, a `uniform` or a `triangular` distribution")
        }
    }

    /// One figure where only one will do.
    private var variation: [Diagnostic]? {
        guard AssumptionName(rawValue: assumption.id.name)?.isConstant == true else { return nil }
        if case .constant = assumption.distribution { return nil }
        let distribution = node["distribution"]
        return [
            error(
                .invalidValue, "`\(assumption.id)` must be a constant",
                at: Distribution.shapes.lazy.compactMap { distribution?[$0] }.first { !$0.isNull },
                help: "write it like `{constant: …}`")
        ]
    }

    private func error(
        _ code: Diagnostic.Code, _ message: String, at place: DocumentNode?, help: String? = nil,
        notes: [Diagnostic.Note] = []
    ) -> Diagnostic {
        let place = place ?? node
        return Diagnostic(
            code, message, at: place.position, length: place.width, help: help, notes: notes)
    }

    /// The numbers of a distribution where they stand, and whether one bounds what is drawn.
    private func parameters(
        of distribution: Distribution, at node: DocumentNode?
    ) -> [(value: Double, isBound: Bool, node: DocumentNode?)] {
        switch distribution {
        case .constant(let value): return [(value, true, node?["constant"])]
        case .uniform(let low, let high):
            let node = node?["uniform"]
            return [(low, true, node?["low"]), (high, true, node?["high"])]
        case .exponential(let mean): return [(mean, false, node?["exponential"]?["mean"])]
        case .lognormal(let median, let high):
            let node = node?["lognormal"]
            return [(median, true, node?["p50"]), (high, high == median, node?["p95"])]
        case .triangular(let low, let mode, let high):
            let node = node?["triangular"]
            return [(low, true, node?["low"]), (mode, true, node?["mode"]), (high, true, node?["high"])]
        case .mixture(let components):
            let parts = node?["mixture"]?.items ?? []
            return zip(components, parts).flatMap {
                parameters(of: $0.distribution, at: $1["distribution"])
            }
        }
    }
}
