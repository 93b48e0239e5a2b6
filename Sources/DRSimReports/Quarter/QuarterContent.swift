import DRSimScoring
import DRSimUnits

/// What the templates of a quarter's report name: words only, every figure already put into them.
struct QuarterContent {
    let quarter, period, generatedAt, toolVersion, summary, currency: String
    let tiles: [Tile]
    let scope: [Entry]
    let levels: [LevelContent]
    let scenarios: [ScenarioRow]
    let tierGroups: [TierGroup]
    let stores: [StoreRow]
    /// One, or none where nothing was unavailable.
    let worst: [WorstContent]
    let costs: [CostRow]
    let readings: [Entry]
    let metrics: [MetricRow]
    let detections: [DetectionContent]
    let verifications: [VerificationContent]
    let failures: [FailureRow]
    let assumptions: [AssumptionRow]
    let limits: [String]
    let replays: [ReplayRow]
    let evidence: [Entry]

    /// A figure in large type.
    struct Tile {
        let value, label, tone: String
    }

    /// A name and what is said of it.
    struct Entry {
        let name, text: String
    }

    init(_ report: QuarterReport) {
        let rehearsals = Rehearsal.all(of: report.runs)
        let overview = QuarterOverview(quarter: report.quarter, rehearsals: rehearsals)
        quarter = report.quarter.description
        period = "\(Self.day(report.quarter.start)) to \(Self.day(report.quarter.end + .days(-1)))"
        (generatedAt, toolVersion) = (report.generatedAt, report.toolVersion)
        (summary, tiles, scope) = (overview.summary, overview.tiles, overview.scope)
        currency = Words.list(rehearsals.map(\.currency))
        levels = LevelContent.all(rehearsals)
        scenarios = rehearsals.map(ScenarioRow.init)
        tierGroups = rehearsals.compactMap { TierGroup($0) }
        stores = rehearsals.flatMap(StoreRow.all)
        worst = WorstRun.of(rehearsals).flatMap { WorstContent($0) }.map { [$0] } ?? []
        costs = rehearsals.map(CostRow.init)
        readings = CostRow.readings(rehearsals)
        metrics = MetricRow.all(rehearsals)
        detections = DetectionContent.all(rehearsals)
        verifications = VerificationContent.all(rehearsals)
        failures = rehearsals.flatMap(FailureRow.all)
        assumptions = AssumptionRow.all(rehearsals)
        limits = Self.limits
        replays = rehearsals.map(ReplayRow.init)
        evidence = overview.evidence(report)
    }

    private static func day(_ moment: CalendarTime) -> String { String(moment.description.prefix(10)) }

    private static let limits = [
        "Every figure is simulated. None is evidence of an executed restore, switchover or test of people.",
        "Recovery times run from the first instant at which too few users were served, to the first ten "
            + "minutes that stay restored; what ended by itself is never credited to the plan.",
        "Scenarios are chosen, not drawn: shares over several scenarios say how many passed, not how "
            + "likely a disaster is. Intervals are 95% (Wilson; order statistics for percentiles) over "
            + "trials of one scenario and hold only as far as the assumptions do.",
        "No drill results are kept yet against which the model could be calibrated.",
    ]
}
