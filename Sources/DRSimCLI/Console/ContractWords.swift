import DRSimScoring

/// What came of a scenario's contract in one trial: all of it must hold, of a planted defect nothing may.
struct ContractWords {
    private let results: [ExpectationResult]
    private let caughtBy: String?
    private let isKept: Bool

    init(_ loaded: LoadedCase, _ results: [ExpectationResult]) {
        self.init(results, caughtBy: loaded.caughtBy, isKept: loaded.accepts(results))
    }

    init(_ results: [ExpectationResult], caughtBy: String?, isKept: Bool) {
        (self.results, self.caughtBy, self.isKept) = (results, caughtBy, isKept)
    }

    /// The outcome with its sign: `✓ 5/5 held`, `✗ not caught by the durability checker`.
    var text: String {
        guard !results.isEmpty else { return "no expectation" }
        let words =
            caughtBy.map { "\(isKept ? "" : "not ")caught by the \($0)" }
            ?? "\(results.count(where: \.held))/\(results.count) held"
        return "\(isKept ? Ink.good("✓") : Ink.bad("✗")) \(words)"
    }

    /// The line that closes a screen on which it was not kept: what it means for the exit status.
    var failure: [(name: String, text: String)] {
        isKept ? [] : [("contract", "\(text): exit status \(ExitStatus.failed.rawValue)")]
    }
}
