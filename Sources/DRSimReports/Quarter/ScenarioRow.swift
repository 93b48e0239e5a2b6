import DRSimScoring
import DRSimUnits

/// A scenario at every level at which it was rehearsed.
struct ScenarioRow {
    let title, incidentClass: String
    let cells: [Cell]

    /// What came of it at one level; empty where it was not rehearsed there.
    struct Cell {
        let recovery, data, cost, contract: ToneCell
        /// All of it in one line.
        let line: String

        init(_ rehearsal: Rehearsal?) {
            guard let rehearsal else {
                (recovery, data) = (ToneCell(Words.none, "open"), ToneCell(""))
                (cost, contract, line) = (ToneCell(""), ToneCell(""), Words.none)
                return
            }
            let outcomes = rehearsal.outcomes
            let times = ToneCell(outcomes.promised.map(\.verdict))
            let trials = rehearsal.trials.count
            recovery = ToneCell(
                (outcomes.isEmpty ? "nothing was down" : "RTO \(times.text)")
                    + (trials > 1 ? ", \(trials) trials" : ""), times.tone)
            let stores = rehearsal.storeVerdicts
            let worst = rehearsal.storesLost > 0 ? .lost : Verdict.worst(of: stores)
            data = ToneCell(stores.isEmpty ? "" : "data \(worst.words)", worst.tone)
            cost = ToneCell(Words.money(QuarterOverview.cost(rehearsal), rehearsal.currency))
            let lines = rehearsal.contract
            let held = lines.count(where: \.isHeld)
            contract = ToneCell(
                lines.isEmpty ? "" : "\(held == lines.count ? "✓" : "✗") \(held) of \(lines.count) expected",
                held == lines.count ? "good" : "bad")
            line = [recovery, data, cost, contract].map(\.text).filter { !$0.isEmpty }.joined(
                separator: " · ")
        }
    }

    /// The scenarios in the order in which they were first rehearsed.
    static func all(_ rehearsals: [Rehearsal]) -> [ScenarioRow] {
        let levels = Level.all(rehearsals)
        var seen: Set<String> = []
        let firsts = rehearsals.filter { seen.insert($0.provenance.scenario.sha256).inserted }
        return firsts.map { first in
            let hash = first.provenance.scenario.sha256
            let name = first.provenance.scenario.incidentClass?.name ?? "none (false alarm)"
            return ScenarioRow(
                title: first.title, incidentClass: Words.spaced(name),
                cells: levels.map { level in
                    Cell(level.rehearsals.first { $0.provenance.scenario.sha256 == hash })
                })
        }
    }
}

/// A question of its own: a value that was set for one run.
struct WhatIfRow {
    let scenario, level, recovery, data, cost, tone: String

    init(_ rehearsal: Rehearsal) {
        let cell = ScenarioRow.Cell(rehearsal)
        (scenario, level) = (rehearsal.title, rehearsal.level)
        (recovery, data, cost) = (cell.recovery.text, cell.data.text, cell.cost.text)
        tone = cell.recovery.tone
    }
}
