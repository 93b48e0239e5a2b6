import DRSimPlan
import DRSimScoring
import DRSimUnits

/// A trial in one line, where several scenarios are run.
struct RunLine {
    let path: String
    let score: TrialScore
    let expectations: [ExpectationResult]
    /// How wide the column of paths is.
    var width = 0

    /// The line: the slowest service, the worst data loss, the cost, and whether the contract held.
    var text: String {
        let padding = String(repeating: " ", count: max(0, width - path.count))
        return "\(mark) \(path)\(padding)  \([time, data, cost, contract].joined(separator: " · "))"
    }

    private var mark: String {
        if expectations.contains(where: { !$0.held }) { return Ink.bad("✗") }
        return expectations.isEmpty ? Ink.quiet("–") : Ink.good("✓")
    }

    private var time: String {
        let exercised = score.services.filter(\.isExercised)
        guard !exercised.isEmpty else { return "nothing was unavailable" }
        let failed = exercised.count { $0.verdict.isFailure }
        let lost = exercised.count { $0.verdict == .unrecovered }
        if lost > 0 { return "\(lost) of \(exercised.count) services unrecovered" }
        let slowest = exercised.compactMap(\.rta).max().map(\.description) ?? "–"
        return "slowest RTA \(slowest), \(failed) of \(exercised.count) services missed"
    }

    private var data: String {
        if score.stores.contains(where: { $0.verdict == .lost }) { return "data lost" }
        return score.stores.compactMap(\.rpa).max().map { "RPA \($0)" } ?? "data untouched"
    }

    private var cost: String { "\(score.money.total) \(score.money.currency)" }

    private var contract: String {
        guard !expectations.isEmpty else { return "no expectation" }
        return "\(expectations.count { $0.held })/\(expectations.count) held"
    }
}
