/// A line of a scenario's contract over several trials: it holds if it held in every one.
package struct ExpectationTally: Hashable, Sendable {
    /// The line as it was written.
    package let text: String
    /// In how many trials it held.
    package let held: Int
    /// How many trials there are.
    package let trials: Int
    /// The first trial in which it did not hold; where it always held, the first.
    package let trial: Int
    /// What the figure was in that trial.
    package let actual: String

    /// Whether it held in every trial.
    package var isHeld: Bool { held == trials }

    /// Counts the lines of trials, in the order in which they are first met.
    ///
    /// A trial in which a fault broke nothing has a line more than the others: they kept it in silence.
    package static func all(of trials: [[ExpectationResult]]) -> [ExpectationTally] {
        var texts: [String] = []
        var known: Set<String> = []
        for result in trials.joined() where known.insert(result.text).inserted { texts.append(result.text) }
        var failures: [String: [Int]] = [:]
        for (trial, results) in trials.enumerated() {
            for text in texts where results.contains(where: { !$0.held && $0.text == text }) {
                failures[text, default: []].append(trial)
            }
        }
        return texts.map { text in
            let failed = failures[text] ?? []
            let trial = failed.first ?? trials.firstIndex { $0.contains { $0.text == text } } ?? 0
            let result = trials[trial].first { $0.text == text && $0.held == failed.isEmpty }
            return ExpectationTally(
                text: text, held: trials.count - failed.count, trials: trials.count,
                trial: trial,
                actual: result?.actual ?? "")
        }
    }
}

extension Sequence<RunRecord> {
    /// The contract over these trials.
    package var expectations: [ExpectationTally] { ExpectationTally.all(of: map(\.expectations)) }
}
