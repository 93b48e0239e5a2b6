import DRSimFiles
import DRSimHarness
import DRSimScoring
import DRSimTrace
import DRSimUnits
import Foundation

extension TrialRecord {
    /// The trial as the store keeps it.
    var storable: RunRecord {
        let (plan, scenario) = (loaded.plan, loaded.scenario)
        return RunRecord(
            provenance: RunProvenance(
                toolVersion: Version.text, modelVersion: Version.model,
                plan: PlanRecord(plan.plan, sha256: plan.sha256, canonicalText: plan.canonicalText),
                overlays: plan.overlays, scenario: ScenarioRecord(scenario.scenario, sha256: scenario.sha256),
                seed: result.seed, trial: result.trial, digest: result.digest.hexadecimal, replay: replay,
                recordedAt: .now, isControl: isControl),
            score: result.score, expectations: expectations, timeline: TimelineFact.all(of: result.trace),
            served: result.trace.served)
    }
}

extension CalendarTime {
    /// The moment by the computer's clock: when a result was recorded, never anything inside a trial.
    static var now: CalendarTime {
        CalendarTime(millisecondsSinceEpoch: Int64((Date().timeIntervalSince1970 * 1_000).rounded()))
    }
}
