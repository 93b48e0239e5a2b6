import DRSimHarness
import DRSimPlan
import DRSimScoring
import DRSimUnits

/// The figures of a finding's effect in words, as every format shows them.
struct FindingText {
    let outcome: FindingResult.Outcome?

    /// The difference in recovery time of the service that differs most, `+3m 20s`.
    var time: String {
        guard let first = outcome?.effect?.services.first else { return nothing }
        return Self.signed(first.delta) ?? "\(first.verdictBefore.rawValue.spaced) → "
            + first.verdictAfter.rawValue.spaced
    }

    /// The service that differs most.
    var service: String { outcome?.effect?.services.first?.subject.name ?? nothing }

    /// The difference in the recovery point of the first store that differs.
    var data: String {
        guard let first = outcome?.effect?.stores.first else { return nothing }
        if let delta = Self.signed(first.delta) { return delta }
        // A store without an objective is lost without a verdict that says so.
        return [(first.before, first.verdictBefore), (first.after, first.verdictAfter)].map { span, verdict in
            verdict == .noTarget ? span?.description ?? "lost" : verdict.rawValue.spaced
        }.joined(separator: " → ")
    }

    /// The difference in money.
    var money: String {
        guard let effect = outcome?.effect else { return nothing }
        return (effect.money > .zero ? "+" : "") + effect.money.description
    }

    /// The verdicts that changed, and the counts that did.
    var verdicts: String {
        guard let effect = outcome?.effect else { return nothing }
        let changed = effect.services.filter { $0.verdictBefore != $0.verdictAfter }
        let kinds = changed.map { "\($0.verdictBefore.rawValue.spaced) → \($0.verdictAfter.rawValue.spaced)" }
        var lines: [String] = []
        for kind in kinds where !lines.contains(where: { $0.hasSuffix(kind) }) {
            lines.append("\(kinds.count { $0 == kind }) × \(kind)")
        }
        lines += effect.counts.map { "\($0.count.rawValue.spaced) \($0.before) → \($0.after)" }
        let onlyMetrics = lines.isEmpty && effect.services.isEmpty && effect.stores.isEmpty
        if onlyMetrics { lines = effect.metrics.map { "metric \($0.rawValue.spaced) moves" } }
        return lines.isEmpty ? nothing : lines.joined(separator: "; ")
    }

    /// The figures that moved, in a few words.
    var summary: String {
        guard outcome?.effect != nil else { return nothing }
        let moved = [("RTA", time), ("RPA", data)].filter { $0.1 != nothing }.map { "\($0.0) \($0.1)" }
        return moved.isEmpty ? verdicts : (moved + ["$ \(money)"]).joined(separator: ", ")
    }

    /// Everything that moved, in one line.
    func sentence(_ currency: String) -> String {
        if let reason { return reason }
        let service = service == nothing ? "" : " (\(service))"
        let figures = [
            ("ΔRTA", time + service), ("ΔRPA", data), ("Δ\(currency.isEmpty ? "money" : currency)", money),
        ].filter { !$0.1.hasPrefix(nothing) }.map { "\($0.0) \($0.1)" }
        return (figures + (verdicts == nothing ? [] : [verdicts])).joined(separator: " · ")
    }

    /// Why there is nothing to show; `nil` where there is.
    var reason: String? {
        switch outcome {
        case nil, .effect: nil
        case .idle(let reason): "no effect: \(reason ?? "no reason is given")"
        case .absent(let reason): reason
        }
    }

    private var nothing: String { "–" }

    private static func signed(_ span: Span?) -> String? {
        span.map { ($0 > .zero ? "+" : "") + $0.description }
    }
}
