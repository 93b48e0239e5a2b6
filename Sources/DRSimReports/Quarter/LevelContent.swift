import DRSimPlan
import DRSimScoring
import DRSimUnits

/// The rehearsals of one variant of the plan.
struct Level {
    let name: String
    let rehearsals: [Rehearsal]

    /// The variants in the order in which they were rehearsed.
    static func all(_ rehearsals: [Rehearsal]) -> [Level] {
        var names: [String] = []
        for rehearsal in rehearsals where !names.contains(rehearsal.level) { names.append(rehearsal.level) }
        return names.map { name in Level(name: name, rehearsals: rehearsals.filter { $0.level == name }) }
    }

    var trials: [StoredRun] { rehearsals.flatMap(\.trials) }
    var outcomes: [Outcome] { rehearsals.flatMap(\.outcomes) }
}

/// The objectives of every service against what its rehearsals at one level of the plan came to.
struct LevelContent {
    let name: String
    let time, data: ObjectiveTable

    static func all(_ rehearsals: [Rehearsal]) -> [LevelContent] {
        Level.all(rehearsals).map { level in
            let outcomes = level.outcomes
            let plan = level.rehearsals[0].provenance.plan
            return LevelContent(
                name: level.name, time: ObjectiveTable(time: outcomes, plan),
                data: ObjectiveTable(data: outcomes, plan))
        }
    }
}

/// Services against objectives: how many scenarios kept each, and the worst figure with its scenario.
struct ObjectiveTable {
    let columns: [String]
    let rows: [Row]

    struct Row {
        let title, tier: String
        let cells: [ToneCell]
        let worst, scenario, tone, restoredBy: String
    }

    /// Recovery times by recovery-time objective.
    init(time outcomes: [Outcome], _ plan: PlanRecord) {
        let targets = Set(outcomes.compactMap(\.rto)).sorted()
        columns = targets.map(Words.objective)
        rows = Self.byService(outcomes, plan).map { outcomes in
            let worst = outcomes.max { Self.rank($0.verdict, $0.rta) < Self.rank($1.verdict, $1.rta) }
            return Row(
                outcomes, worst, plan,
                cells: targets.map { target in ToneCell(outcomes.filter { $0.rto == target }.map(\.verdict))
                },
                figure: worst.map { Words.recovery($0.rta, $0.verdict, $0.rto) }, verdict: worst?.verdict)
        }
    }

    /// Recovery points by recovery-point objective.
    init(data all: [Outcome], _ plan: PlanRecord) {
        let outcomes = all.filter { $0.rpoVerdict != .notExercised }
        var targets: [RecoveryPointObjective] = []
        for rpo in outcomes.compactMap(\.rpo) where !targets.contains(rpo) { targets.append(rpo) }
        targets.sort { Self.limit($0) < Self.limit($1) }
        columns = targets.map(Words.objective)
        rows = Self.byService(outcomes, plan).map { outcomes in
            let worst = outcomes.max { Self.rank($0.rpoVerdict, $0.rpa) < Self.rank($1.rpoVerdict, $1.rpa) }
            return Row(
                outcomes, worst, plan,
                cells: targets.map { target in
                    ToneCell(outcomes.filter { $0.rpo == target }.map(\.rpoVerdict))
                },
                figure: worst.map { Words.loss($0.rpa, $0.rpoVerdict, $0.rpo) }, verdict: worst?.rpoVerdict)
        }
    }

    /// The outcomes of each service, in the plan's order.
    private static func byService(_ outcomes: [Outcome], _ plan: PlanRecord) -> [[Outcome]] {
        plan.titles.filter { $0.kind == .service }.map { title in
            outcomes.filter { $0.service.name == title.id }
        }.filter { !$0.isEmpty }
    }

    /// By the verdict, then by the figure: what has none is longer than any.
    private static func rank(_ verdict: Verdict, _ figure: Span?) -> (Int, Span) {
        (Verdict.fromBest.firstIndex(of: verdict) ?? 0, figure ?? Span(milliseconds: .max))
    }

    private static func limit(_ rpo: RecoveryPointObjective) -> Span {
        switch rpo {
        case .span(let span): span
        case .pointInTime: .zero
        }
    }
}

extension ObjectiveTable.Row {
    fileprivate init(
        _ outcomes: [Outcome], _ worst: Outcome?, _ plan: PlanRecord, cells: [ToneCell], figure: String?,
        verdict: Verdict?
    ) {
        title = plan.title(of: .service, outcomes[0].service.name)
        tier = "\(outcomes[0].tier)"
        self.cells = cells
        (self.worst, scenario) = (figure ?? Words.none, worst?.scenario ?? "")
        tone = verdict?.tone ?? "open"
        restoredBy = Words.counts(outcomes.flatMap(\.restoredBy))
    }
}
