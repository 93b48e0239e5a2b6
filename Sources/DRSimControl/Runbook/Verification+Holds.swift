import DRSimPlan

extension Verification.Condition {
    /// Whether a look's outcome shows what is expected; output that is no number reaches no bound.
    func holds(for outcome: CommandOutcome) -> Bool {
        guard outcome.status == 0 else { return false }
        switch self {
        case .succeeds: return true
        case .contains(let text): return outcome.stdout.contains(text)
        case .atLeast(let bound): return outcome.number.map { $0 >= bound } ?? false
        case .atMost(let bound): return outcome.number.map { $0 <= bound } ?? false
        }
    }
}

extension CommandOutcome {
    /// The output as a number, if it is nothing else.
    fileprivate var number: Double? {
        let start = stdout.drop { $0.isWhitespace }
        guard let last = start.lastIndex(where: { !$0.isWhitespace }) else { return nil }
        return Double(start[...last])
    }
}
