import DRSimPlan
import DRSimScoring
import DRSimUnits

/// A trial in one line, where several scenarios are run: what the plan comes to first, whether the
/// scenario's contract held last.
struct RunLine {
    let path: String
    let score: TrialScore
    let expectations: [ExpectationResult]
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

    private var contract: String {
        guard !expectations.isEmpty else { return "no expectation" }
        let held = expectations.count(where: \.held)
        let mark = held == expectations.count ? Ink.good("✓") : Ink.bad("✗")
        return "\(mark) \(held)/\(expectations.count) held"
    }
}
