import DRSimScoring
import DRSimUnits

/// The first page: what was rehearsed, and in a sentence what came of it.
struct QuarterOverview {
    let quarter: Quarter
    let rehearsals: [Rehearsal]

    private var runs: [StoredRun] { rehearsals.flatMap(\.trials) }
    private var scenarioCount: Int { Set(rehearsals.map(\.provenance.scenario.sha256)).count }
    private var services: [ServiceScore] { runs.flatMap(\.record.score.services) }

    /// One sentence for those who read one.
    var summary: String {
        guard !rehearsals.isEmpty else { return "No rehearsal was carried out in \(quarter)." }
        let decided = services.filter(\.verdict.isDecided)
        let met = decided.count { $0.verdict == .met }
        let open = decided.count { $0.verdict == .unrecovered }
        let recoveries = counted(open, "recovery", "recoveries")
        let tail = open == 0 ? "" : " \(recoveries) did not end inside the horizon."
        return "In simulation, \(counted(scenarioCount, "scenario")) "
            + "(\(counted(runs.count, "trial"))) put \(counted(decided.count, "recovery-time objective")) "
            + "to the test; \(met) of them were met.\(tail)"
    }

    /// The figures in large type: objectives by level, data, cost, contract.
    var tiles: [QuarterContent.Tile] {
        guard !rehearsals.isEmpty else { return [] }
        let stores = runs.flatMap(\.record.score.stores)
        return levelTiles + [
            tile(stores.map(\.verdict), "data objectives met"), costTile, expectationTile,
        ]
    }

    private var levelTiles: [QuarterContent.Tile] {
        LevelContent.names(rehearsals).prefix(3).map { level in
            let runs = rehearsals.filter { $0.level == level }.flatMap(\.trials)
            return tile(
                runs.flatMap(\.record.score.services).map(\.verdict), "recovery objectives met, \(level)")
        }
    }

    private func tile(_ verdicts: [Verdict], _ label: String) -> QuarterContent.Tile {
        let decided = verdicts.filter(\.isDecided)
        let met = decided.count { $0 == .met }
        guard !decided.isEmpty else { return .init(value: Words.none, label: label, tone: "open") }
        return .init(
            value: "\(met) of \(decided.count)", label: label, tone: met == decided.count ? "good" : "bad")
    }

    private var costTile: QuarterContent.Tile {
        let dearest = runs.map(\.record.score.money).max { $0.total < $1.total }
        let value = dearest.map { Words.money($0.total, $0.currency) } ?? Words.none
        return .init(value: value, label: "highest simulated cost of a run", tone: "open")
    }

    private var expectationTile: QuarterContent.Tile {
        let results = runs.flatMap(\.record.expectations)
        let held = results.count { $0.held }
        return .init(
            value: "\(held) of \(results.count)", label: "scenario expectations held",
            tone: held == results.count ? "good" : "bad")
    }

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
    func evidence(_ report: QuarterReport) -> [QuarterContent.Entry] {
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
        return entries
    }

    private func counted(_ number: Int, _ word: String, _ several: String? = nil) -> String {
        "\(number.groupedByThousands) \(number == 1 ? word : several ?? word + "s")"
    }
}
