import DRSimHarness
import DRSimPlan
import DRSimScoring
import DRSimTrace
import DRSimUnits

/// What must hold of every trial, whatever happened in it.
enum TrialProblems {
    /// Everything that does not hold of a trial.
    static func all(in result: TrialResult) -> [String] {
        causes(in: result.trace) + phases(in: result.score)
            + DurabilityChecker.violations(in: result.trace.ledger, scores: result.score.stores)
            .map { "\($0)" }
    }

    /// Facts are in order, have a source, and lead back to a fault; only faults, and what a
    /// trial opens with, have no cause.
    static func causes(in trace: Trace) -> [String] {
        var problems: [String] = []
        for (index, fact) in trace.facts.enumerated() {
            let line = "\(index) at \(fact.at) \(fact.kind.rawValue) \(fact.entity)"
            if fact.source?.isEmpty ?? true { problems.append("\(line) has no source") }
            if index > 0, fact.at < trace.facts[index - 1].at { problems.append("\(line) goes back") }
            if let cause = fact.cause {
                if Int(cause.index) >= index { problems.append("\(line) is caused by a later fact") }
            } else if fact.kind != .faultInjected, !fact.opensTrial {
                problems.append("\(line) has no cause")
            }
        }
        return problems
    }

    /// What a recovery was spent on sums to the recovery.
    static func phases(in score: TrialScore) -> [String] {
        score.services.compactMap { service in
            guard let rta = service.rta else { return nil }
            let sum = service.phases.reduce(Span.zero) { $0 + $1.span }
            return sum == rta ? nil : "\(service.id): phases sum to \(sum), not \(rta)"
        }
    }
}
