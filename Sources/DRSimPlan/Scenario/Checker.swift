/// Who must catch a planted defect, by the figures it answers for.
package enum Checker: String, CaseIterable, Hashable, Sendable {
    case recoveryClock = "recovery clock"
    case durability = "durability checker"
    case usersProbe = "probe of what users get"
    case policy = "policy checker"
    case falseAlarms = "false-alarm checker"
    case splitBrain = "split-brain checker"

    /// Whether a figure is the checker's own: what it says of it, no other says.
    package func answers(for subject: Expectation.Subject) -> Bool {
        switch (self, subject) {
        case (.recoveryClock, .rta), (.usersProbe, .rta), (.usersProbe, .verdict): true
        case (.durability, .rpa), (.durability, .lost), (.durability, .count(.lostTransactions)): true
        case (.policy, .count(.policyViolations)), (.policy, .count(.approvals)): true
        case (.falseAlarms, .count(.falseFailovers)): true
        case (.splitBrain, .count(.splitBrainWrites)), (.splitBrain, .count(.discardedTransactions)): true
        default: false
        }
    }
}
