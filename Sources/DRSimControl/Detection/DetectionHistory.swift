import DRSimPlan

/// What the last M checks named, for deciding on N of them.
///
/// Checks that raised are no evidence and are not kept. With 1 of 1 this is the document's single
/// look (F10).
struct DetectionHistory: Hashable {
    private let rule: ControllerPolicy.Detection
    /// Oldest first; healthy before the first check.
    private var named: [DisasterType?]

    init(rule: ControllerPolicy.Detection) {
        precondition(
            rule.required >= 1 && rule.required <= rule.window,
            "detection by \(rule.required) of \(rule.window) checks")
        self.rule = rule
        named = Array(repeating: nil, count: rule.window)
    }

    /// Keeps what the latest check named and forgets what the oldest did.
    mutating func record(_ disaster: DisasterType?) {
        named.removeFirst()
        named.append(disaster)
    }

    /// The history after one more check.
    func recording(_ disaster: DisasterType?) -> DetectionHistory {
        var history = self
        history.record(disaster)
        return history
    }

    /// Whether enough checks named this disaster.
    func confirms(_ disaster: DisasterType) -> Bool {
        named.count { $0 == disaster } >= rule.required
    }

    /// Forgets everything, as when a response begins.
    mutating func clear() {
        self = DetectionHistory(rule: rule)
    }
}
