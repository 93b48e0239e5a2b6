import DRSimPlan
import DRSimScoring
import DRSimUnits

/// What a rehearsal's disaster costs, line by line.
struct CostRow {
    let scenario, level, lostRevenue, operational, compliance, reputation, total, dataLoss: String
    let control, saved: String

    init(_ rehearsal: Rehearsal) {
        func line(_ name: MoneyLine.Name) -> String {
            rehearsal.median { $0.amount(of: name) }?.description ?? Words.none
        }
        (scenario, level) = (rehearsal.provenance.scenario.title, rehearsal.level)
        (lostRevenue, operational) = (line(.lostRevenue), line(.operational))
        (compliance, reputation) = (line(.compliance), line(.reputation))
        total = rehearsal.median { $0.total }?.description ?? Words.none
        dataLoss = Self.dataLoss(rehearsal)
        control = rehearsal.controlTotal?.description ?? Words.none
        saved = rehearsal.saved?.description ?? Words.none
    }

    /// What lost data were worth, marked where the plan has it in the total, and the worst verdict on it; a
    /// store that is lost has no price, nor has what nobody knows.
    private static func dataLoss(_ rehearsal: Rehearsal) -> String {
        let moneys = rehearsal.trials.map(\.record.score.money)
        let verdict = Verdict.worst(of: moneys.map(\.dataLossVerdict))
        let unpriced = moneys.filter { $0.amount(of: .dataLoss) == nil }
        let worst = unpriced.first { $0.dataLossVerdict == .lost } ?? unpriced.first
        let amount = rehearsal.median { $0.amount(of: .dataLoss) }?.description ?? Words.none
        let words = verdict == .lost || verdict == .notExercised ? "" : " \(verdict.words)"
        return (rehearsal.includesDataLoss ? "in the total: " : "") + (worst?.dataLossText ?? amount)
            + words
    }

    /// The dearest rehearsals of each level, the dearest first: ten say where the money goes.
    static func dearest(_ rehearsals: [Rehearsal], limit: Int = 10) -> [Rehearsal] {
        Level.all(rehearsals).flatMap { level in
            level.rehearsals.sorted { QuarterOverview.cost($0) > QuarterOverview.cost($1) }.prefix(limit)
        }
    }

    /// The readings of the plan's wording that the amounts rest on.
    static func readings(_ rehearsals: [Rehearsal]) -> [QuarterContent.Entry] {
        var entries: [QuarterContent.Entry] = []
        for reading in rehearsals.flatMap(\.trials).flatMap(\.record.score.money.readings) {
            let entry = QuarterContent.Entry(
                name: Words.spaced(reading.name), text: Words.spaced(reading.value))
            if !entries.contains(where: { $0.name == entry.name && $0.text == entry.text }) {
                entries.append(entry)
            }
        }
        return entries
    }
}
