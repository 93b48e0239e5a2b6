import DRSimPlan
import DRSimUnits
import OrderedCollections

/// A runbook as its file has it: some of its steps are other runbooks that are to be followed there.
struct RunbookDraft {
    /// The runbook, without its steps.
    var runbook: Runbook
    var items: [Item]

    enum Item {
        case step(Step)
        /// The steps of another runbook come here.
        case follow(StepID, RunbookID)
    }

    /// Runbooks whose steps are all their own, each `follow` replaced by the steps of what is followed.
    ///
    /// These are called after the step and their own name, `restore/find_dump`. What is followed in a
    /// circle or does not exist is an error by then, and is left out.
    static func unfolded(_ drafts: [RunbookDraft]) -> [Runbook] {
        let byName = OrderedDictionary(drafts.map { ($0.runbook.id, $0) }) { first, _ in first }
        return drafts.map { draft in
            var runbook = draft.runbook
            runbook.steps = steps(of: draft, in: byName, below: [runbook.id])
            return runbook
        }
    }

    private static func steps(
        of draft: RunbookDraft, in drafts: OrderedDictionary<RunbookID, RunbookDraft>, below: [RunbookID]
    ) -> [Step] {
        draft.items.flatMap { item -> [Step] in
            switch item {
            case .step(let step): return [step]
            case .follow(let place, let name):
                guard !below.contains(name), let followed = drafts[name] else { return [] }
                return steps(of: followed, in: drafts, below: below + [name]).map { step in
                    var step = step
                    step.id = StepID("\(place)/\(step.id)")
                    return step
                }
            }
        }
    }
}
