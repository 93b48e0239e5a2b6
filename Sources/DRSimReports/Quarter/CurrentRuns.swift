import DRSimScoring

/// The runs of a quarter that still hold: of each scenario at each level those of the plan, the scenario and
/// the model it was last run with. What came of an older one is superseded.
struct CurrentRuns {
    /// Those that hold, in the order in which they were kept.
    let runs: [StoredRun]
    /// How many do not.
    let superseded: Int

    init(_ all: [StoredRun]) {
        var last: [Question: RunVersion] = [:]
        for run in all { last[Question(run.record.provenance)] = RunVersion(run.record.provenance) }
        runs = all.filter { last[Question($0.record.provenance)] == RunVersion($0.record.provenance) }
        superseded = all.count - runs.count
    }

    /// What was asked: a scenario's file at a level, with values set or not.
    private struct Question: Hashable {
        let path, level: String

        init(_ provenance: RunProvenance) {
            path = provenance.scenario.path
            level = LevelNames.plain(provenance)
        }
    }
}

/// What answered a question: runs of the same plan, scenario and model can be counted together. However a
/// plan was put together, one hash is one plan.
struct RunVersion: Hashable {
    private let plan, scenario: String
    private let model: Int

    init(_ provenance: RunProvenance) {
        (plan, scenario) = (provenance.plan.sha256, provenance.scenario.sha256)
        model = provenance.modelVersion
    }
}
