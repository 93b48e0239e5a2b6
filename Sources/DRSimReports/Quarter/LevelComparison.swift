import DRSimScoring
import DRSimUnits

/// The levels of the plan side by side: a row a question, a column a level.
struct LevelComparison {
    let levels: [String]
    let rows: [Row]

    struct Row {
        let label: String
        let cells: [ToneCell]
    }

    init(_ rehearsals: [Rehearsal]) {
        let all = Level.all(rehearsals)
        levels = all.map(\.name)
        let questions: [(String, (Level) -> ToneCell)] = [
            ("Scenarios", { ToneCell($0.rehearsals.count.groupedByThousands) }),
            ("Recovery-time objectives met", { ToneCell($0.outcomes.promised.map(\.verdict)) }),
            (
                "Services not restored inside the horizon",
                { level in Self.count(level.outcomes.count { $0.verdict == .unrecovered }) }
            ),
            ("Data objectives of stores met", { ToneCell($0.rehearsals.flatMap(\.storeVerdicts)) }),
            (
                "Stores lost",
                { level in Self.count(level.rehearsals.reduce(0) { $0 + $1.storesLost }) }
            ),
            (
                "Scenarios with writes on both sides of a split brain",
                { level in Self.count(level.rehearsals.count { $0.most(\.splitBrain) > 0 }) }
            ),
            (
                "Scenarios whose data objective is met only by definition",
                { level in Self.count(level.rehearsals.count(where: \.isKeptByDefinitionOnly)) }
            ),
            ("Disasters acted on as what they are", Self.handled),
            ("Cost of all scenarios", Self.sum),
            ("Expectations that held in every trial", Self.contract),
        ]
        rows = all.isEmpty ? [] : questions.map { label, cell in Row(label: label, cells: all.map(cell)) }
    }

    private static func count(_ number: Int) -> ToneCell {
        ToneCell(number.groupedByThousands, number == 0 ? "good" : "bad")
    }

    private static func handled(_ level: Level) -> ToneCell {
        let right = level.rehearsals.count { rehearsal in
            rehearsal.trials.allSatisfy(\.record.score.handling.isActedRight)
        }
        let all = level.rehearsals.count
        return ToneCell(Words.hard("\(right) of \(all)"), right == all ? "good" : "bad")
    }

    private static func sum(_ level: Level) -> ToneCell {
        let sum = level.rehearsals.reduce(Money.zero) { $0 + QuarterOverview.cost($1) }
        return ToneCell(Words.hard(Words.money(sum, Words.list(level.rehearsals.map(\.currency)))))
    }

    private static func contract(_ level: Level) -> ToneCell {
        let lines = level.rehearsals.flatMap(\.contract)
        let held = lines.count(where: \.isHeld)
        guard !lines.isEmpty else { return ToneCell(Words.none, "open") }
        return ToneCell(Words.hard("\(held) of \(lines.count)"), held == lines.count ? "good" : "bad")
    }
}
