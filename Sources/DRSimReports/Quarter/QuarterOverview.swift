import DRSimScoring
import DRSimUnits

/// The first page: what was rehearsed, and in a few sentences what came of it.
struct QuarterOverview {
    let quarter: Quarter
    let rehearsals: [Rehearsal]
    /// Whether runs were made with values set by hand, which are no rehearsals.
    let hasWhatIfs: Bool

    private var runs: [StoredRun] { rehearsals.flatMap(\.trials) }
    private var services: [ServiceScore] { runs.flatMap(\.record.score.services) }
    private var levels: [Level] { Level.all(rehearsals) }

    /// The verdict for those who read one paragraph.
    var summary: String {
        guard !rehearsals.isEmpty else {
            return "No rehearsal was carried out in \(quarter)"
                + (hasWhatIfs ? ": only what-if runs were made; see What if." : ".")
        }
        return "In simulation. " + levels.map(sentence).joined(separator: " ")
    }

    private func sentence(_ level: Level) -> String {
        let (met, decided) = level.outcomes.promised.map(\.verdict).tally
        let open = level.outcomes.count { $0.verdict == .unrecovered }
        let recoveries = Words.counted(open, "recovery", "recoveries")
        let tail = open == 0 ? "" : "; \(recoveries) did not end inside the horizon"
        let scenarios = Words.counted(level.rehearsals.count, "scenario")
        let trials = Words.counted(level.trials.count, "trial")
        return "At level \(level.name), \(scenarios) (\(trials)) put "
            + "\(Words.counted(decided, "recovery-time objective")) to the test, and "
            + "\(met.groupedByThousands) of them \(met == 1 ? "was" : "were") met\(tail)."
    }

    /// The worst run and the dearest scenario, each named, since they need not be the same.
    var extremes: [QuarterContent.Entry] {
        var entries: [QuarterContent.Entry] = []
        if let (rehearsal, run) = WorstRun.of(rehearsals) {
            let score = run.record.score
            let parts = [
                Words.counted(score.services.count { $0.verdict == .unrecovered }, "service")
                    + " not restored",
                Words.counted(score.stores.count(where: \.isLost), "store") + " lost",
                Words.money(score.money.total, score.money.currency),
            ]
            entries.append(
                .init(
                    name: "The worst run",
                    text: "\(rehearsal.title), at \(rehearsal.level): " + parts.joined(separator: ", ")))
        }
        let dearest = rehearsals.max { Self.cost($0) < Self.cost($1) }
        if let dearest, Self.cost(dearest) > .zero {
            let amount = Words.money(Self.cost(dearest), dearest.currency)
            entries.append(
                .init(
                    name: "The dearest scenario",
                    text: "\(dearest.title), at \(dearest.level): \(amount), median of its trials"))
        }
        return entries
    }

    static func cost(_ rehearsal: Rehearsal) -> Money { rehearsal.median { $0.total } ?? .zero }

    /// What was rehearsed and what was not.
    var scope: [QuarterContent.Entry] {
        guard !rehearsals.isEmpty else { return [] }
        let exercised = Set(services.filter(\.isExercised).map(\.id))
        let all = Set(services.map(\.id))
        let classes = rehearsals.map { $0.provenance.scenario.incidentClass?.name ?? "none (false alarm)" }
        let untouched = rehearsals.flatMap { $0.trials.prefix(1) }.flatMap { run in
            run.record.score.services.filter { !exercised.contains($0.id) }.map {
                run.record.provenance.plan.title(of: .service, $0.id.name)
            }
        }
        return [
            .init(name: "Plan", text: Words.list(rehearsals.map(\.provenance.plan.title))),
            .init(name: "Levels of the plan", text: Words.list(rehearsals.map(\.level))),
            .init(name: "Incident classes", text: Words.list(classes.map(Words.spaced))),
            .init(name: "Services put to the test", text: "\(exercised.count) of \(all.count)"),
            .init(name: "Services never touched", text: Words.list(untouched)),
            .init(name: "Kind of test", text: "Discrete-event simulation; no production system took part"),
        ]
    }

    /// What identifies the report and what it was made from.
    func evidence(_ report: QuarterReport, superseded: Int) -> [QuarterContent.Entry] {
        var entries = rehearsals.map { rehearsal in
            QuarterContent.Entry(
                name: "Plan \(rehearsal.provenance.plan.id), \(rehearsal.level)",
                text: "sha256 \(rehearsal.provenance.plan.sha256)")
        }.reduce(into: [QuarterContent.Entry]()) { unique, entry in
            if !unique.contains(where: { $0.name == entry.name && $0.text == entry.text }) {
                unique.append(entry)
            }
        }
        let provenances = rehearsals.map(\.provenance)
        entries += [
            .init(name: "Simulated by", text: "drsim " + Words.list(provenances.map(\.toolVersion))),
            .init(name: "Model", text: "version " + Words.list(provenances.map { "\($0.modelVersion)" })),
            .init(name: "Store head", text: report.head?.description ?? Words.none),
            .init(name: "Report", text: "\(quarter), drsim \(report.toolVersion), \(report.generatedAt)"),
        ]
        if superseded > 0 {
            let text = "\(Words.counted(superseded, "run")) of an older plan, scenario or model"
            entries.append(.init(name: "Superseded", text: text))
        }
        return entries
    }
}
