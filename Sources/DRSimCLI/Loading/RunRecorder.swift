import DRSimFiles
import DRSimHarness
import DRSimScoring
import DRSimTrace
import DRSimUnits
import Foundation

/// Makes of trials of one case what the store keeps of them.
struct RunRecorder: Sendable {
    let loaded: LoadedCase
    /// The values that were set for this run alone.
    let settings: [String]
    /// The command that shows the result again.
    let replay: String
    /// When the rehearsal was carried out.
    var recordedAt = CalendarTime.now

    /// The record of a trial; the timeline only of an exemplar, since a campaign's would fill the store.
    func record(_ result: TrialResult, isControl: Bool = false, isExemplar: Bool = true) -> RunRecord {
        let (plan, scenario) = (loaded.plan, loaded.scenario)
        return RunRecord(
            provenance: RunProvenance(
                toolVersion: Version.text, modelVersion: Version.model,
                plan: PlanRecord(plan.plan, sha256: plan.sha256, canonicalText: plan.canonicalText),
                overlays: plan.overlays, settings: settings,
                scenario: ScenarioRecord(scenario.scenario, sha256: scenario.sha256),
                seed: result.seed, trial: result.trial, digest: result.digest.hexadecimal, replay: replay,
                recordedAt: recordedAt, isControl: isControl),
            score: result.score,
            // The contract is about the plan; what nobody's response comes to is not held against it.
            expectations: isControl ? [] : ExpectationEvaluator.evaluate(loaded.expectations, result.score),
            timeline: isExemplar ? TimelineFact.all(of: result.trace) : [],
            served: isExemplar ? result.trace.served : [])
    }
}

extension CalendarTime {
    /// The moment by the computer's clock: when a result was recorded, never anything inside a trial.
    static var now: CalendarTime {
        CalendarTime(millisecondsSinceEpoch: Int64((Date().timeIntervalSince1970 * 1_000).rounded()))
    }
}
