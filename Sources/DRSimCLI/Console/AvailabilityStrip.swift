import DRSimPlan
import DRSimTrace
import DRSimUnits

/// A row for each service: what its users got over time, from shortly before onset to the horizon.
struct AvailabilityStrip {
    let trace: Trace
    let services: [Service]
    let from: Instant
    let to: Instant
    /// The cells of a row, as many as the screen has room for, but no more than can be told apart.
    var width: Int { min(56, max(20, Screen.width - margin)) }

    private var margin: Int { (services.map(\.id.name.count).max() ?? 0) + 4 }

    /// The rows with a scale below; levels are told apart by signs, not by colour alone.
    var text: String {
        var lines = services.map { service in
            pad("  \(service.id)", to: margin) + row(of: service.id)
        }
        let scale = (to - from).brief
        lines.append(
            String(repeating: " ", count: margin)
                + Ink.quiet("0" + pad("", to: width - 1 - scale.count) + scale))
        lines.append(
            String(repeating: " ", count: margin) + Ink.quiet("█ served   ▒ degraded   · not served"))
        return lines.joined(separator: "\n")
    }

    private func row(of service: ServiceID) -> String {
        let segments = trace.served.filter { $0.service == service }
        let cell = max(1, (to - from).milliseconds / Int64(width))
        return (0..<width).map { index in
            let start = from + Span(milliseconds: Int64(index) * cell)
            let shares = shares(segments, from: start, to: start + Span(milliseconds: cell))
            guard let least = shares.min(), let most = shares.max() else { return "█" }
            // However short an outage is, its cell shows that something was not right.
            if least >= ServedSegment.threshold { return Ink.good("█") }
            return most > .percent(5) ? Ink.doubtful("▒") : Ink.bad("·")
        }.joined()
    }

    /// The shares at the turning points of a stretch of time.
    private func shares(_ segments: [ServedSegment], from start: Instant, to end: Instant) -> [Share] {
        segments.indices.flatMap { index -> [Share] in
            let segment = segments[index]
            let until = index + 1 < segments.count ? segments[index + 1].from : end
            let (first, last) = (max(segment.from, start), min(until, end))
            guard first < last else { return [] }
            return [segment.share(at: first), segment.share(at: last - Span(milliseconds: 1))]
        }
    }

    private func pad(_ text: String, to width: Int) -> String {
        text + String(repeating: " ", count: max(0, width - text.count))
    }
}
