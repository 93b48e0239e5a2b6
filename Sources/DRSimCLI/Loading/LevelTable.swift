import DRSimFiles
import DRSimHarness
import DRSimPlan
import DRSimScoring
import DRSimUnits

/// Every scenario at every level: what a service's recovery took, what data was lost, what it cost.
struct LevelTable {
    /// The levels, in order.
    let levels: [String]
    /// The scenarios with their cells, in order of path.
    let rows: [Row]

    /// A scenario at all levels.
    struct Row: Sendable {
        let scenario: Scenario
        let cells: [Cell]
    }

    /// A scenario at a level.
    struct Cell: Hashable, Sendable {
        /// The slowest recovery of the most critical tier's services.
        let time: String
        /// The worst recovery point of what services need.
        let data: String
        let money: Money
    }

    /// Runs the scenarios of a folder at the levels of a plan: its overlays that stand in no folder.
    init(
        planFolder: String, scenarioFolder: String = ScenarioFiles.defaultFolder, seed: UInt64?,
        _ loader: inout Loader
    ) throws {
        let any = try loader.load(planFolder: planFolder, variant: PlanVariant())
        levels = any.knownOverlays.filter { !$0.contains("/") }
        let plans = try loader.load(planFolder: planFolder, eachOf: levels).map(\.plan)
        let files = try ScenarioFiles.all(of: [scenarioFolder])
        let scenarios = try loader.readAll(files).map(\.scenario)
        rows = try scenarios.map { try Self.row($0, plans, seed: seed) }
    }

    /// A scenario under several plans.
    static func row(_ scenario: Scenario, _ plans: [Plan], seed: UInt64?) throws(CommandFailure) -> Row {
        let scores = Rehearsal.scores(of: scenario, under: plans, seed: seed ?? scenario.seed)
        try scores.checkBooks(of: scenario.path)
        return Row(scenario: scenario, cells: scores.map { Cell($0) })
    }
}

extension LevelTable.Cell {
    /// What a trial comes to.
    init(_ score: TrialScore) {
        let tier = score.services.map(\.tier).min()
        let critical = score.services.filter { $0.tier == tier && $0.isExercised }
        if critical.isEmpty {
            time = "–"
        } else if critical.contains(where: { $0.rta == nil }) {
            time = "unrecovered"
        } else {
            time = critical.compactMap(\.rta).max().map(\.description) ?? "–"
        }
        data =
            switch score.dataLoss {
            case .untouched: "–"
            case .recoveryPoint(let span): span.description
            case .lost: "lost"
            }
        money = score.money.total
    }
}
