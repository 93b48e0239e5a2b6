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
            let instant = from + Span(milliseconds: Int64(index) * cell + cell / 2)
            guard let segment = segments.last(where: { $0.from <= instant }) else { return "█" }
            let share = segment.share(at: instant)
            if share >= .percent(95) { return Ink.good("█") }
            return share > .percent(5) ? Ink.doubtful("▒") : Ink.bad("·")
        }.joined()
    }

    private func pad(_ text: String, to width: Int) -> String {
        text + String(repeating: " ", count: max(0, width - text.count))
    }
}
