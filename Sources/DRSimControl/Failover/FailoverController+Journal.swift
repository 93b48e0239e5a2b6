import DRSimPlan
package import DRSimUnits

extension FailoverController {
    /// What a controller writes down as it goes, so that one started later can take up its work (F12).
    package struct Journal: Hashable, Sendable {
        var unfinished: Unfinished?
        var hold: Hold?
        var nextToken: Token
    }

    /// A response that was under way.
    enum Unfinished: Hashable {
        /// Somebody was asked whether a procedure may start.
        case approval(DisasterType, Runbook)
        /// A procedure was at the step of this place, and knew this.
        case procedure(DisasterType, Runbook, step: Int, Bindings)
    }

    /// What it would have written down by now.
    package var journal: Journal {
        Journal(unfinished: unfinished, hold: hold, nextToken: nextToken)
    }

    private var unfinished: Unfinished? {
        switch phase {
        case .sleeping, .checking: nil
        case .awaitingApproval(let pending): .approval(pending.disaster, pending.runbook)
        case .recovering(let disaster, let executor):
            executor.step.map { .procedure(disaster, executor.runbook, step: $0, executor.bindings) }
        }
    }

    /// Takes up what an earlier controller wrote down: what holds it back holds on, a question is asked
    /// again, and a procedure goes on with the step that was under way, with what earlier ones captured.
    /// Whether that step had had its effect is not known, so it is done again.
    ///
    /// - Returns: what to do; nothing if the earlier one was at nothing, and the first timer is awaited.
    package mutating func resume(_ journal: Journal, at now: Instant) -> [Directive] {
        (hold, nextToken) = (journal.hold, journal.nextToken)
        switch journal.unfinished {
        case nil: return []
        case .approval(let disaster, let runbook):
            return askBefore(runbook, against: disaster, at: now)
        case .procedure(let disaster, let runbook, let step, let bindings):
            var executor = RunbookExecutor(
                runbook: runbook, definedFunctions: policy.definedFunctions, bindings: bindings,
                firstToken: nextToken)
            let directives = executor.resume(atStep: step, at: now)
            return directives + follow(executor, against: disaster, at: now)
        }
    }
}
