import DRSimScoring
import DRSimUnits

/// What the templates of a quarter's report name: words only, every figure already put into them.
struct QuarterContent {
    let quarter, period, generatedAt, madeAt, toolVersion, summary, currency: String
    /// The levels side by side: one, or none where nothing was rehearsed.
    let comparison: [LevelComparison]
    let extremes: [Entry]
    let advice: [String]
    let scope: [Entry]
    let levels: [LevelContent]
    let levelNames: [String]
    let scenarios: [ScenarioRow]
    /// One, or none where no value was set for a run.
    let whatIfs: [Group<WhatIfRow>]
    let tierGroups: [TierGroup]
    let stores: [StoreRow]
    /// What the table of stores leaves out, in words.
    let storesLeftOut: String
    let failbacks: [FailbackRow]
    /// One, or none where nothing was unavailable.
    let worst: [WorstContent]
    let costs: [CostRow]
    let costsLeftOut: String
    /// The title of the column of lost data; where a plan has these in the total its rows say so.
    let dataLossTitle: String
    let readings: [Entry]
    let metrics: [MetricRow]
    let detections: [DetectionContent]
    let verifications: [VerificationContent]
    let failures: [FailureRow]
    let assumptions: [AssumptionRow]
    let limits: [String]
    let replays: [ReplayRow]
    let evidence: [Entry]

    /// A name and what is said of it.
    struct Entry {
        let name, text: String
    }

    /// Rows that have a heading only where there are any.
    struct Group<Row> {
        let rows: [Row]
    }

    init(_ report: QuarterReport) {
        let current = CurrentRuns(report.runs)
        let all = Rehearsal.all(of: current.runs)
        let rehearsals = all.filter { !$0.isWhatIf }
        let overview = QuarterOverview(
            quarter: report.quarter, rehearsals: rehearsals, hasWhatIfs: all.count > rehearsals.count)
        quarter = report.quarter.description
        period = Self.period(of: report)
        (generatedAt, toolVersion) = (report.generatedAt, report.toolVersion)
        madeAt = Words.moment(report.generatedAt)
        (summary, scope) = (overview.summary, overview.scope)
        (extremes, advice) = (overview.extremes, Advice(rehearsals).sentences)
        comparison = rehearsals.isEmpty ? [] : [LevelComparison(rehearsals)]
        currency = Words.list(all.map(\.currency))
        levels = LevelContent.all(rehearsals)
        levelNames = levels.map(\.name)
        scenarios = ScenarioRow.all(rehearsals)
        let questions = all.filter(\.isWhatIf).map(WhatIfRow.init)
        whatIfs = questions.isEmpty ? [] : [Group(rows: questions)]
        tierGroups = rehearsals.compactMap { TierGroup($0) }
        let rows = rehearsals.flatMap(StoreRow.all)
        stores = rows.filter(\.isTelling)
        let tried = rehearsals.reduce(0) { $0 + $1.storeVerdicts.count }
        storesLeftOut =
            "\(Words.counted(tried - stores.count, "further result")) of stores lost nothing, lost as little "
            + "as the objective allows with nothing thrown away, or have no objective and a copy to go back "
            + "to, and are left out."
        failbacks = rehearsals.flatMap(FailbackRow.all)
        worst = WorstRun.of(rehearsals).flatMap { WorstContent($0) }.map { [$0] } ?? []
        let dear = CostRow.dearest(rehearsals)
        costs = dear.map(CostRow.init)
        let left = rehearsals.count - dear.count
        costsLeftOut =
            left == 0 ? "" : "\(Words.counted(left, "cheaper rehearsal")) stand in the list of scenarios."
        dataLossTitle = dear.contains(where: \.includesDataLoss) ? "Data loss" : "Not included: data loss"
        readings = CostRow.readings(rehearsals)
        metrics = MetricRow.all(rehearsals)
        detections = DetectionContent.all(rehearsals)
        verifications = VerificationContent.all(rehearsals)
        failures = rehearsals.flatMap(FailureRow.all)
        assumptions = AssumptionRow.all(rehearsals)
        limits = Self.limits
        replays = all.flatMap(ReplayRow.all)
        evidence = overview.evidence(report, superseded: current.superseded)
    }

    /// The quarter's days, and up to when they are reported where they are not over.
    private static func period(of report: QuarterReport) -> String {
        let last = day(report.quarter.end + .days(-1))
        let made = String(report.generatedAt.prefix(10))
        return "\(day(report.quarter.start)) to \(last)" + (made < last ? ", so far" : "")
    }

    private static func day(_ moment: CalendarTime) -> String { String(moment.description.prefix(10)) }

    private static let limits = [
        "Every figure is simulated. None is evidence of an executed restore, switchover or test of people.",
        "Recovery times run from the first instant at which too few users were served, to the first ten "
            + "minutes that stay restored; of several outages the worst is judged. What ended by itself is "
            + "never credited to the plan.",
        "An objective is a service or store in a scenario, and met if it was in every trial. Scenarios are "
            + "chosen, not drawn: shares over several scenarios say how many passed, not how likely a "
            + "disaster is. Intervals are 95% (Wilson; order statistics for percentiles) over trials of one "
            + "scenario and hold only as far as the assumptions do.",
        "No drill results are kept yet against which the model could be calibrated.",
    ]
}
