package import DRSimPlan

/// One item of the recovery's verification in one trial.
package struct ChecklistScore: Hashable, Sendable {
    /// The item's name.
    package var id: String
    /// What it is about.
    package var group: VerificationItem.Group
    /// The document's words.
    package var title: String
    /// Where it stands in the document.
    package var source: String
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

    /// Creates a score of an item.
    package init(item: VerificationItem, outcome: Outcome, evidence: String) {
        self.init(
            id: item.id, group: item.group, title: item.title, source: item.source, outcome: outcome,
            evidence: evidence)
    }

    /// Creates a score.
    package init(
        id: String, group: VerificationItem.Group, title: String, source: String, outcome: Outcome,
        evidence: String
    ) {
        (self.id, self.group, self.title, self.source) = (id, group, title, source)
        (self.outcome, self.evidence) = (outcome, evidence)
    }
}
