import DRSimPlan
import DRSimScoring
import DRSimUnits

/// One run as a picture: a lane a service, its recovery cut into phases against its objective, the
/// milestones of the response across all lanes, and the numbered facts below.
struct TimelineFigure {
    let run: RunRecord
    let selection: TimelineSelection
    let palette: PhasePalette
    let axis: TimeAxis
    let onset: Instant
    let services: [ServiceScore]

    static let width = 1_000
    static let laneHeight = 24
    static let lanesTop = 64

    /// The picture of a run; `nil` of one in which nothing was unavailable.
    init?(_ run: RunRecord, selection: TimelineSelection) {
        let services = run.score.services.filter(\.isExercised)
        guard let onset = run.score.onset, !services.isEmpty else { return nil }
        (self.run, self.selection, self.onset, self.services) = (run, selection, onset, services)
        palette = PhasePalette(services)
        axis = Self.axis(run, services, onset, selection)
    }

    /// The picture with title and description, which say what it shows to those who do not see it.
    var svg: String {
        let height = factsTop + 20
        let root = XMLElement(
            "svg",
            [
                "viewBox": "0 0 \(Self.width) \(height)",
                "role": "img", "aria-labelledby": "timeline-title timeline-text",
            ],
            [
                XMLElement("title", ["id": "timeline-title"], text: title),
                XMLElement("desc", ["id": "timeline-text"], text: text), hatching,
            ] + grid + services.enumerated().flatMap(lane) + milestones + markers)
        return root.render()
    }

    private var title: String {
        "Recovery of \(services.count) services after \(run.provenance.scenario.title)"
    }

    private var text: String {
        services.map { service in
            "\(name(service)): \(outcome(service))"
        }.joined(separator: "; ")
    }

    var factsTop: Int { Self.lanesTop + services.count * Self.laneHeight + 40 }

    /// Long enough for every recovery and the first objective; of a run that never ends, no longer
    /// than its story. Where the first outage comes long after the onset, the axis begins shortly before it.
    private static func axis(
        _ run: RunRecord, _ services: [ServiceScore], _ onset: Instant, _ selection: TimelineSelection
    ) -> TimeAxis {
        let first = max(.zero, (services.compactMap(\.unavailableFrom).min() ?? onset) - onset)
        let whole = span(run, services, onset, from: .zero, selection)
        let rest = span(run, services, onset, from: first, selection)
        guard first > .minutes(10), first.milliseconds > rest.milliseconds / 2 else {
            return TimeAxis(left: 190, width: 560, span: whole)
        }
        let margin = Span(milliseconds: rest.milliseconds / 16)
        return TimeAxis(left: 190, width: 560, begin: first - margin, span: rest + margin)
    }

    private static func span(
        _ run: RunRecord, _ services: [ServiceScore], _ onset: Instant, from begin: Span,
        _ selection: TimelineSelection
    ) -> Span {
        let horizon = Instant.start + run.provenance.scenario.horizon - onset - begin
        let back = services.compactMap(\.restoredAt).map { $0 - onset - begin }.max() ?? .zero
        let objective = services.compactMap(\.rto).min() ?? .zero
        let shown = max(back, objective, .minutes(1))
        let story = selection.facts.map { $0.at - onset - begin }.filter { $0 <= shown * 2 }.max() ?? .zero
        let isOpen = services.contains { $0.restoredAt == nil }
        let length = max(shown, story).milliseconds
        let wanted = Span(milliseconds: length + length / (isOpen ? 4 : 16))
        return max(.seconds(1), min(wanted, max(horizon, .seconds(1))))
    }

    func name(_ service: ServiceScore) -> String {
        run.provenance.plan.title(of: .service, service.id.name)
    }

    /// `✓ met: 52m 10s of 1h`.
    func outcome(_ service: ServiceScore) -> String {
        let rto = service.rto.map(Words.objective)
        guard let rta = service.rta.map(Words.time) else {
            return service.verdict.words + (rto.map { ", RTO \($0)" } ?? "")
        }
        return "\(service.verdict.words): \(rta)" + (rto.map { " of \($0)" } ?? "")
    }
}
