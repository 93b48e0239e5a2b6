import DRSimPlan
import DRSimTrace
import DRSimUnits

/// The timeline of a trial: what became true, when from onset on, and where it comes from.
struct TimelineView {
    let trace: Trace
    let onset: Instant
    /// At most this many lines are shown; repetitions of the same line are folded first.
    var limit = 60
    /// Whether single nodes and pods are shown too.
    var showsAll = false

    /// The lines, each with its offset from onset.
    var text: String {
        var lines: [String] = []
        var (previous, repeats) = ("", 0)
        for fact in trace.facts where showsAll || Self.isShown(fact) {
            let body = "\(fact.text)  \(Ink.quiet("[\(fact.source ?? "scenario")]"))"
            if body == previous {
                repeats += 1
                continue
            }
            if repeats > 0 { lines.append(Self.repeated(repeats)) }
            (previous, repeats) = (body, 0)
            lines.append("  \(offset(of: fact))  \(Self.mark(fact)) \(body)")
        }
        if repeats > 0 { lines.append(Self.repeated(repeats)) }
        if lines.count > limit {
            let hidden = lines.count - limit
            lines = Array(lines.prefix(limit))
            lines.append(
                Ink.quiet("             … \(hidden) more lines: --trace shows all, --json has every fact"))
        }
        return lines.joined(separator: "\n")
    }

    private func offset(of fact: Fact) -> String {
        let span = fact.at - onset
        let text = span < .zero ? "\(span)" : "+\(span)"
        return String(repeating: " ", count: max(0, 12 - text.count)) + text
    }

    /// Single pods and nodes are left to `--trace`: their sum is what the service table shows.
    private static func isShown(_ fact: Fact) -> Bool {
        switch fact.kind {
        case .nodeLost, .podsLost, .podReady, .podEvicted, .nodeNotReady, .podUnschedulable, .nodeRequested,
            .rolloutStarted, .rolloutFinished:
            false
        default: true
        }
    }

    private static func repeated(_ count: Int) -> String {
        Ink.quiet("                 … \(count) more like this")
    }

    private static func mark(_ fact: Fact) -> String {
        switch fact.kind {
        case .faultInjected, .serviceUnavailable, .stepFailed, .procedureFailed, .splitBrainStarted,
            .policyViolated:
            Ink.bad("✗")
        case .serviceRestored, .procedureCompleted, .databaseWritable, .faultHealed: Ink.good("✓")
        case .approvalRequested, .paged, .stepStarted, .escalated: Ink.doubtful("…")
        default: " "
        }
    }
}
