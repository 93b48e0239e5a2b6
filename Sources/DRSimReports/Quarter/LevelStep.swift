import DRSimScoring
import DRSimUnits

/// One level against another, on the scenarios both were put to.
struct LevelStep {
    private let names: [String]
    private let sides: [[Rehearsal]]
    private let missed: [Int]

    /// The step; `nil` where no scenario was put to both.
    init?(from: Level, to: Level) {
        let levels = [from, to]
        let scenarios = levels.map { Set($0.rehearsals.map(\.provenance.scenario.sha256)) }
        let common = scenarios[0].intersection(scenarios[1])
        guard from.name != to.name, !common.isEmpty else { return nil }
        names = levels.map(\.name)
        sides = levels.map { level in
            level.rehearsals.filter { common.contains($0.provenance.scenario.sha256) }
        }
        missed = sides.map { side in
            let (met, decided) = side.flatMap(\.outcomes).promised.map(\.verdict).tally
            return decided - met
        }
    }

    /// How many recovery times fewer are missed; a level that spares a service the outage misses none.
    var gain: Int { missed[0] - missed[1] }

    /// The step as something to do.
    var advice: String {
        let costs = sides.map { $0.reduce(Money.zero) { $0 + QuarterOverview.cost($1) } }
        let less = costs[0] - costs[1]
        let money = Words.money(less < .zero ? .zero - less : less, sides[1][0].currency)
        return "Bring the plan from level \(names[0]) to \(names[1]): on the "
            + "\(Words.counted(sides[1].count, "scenario")) that both were put to it misses \(missed[1]) "
            + "recovery times instead of \(missed[0]), and costs \(money) "
            + "\(less < .zero ? "more" : "less")."
    }
}
