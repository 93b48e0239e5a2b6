package import DRSimScoring

/// Two plans on the same bad luck: the same scenario, seed and draws for both, trial by trial.
package struct Comparison: Sendable {
    /// The scores of the first plan, by trial.
    package let first: [TrialScore]
    /// The scores of the second plan, by trial.
    package let second: [TrialScore]

    /// Runs both campaigns, which must have the same seed and number of trials, in batches; asked
    /// between two of them whether to stop, it keeps the pairs that are done.
    package init(
        _ first: Campaign, _ second: Campaign, batch: Int = 32, isStopped: () -> Bool = { false }
    ) {
        precondition(
            first.seed == second.seed && first.trials == second.trials,
            "paired campaigns must share seed and trials")
        var (firsts, seconds): ([TrialScore], [TrialScore]) = ([], [])
        while firsts.count < first.trials {
            let numbers = firsts.count..<min(first.trials, firsts.count + batch)
            firsts += first.map(numbers) { $0.score }
            seconds += second.map(numbers) { $0.score }
            if isStopped() { break }
        }
        (self.first, self.second) = (firsts, seconds)
    }
}
