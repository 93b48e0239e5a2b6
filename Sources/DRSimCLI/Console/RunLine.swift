import DRSimPlan
import DRSimScoring
import DRSimUnits

/// A trial in one line, where several scenarios are run: what the plan comes to first, whether the
/// scenario's contract held last.
struct RunLine {
    let path: String
    let score: TrialScore
    /// What came of the scenario's contract, in words.
    let contract: String
    /// How wide the column of paths is.
    var width = 0

    /// What the signs mean, for above the lines.
    static let caption =
        "first: the plan's objectives ✓ met ✗ missed – not exercised; last: the scenario's expectations"

    /// The line: what was missed, the worst data loss, the cost, and whether the contract held.
    var text: String {
        let padding = String(repeating: " ", count: max(0, width - path.count))
        let line = VerdictLine(score: score)
        return "\(line.mark) \(path)\(padding)  \(line.words) · \(contract)"
    }
}
