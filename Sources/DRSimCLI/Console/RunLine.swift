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

    private var mark: String {
        if expectations.contains(where: { !$0.held }) { return Ink.bad("✗") }
        return expectations.isEmpty ? Ink.quiet("–") : Ink.good("✓")
    }

    private var time: String {
        let exercised = score.services.filter(\.isExercised)
        guard !exercised.isEmpty else { return "nothing was unavailable" }
        let missed = exercised.count { $0.verdict == .missed }
        let lost = exercised.count { $0.verdict == .unrecovered }
        if lost > 0 {
            let rest = missed > 0 ? ", \(missed) missed" : ""
            return "\(lost) of \(exercised.count) services unrecovered\(rest)"
        }
        let slowest = exercised.compactMap(\.rta).max().map(\.description) ?? "–"
        return "slowest RTA \(slowest), \(missed) of \(exercised.count) services missed"
    }

    private var data: String {
        switch score.dataLoss {
        case .untouched: return "data untouched"
        case .recoveryPoint(let span):
            return "RPA \(span)" + (score.stores.contains { $0.verdict == .missed } ? " ✗ over its RPO" : "")
        case .lost: return "data lost"
        }
    }

    private var cost: String { "\(score.money.total) \(score.money.currency)" }

    private var contract: String {
        guard !expectations.isEmpty else { return "no expectation" }
        let held = expectations.count(where: \.held)
        let mark = held == expectations.count ? Ink.good("✓") : Ink.bad("✗")
        return "\(mark) \(held)/\(expectations.count) held"
    }
}
