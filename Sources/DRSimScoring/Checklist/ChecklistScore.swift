package import DRSimPlan

/// One item of the recovery's verification in one trial.
package struct ChecklistScore: Hashable, Sendable {
    /// The item.
    package var item: VerificationItem
    /// How it went.
    package var outcome: Outcome
    /// What was seen, or why nothing could be.
    package var evidence: String

    /// How an item went.
    package enum Outcome: String, CaseIterable, Hashable, Sendable {
        case passed, failed
        case notExercised = "not_exercised"

        /// The outcome in words, with a sign so that it does not depend on colour.
        package var words: String {
            switch self {
            case .passed: "✓ passed"
            case .failed: "✗ failed"
            case .notExercised: "– not exercised"
            }
        }
    }

    /// Creates a score.
    package init(item: VerificationItem, outcome: Outcome, evidence: String) {
        (self.item, self.outcome, self.evidence) = (item, outcome, evidence)
    }
}
