import DRSimFiles
import DRSimHarness
import DRSimPlan
import DRSimScoring
import DRSimWorld
import OrderedCollections

/// A scenario with the plan it is tried on, both checked.
struct LoadedCase: Sendable {
    let scenario: LoadedScenario
    let plan: LoadedPlan

    /// The case made ready to run.
    func rehearsal(polling: World.Polling = .leaping, isControl: Bool = false) -> Rehearsal {
        Rehearsal(plan: plan.plan, scenario: scenario.scenario, polling: polling, isControl: isControl)
    }

    /// The scenario's contract for the overlays in force: that of the last one that has any.
    var expectations: [Expectation] {
        for overlay in levels.reversed() {
            if let expectations = scenario.scenario.expectations[overlay] { return expectations }
        }
        return []
    }

    /// The checker that must catch the scenario's planted defect, if it has one.
    var caughtBy: String? { scenario.scenario.caughtBy?.rawValue }

    /// Whether every expectation held; where a defect was planted, whether none did.
    func accepts(_ results: [ExpectationResult]) -> Bool {
        caughtBy == nil ? results.allSatisfy(\.held) : !results.contains(where: \.held)
    }

    /// The overlays in force, or the name of their absence.
    var levels: [String] { plan.overlays.isEmpty ? [Scenario.asWritten] : plan.overlays }

    /// The overlays in words.
    var level: String { levels.joined(separator: " + ") }
}
