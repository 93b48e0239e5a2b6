package import DRSimScoring

/// Two plans on the same bad luck: the same scenario, seed and draws for both, trial by trial.
package struct Comparison: Sendable {
    /// The scores of the first plan, by trial.
    package let first: [TrialScore]
    /// The scores of the second plan, by trial.
    package let second: [TrialScore]

    /// Runs both campaigns; they must have the same seed and number of trials.
    package init(_ first: Campaign, _ second: Campaign) {
        precondition(
            first.seed == second.seed && first.trials == second.trials,
            "paired campaigns must share seed and trials")
        self.first = first.scores()
        self.second = second.scores()
    }
}
