import DRSimScoring
import DRSimStatistics
import DRSimUnits

/// The trials of one scenario against one plan: what can be counted together.
struct Rehearsal {
    /// The trials, one a seed and number and in their order; at least one.
    let trials: [StoredRun]
    /// The same without response, where it was run.
    let controls: [StoredRun]
    /// The variant of the plan, by its name in the report.
    let level: String

    var provenance: RunProvenance { first.record.provenance }
    var title: String { provenance.scenario.title }
    /// Whether a value was set for it alone: a question of its own, not a result of the plan.
    var isWhatIf: Bool { !provenance.settings.isEmpty }
    var currency: String { first.record.score.money.currency }

    private var first: StoredRun {
        guard let first = trials.first else { preconditionFailure("a rehearsal without trials") }
        return first
    }

    /// Sorts runs into rehearsals, in the order of their first run. A trial that was run again counts
    /// once: the last one.
    static func all(of runs: [StoredRun]) -> [Rehearsal] {
        var keys: [RunVersion] = []
        var groups: [RunVersion: [StoredRun]] = [:]
        for run in runs {
            let key = RunVersion(run.record.provenance)
            if groups[key] == nil { keys.append(key) }
            groups[key, default: []].removeAll { $0.isRepeated(by: run) }
            groups[key, default: []].append(run)
        }
        let names = LevelNames(runs.lazy.map(\.record.provenance))
        return keys.compactMap { key in
            let group = groups[key, default: []].sorted { $0.record.provenance < $1.record.provenance }
            let trials = group.filter { !$0.record.provenance.isControl }
            guard let first = trials.first else { return nil }
            return Rehearsal(
                trials: trials, controls: group.filter { $0.record.provenance.isControl },
                level: names.name(of: first.record.provenance))
        }
    }
}

extension StoredRun {
    fileprivate func isRepeated(by other: StoredRun) -> Bool {
        let (mine, its) = (record.provenance, other.record.provenance)
        return mine.isSameTrial(as: its) && mine.isControl == its.isControl
    }
}

extension RunProvenance {
    fileprivate func isSameTrial(as other: RunProvenance) -> Bool {
        seed == other.seed && trial == other.trial
    }

    fileprivate static func < (one: RunProvenance, other: RunProvenance) -> Bool {
        (one.seed, one.trial) < (other.seed, other.trial)
    }
}

extension Rehearsal {
    /// The scores of a service in the trials in which it was unavailable.
    func exercised(_ service: ServiceID) -> [ServiceScore] {
        trials.compactMap { $0.record.score.service(service) }.filter(\.isExercised)
    }

    /// Money of a line or of the whole, median over the trials; `nil` where no trial has it.
    func median(_ amount: (MoneyScore) -> Money?) -> Money? {
        Self.median(trials.compactMap { amount($0.record.score.money) })
    }

    /// Whether lost data are part of the total, by the plan's reading.
    var includesDataLoss: Bool { trials.contains { $0.record.score.money.includesDataLoss } }

    /// What the same disaster costs if nobody responds.
    var controlTotal: Money? { Self.median(controls.map(\.record.score.money.total)) }

    /// What the plan saves, median over the trials that were run both ways: on the same luck.
    var saved: Money? {
        Self.median(
            controls.compactMap { control in
                let trial = trials.first { $0.record.provenance.isSameTrial(as: control.record.provenance) }
                return trial.map { control.record.score.money.total - $0.record.score.money.total }
            })
    }

    private static func median(_ amounts: [Money]) -> Money? {
        amounts.isEmpty ? nil : amounts.sorted()[(amounts.count - 1) / 2]
    }
}
