package import DRSimDocument
import DRSimPlan
import OrderedCollections

/// What came of reading a scenario's file: the scenario or what is wrong with it, and in either case what
/// it names.
package struct ScenarioReading {
    /// The scenario; nothing if anything is wrong with its file.
    package let result: ReadResult<LoadedScenario>
    /// What could be read, with placeholders for what could not; nothing where the file has no form.
    let draft: LoadedScenario?
    /// Where it names its plan.
    package let planMention: PlanMention?

    /// The plan folder the scenario names, if there is one.
    package var planFolder: String? {
        draft.flatMap { PlanFolder.isPlan($0.planFolder) ? $0.planFolder : nil }
    }

    /// The levels the scenario has expectations for, as far as the plan knows them.
    package var knownLevels: [String] {
        guard let draft, let planFolder else { return [] }
        let known = OverlayStack.names(in: planFolder) + [Scenario.asWritten]
        return draft.scenario.expectations.keys.filter(known.contains)
    }

    /// Whether it has expectations for a level its plan does not know.
    package var namesUnknownLevel: Bool { knownLevels.count != draft?.scenario.expectations.count }

    /// Everything that is wrong with the file, the names of its plan included; nothing is known of them
    /// without the plan.
    package func diagnostics(against plan: PlanNames?) -> [Diagnostic] {
        guard let draft, let plan else { return result.diagnostics }
        return result.sources.sorted(result.diagnostics + ScenarioReader.check(draft, against: plan))
    }
}
