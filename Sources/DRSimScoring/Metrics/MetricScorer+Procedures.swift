import DRSimPlan
import DRSimTrace
import DRSimUnits

extension MetricScorer {
    /// How long the slowest automated procedure took from its first step to its end.
    ///
    /// One that failed took as long as the trial had left: it has not come to its last step.
    var automatedProcedures: Reading {
        let runs = procedures.filter { automated.contains($0.runbook) }
        guard !runs.isEmpty else { return .notExercised }
        if let open = runs.filter({ $0.completed == nil }).map(\.began).min() {
            return .overdue(trace.horizon - open)
        }
        let spans = runs.compactMap { run in run.completed.map { $0 - run.began } }
        return .value(.span(spans.max() ?? .zero))
    }

    /// The runbooks the controller starts.
    private var automated: [RunbookID] { plan.controller.responses.compactMap(\.runbook) }

    /// A procedure that was carried out, or begun.
    private struct Procedure {
        let runbook: RunbookID
        /// The start of its first step.
        var began: Instant
        var completed: Instant?
        var hasStep = false
        var isOver = false
    }

    private var procedures: [Procedure] {
        var runs: [Procedure] = []
        for fact in trace.facts {
            let name = RunbookID(fact.string(.runbook) ?? fact.entity)
            let running = runs.lastIndex { $0.runbook == name && !$0.isOver }
            switch (fact.kind, running) {
            case (.procedureStarted, _): runs.append(Procedure(runbook: name, began: fact.at))
            case (.stepStarted, let run?) where !runs[run].hasStep:
                (runs[run].began, runs[run].hasStep) = (fact.at, true)
            case (.procedureCompleted, let run?): (runs[run].completed, runs[run].isOver) = (fact.at, true)
            case (.procedureFailed, let run?): runs[run].isOver = true
            default: break
            }
        }
        return runs
    }
}
