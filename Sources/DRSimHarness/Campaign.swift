package import DRSimScoring

/// A set of trials of one rehearsal under one seed.
package struct Campaign: Sendable {
    /// What is tried.
    package let rehearsal: Rehearsal
    /// The seed all trials share.
    package let seed: UInt64
    /// How many trials are run.
    package let trials: Int

    /// Creates a campaign.
    package init(rehearsal: Rehearsal, seed: UInt64, trials: Int) {
        precondition(trials > 0, "a campaign of \(trials) trials")
        (self.rehearsal, self.seed, self.trials) = (rehearsal, seed, trials)
    }

    /// Runs the trials, in parallel but merged by number: the result does not depend on threads.
    package func scores() -> [TrialScore] {
        map { $0.score }
    }

    /// Runs the trials and keeps what `transform` makes of each, in the order of their numbers.
    package func map<Value: Sendable>(_ transform: @Sendable (TrialResult) -> Value) -> [Value] {
        map(0..<trials, transform)
    }

    /// Runs the trials of some numbers only: a campaign can be carried out piece by piece.
    package func map<Value: Sendable>(
        _ numbers: Range<Int>, _ transform: @Sendable (TrialResult) -> Value
    ) -> [Value] {
        Slots.filled(count: numbers.count) { index in
            transform(rehearsal.run(seed: seed, trial: UInt32(numbers.lowerBound + index)))
        }
    }
}
