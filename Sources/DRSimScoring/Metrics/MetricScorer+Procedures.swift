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

        /// Takes in what became of it.
        mutating func goOn(with fact: Fact) {
            switch fact.kind {
            case .stepStarted where !hasStep: (began, hasStep) = (fact.at, true)
            case .procedureCompleted: (completed, isOver) = (fact.at, true)
            case .procedureFailed: isOver = true
            default: break
            }
        }
    }

    private var procedures: [Procedure] {
        var runs: [Procedure] = []
        for fact in trace.facts {
            switch fact.kind {
            case .procedureStarted: runs.append(Procedure(runbook: runbook(of: fact), began: fact.at))
            case .stepStarted, .procedureCompleted, .procedureFailed:
                let runbook = runbook(of: fact)
                if let run = runs.lastIndex(where: { $0.runbook == runbook && !$0.isOver }) {
                    runs[run].goOn(with: fact)
                }
            default: break
            }
        }
        return runs
    }

    private func runbook(of fact: Fact) -> RunbookID {
        RunbookID(fact.string(.runbook) ?? fact.entity)
    }
}
