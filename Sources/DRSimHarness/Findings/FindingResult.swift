package import DRSimPlan
package import DRSimScoring

/// What came of putting a finding to the test.
package struct FindingResult: Hashable, Sendable {
    /// The finding.
    package let finding: Finding
    /// What putting it back into the mended plan does; `nil` where no trial can show it.
    package let price: Outcome?
    /// What mending it alone in the faulty plan does; `nil` where no trial can show it.
    package let gain: Outcome?
    /// The luck of its trials; `nil` where no trial can show it.
    package var seed: UInt64?
    /// What of the books of its trials cannot be; nothing, if the simulator is right.
    package var brokenBooks: [DurabilityChecker.Violation] = []

    /// What one of the two experiments shows.
    package enum Outcome: Hashable, Sendable {
        /// It makes a difference.
        case effect(FindingEffect)
        /// It makes none, for this reason; `nil` where the catalogue gives none.
        case idle(reason: String?)
        /// It cannot be made, for this reason.
        case absent(reason: String)

        /// The difference it makes, if any.
        package var effect: FindingEffect? {
            if case .effect(let effect) = self { effect } else { nil }
        }
    }

    /// Whether a trial shows it.
    package var hasEffect: Bool { price?.effect != nil || gain?.effect != nil }
}
