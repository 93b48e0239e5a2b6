package import DRSimDocument
package import DRSimUnits

/// One line of a scenario's contract: a figure, and what it must be.
package struct Expectation: Hashable, Sendable {
    /// The line as it was written.
    package var text: String
    /// Where it stands.
    package var position: SourcePosition
    /// The figure.
    package var subject: Subject
    /// What it must be; `nil` for a subject that is itself true or false, such as `unrecovered(x)`.
    package var comparison: Comparison?

    /// The figures a contract can name.
    package enum Subject: Hashable, Sendable {
        /// `disaster`: the first disaster type the controller acted on, or `none`.
        case disaster
        /// `rta(service)`: recovery time actual.
        case rta(ServiceID)
        /// `rpa(store)`: recovery point actual.
        case rpa(StoreID)
        /// `verdict(service)`: the verdict on the service's recovery time.
        case verdict(ServiceID)
        /// `restored_by(service)`: who brought it back.
        case restoredBy(ServiceID)
        /// `unrecovered(service)`: true if it was never restored inside the horizon.
        case unrecovered(ServiceID)
        /// `exercised(service)`: true if it was unavailable at all.
        case exercised(ServiceID)
        /// `lost(store)`: true if nothing sound was left; of a database a backup counts once it is restored.
        case lost(StoreID)
        /// `phase(service, name)`: the time of the recovery attributed to a phase.
        case phase(ServiceID, String)
        /// `never_strikes(fault)`: true if the fault broke nothing, where that is as it should be.
        case neverStrikes(FaultID)
        /// A count, such as `approvals`.
        case count(Count)
        /// `cost(line)`: an amount of money; without a line, `cost(total)`, the sum.
        case cost(CostLine?)
    }

    /// The counts a contract can name.
    package enum Count: String, CaseIterable, Sendable {
        case policyViolations = "policy_violations"
        case approvals
        case alerts
        case failovers
        /// Failovers a database operator began by itself.
        case operatorFailovers = "operator_failovers"
        case falseFailovers = "false_failovers"
        case escalations
        case commands
        case failedCommands = "failed_commands"
        /// What the plan's commands came to that the simulator cannot do.
        case commandsNotSimulated = "commands_not_simulated"
        case splitBrainWrites = "split_brain_writes"
        case lostTransactions = "lost_transactions"
        case discardedTransactions = "discarded_transactions"
        /// Seconds in which what was written to a store, the worst of them, reached no other region.
        case unprotectedSeconds = "unprotected_seconds"
        /// Ways back that were completed.
        case failbacks
        /// Seconds from the decision for a way back, the slowest, until users were served at home.
        case failbackSeconds = "failback_seconds"
        /// Seconds in which ways back left too few users of a service served, of the service worst hit.
        case failbackInterruptionSeconds = "failback_interruption_seconds"
        /// Transactions that were acknowledged elsewhere and carried home.
        case reconciledTransactions = "reconciled_transactions"
        /// Full backups that saved every part, in the trial and the thirty days before it.
        case backupsCompleted = "backups_completed"
        /// Full backups that were begun in that time and did not.
        case backupsFailed = "backups_failed"
        /// Verifications in that time that restored a backup and read its data back.
        case restoresProven = "restores_proven"

        /// Those that count what the clock brings about, whatever happens.
        package static let ofBackups = [backupsCompleted, backupsFailed, restoresProven]
        /// Those that go on counting after the recovery, and move with every second of it.
        package static let ofAftermath = [
            unprotectedSeconds, failbackSeconds, failbackInterruptionSeconds, reconciledTransactions,
        ]
    }

    /// A comparison with a value.
    package struct Comparison: Hashable, Sendable {
        /// How the figure is compared.
        package var relation: Relation
        /// What it is compared with.
        package var operand: Operand

        /// Creates a comparison.
        package init(relation: Relation, operand: Operand) {
            (self.relation, self.operand) = (relation, operand)
        }
    }

    /// How two values are compared.
    package enum Relation: String, CaseIterable, Sendable {
        case equal = "=="
        case notEqual = "!="
        case atMost = "<="
        case atLeast = ">="
        case below = "<"
        case above = ">"
    }

    /// What a figure is compared with.
    package enum Operand: Hashable, Sendable {
        case span(Span)
        case number(Double)
        case word(String)
    }

    /// Creates an expectation.
    package init(
        text: String, position: SourcePosition, subject: Subject, comparison: Comparison?
    ) {
        (self.text, self.position) = (text, position)
        (self.subject, self.comparison) = (subject, comparison)
    }
}
