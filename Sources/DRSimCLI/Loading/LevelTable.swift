import DRSimFiles
import DRSimHarness
import DRSimPlan
import DRSimScoring
import DRSimUnits
import OrderedCollections

/// Every scenario at every level: what a service's recovery took, what data was lost, what it cost.
struct LevelTable {
    /// The levels of the ladder, in order.
    let levels: [String]
    /// The scenarios with a cell for each level, in order of path.
    let rows: [Row]
    /// What else scenarios have expectations of: plans that differ from a level in one thing.
    let variants: [Variant]

    /// A scenario under a plan beside the ladder.
    struct Variant: Sendable {
        let scenario: Scenario
        let overlay: String
        let cell: Cell
    }

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

    /// Runs the scenarios of a folder at the levels of a ladder, and at what else they have expectations of.
    init(
        planFolder: String, ladder: [String], scenarioFolder: String = ScenarioFiles.defaultFolder,
        seed: UInt64?, _ loader: inout Loader
    ) throws {
        levels = ladder
        let files = try ScenarioFiles.all(of: [scenarioFolder])
        let scenarios = try loader.readAll(files).map(\.scenario)
        let plans = try loader.load(planFolder: planFolder, eachOf: ladder).map(\.plan)
        rows = try scenarios.map {
            Row(scenario: $0, cells: try Self.cells(of: $0, plans, seed: seed))
        }
        variants = try scenarios.flatMap { scenario in
            let others = Array(scenario.expectations.keys)
                .filter { !ladder.contains($0) && $0 != Scenario.asWritten }
            let plans = try loader.load(planFolder: planFolder, eachOf: others).map(\.plan)
            return zip(others, try Self.cells(of: scenario, plans, seed: seed)).map {
                Variant(scenario: scenario, overlay: $0, cell: $1)
            }
        }
    }

    /// What a scenario comes to under each of several plans, unless the user interrupts.
    static func cells(of scenario: Scenario, _ plans: [Plan], seed: UInt64?) throws -> [Cell] {
        try Interruption.check("not every scenario was tried, and nothing is kept")
        let scores = Rehearsal.scores(of: scenario, under: plans, seed: seed ?? scenario.seed)
        try scores.checkBooks(of: scenario.path)
        return scores.map { Cell($0) }
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
        data = score.dataLoss.words
        money = score.money.total
    }
}
