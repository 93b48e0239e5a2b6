import DRSimPlan
import DRSimTrace
import DRSimUnits

extension TrialCounts {
    /// Counts what happened in a trace and what became of the stores' commits.
    init(
        _ trace: Trace, lineage: Lineage, plan: Plan, scenario: Scenario, stores: [StoreScore]
    ) {
        self.init()
        let failovers = plan.controller.responses.compactMap(\.runbook?.name)
        for (index, fact) in trace.facts.enumerated() {
            count(fact, failovers: failovers)
            if fact.kind == .procedureStarted,
                lineage.isOfFalseAlarm(FactID(index), in: trace, of: scenario)
            {
                self[.falseFailovers] += 1
            }
        }
        let unprotected = UnprotectedTime.all(in: trace).map(\.total).max() ?? .zero
        self[.unprotectedSeconds] = unprotected.milliseconds / 1_000
        for record in trace.backups {
            switch (record.kind, record.result) {
            case (.backup, .completed): self[.backupsCompleted] += 1
            case (.backup, .failed), (.backup, .stopped): self[.backupsFailed] += 1
            case (.verification, .restored): self[.restoresProven] += 1
            default: break
            }
        }
        self[.commandsNotSimulated] += Int64(trace.backups.problemsOfGaps.count)
        for store in stores {
            self[.splitBrainWrites] += store.splitBrain.transactions
            self[.lostTransactions] += store.lost.transactions
            self[.discardedTransactions] += store.discarded.transactions
        }
    }

    /// Counts what the ways back came to.
    mutating func count(_ failbacks: [FailbackScore]) {
        self[.failbacks] = Int64(failbacks.count { $0.outcome == .completed })
        self[.failbackSeconds] = (failbacks.compactMap(\.rta).max() ?? .zero).milliseconds / 1_000
        let interruptions = failbacks.flatMap(\.interruptions)
        let spans = interruptions.map { one in
            interruptions.filter { $0.service == one.service }.reduce(.zero) { $0 + $1.span }
        }
        self[.failbackInterruptionSeconds] = (spans.max() ?? Span.zero).milliseconds / 1_000
        self[.reconciledTransactions] = failbacks.flatMap(\.stores).reduce(0) {
            $0 + $1.reconciled.transactions
        }
    }

    private mutating func count(_ fact: Fact, failovers: [String]) {
        switch fact.kind {
        case .policyViolated: self[.policyViolations] += 1
        case .approvalGranted: self[.approvals] += 1
        case .alertSent: self[.alerts] += 1
        case .procedureCompleted where failovers.contains(fact.entity): self[.failovers] += 1
        case .failoverPending: self[.operatorFailovers] += 1
        case .escalated: self[.escalations] += 1
        case .commandNotSimulated: self[.commandsNotSimulated] += 1
        default: break
        }
        guard let outcome = CommandOutcome(fact) else { return }
        self[.commands] += 1
        if outcome.hasFailed { self[.failedCommands] += 1 }
    }
}

/// How one try of a runbook's command ended.
struct CommandOutcome: Hashable {
    /// Whether the try failed.
    let hasFailed: Bool
    /// Whether it did to the world what it was meant to.
    let isEffective: Bool

    /// Reads a try off the fact that ends it: success, failure, or a failure that is tried again.
    init?(_ fact: Fact) {
        switch fact.kind {
        case .stepSucceeded, .stepRetried, .stepFailed: break
        default: return nil
        }
        guard fact.string(.command) != nil else { return nil }
        hasFailed = fact.kind != .stepSucceeded
        isEffective = !hasFailed && fact.number(.effective) != 0
    }
}
