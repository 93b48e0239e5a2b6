import DRSimPlan

/// What the last checks named, for deciding on N of M of them.
///
/// A disaster is confirmed when N of the last M checks named it, the latest among them. Checks that
/// raised are no evidence and are not kept. With 1 of 1 this is the document's single look (F10).
struct DetectionHistory: Hashable {
    private let rule: ControllerPolicy.Detection
    /// Oldest first, at most a window of them; without the healthy ones at the old end, so that
    /// histories that decide alike are equal.
    private var named: [DisasterType?] = []

    init(rule: ControllerPolicy.Detection) {
        precondition(
            rule.required >= 1 && rule.required <= rule.window,
            "detection by \(rule.required) of \(rule.window) checks")
        self.rule = rule
    }

    mutating func record(_ disaster: DisasterType?) {
        if named.isEmpty && disaster == nil { return }
        named.append(disaster)
        if named.count > rule.window { named.removeFirst() }
        named.trimPrefix { $0 == nil }
    }

    /// Whether enough checks named this disaster, the latest among them.
    func confirms(_ disaster: DisasterType) -> Bool {
        named.last == disaster && named.count { $0 == disaster } >= rule.required
    }

    /// The history after one more check.
    func recording(_ disaster: DisasterType?) -> DetectionHistory {
        var history = self
        history.record(disaster)
        return history
    }

    /// Forgets everything, as when a response to it has begun.
    mutating func clear() {
        named.removeAll()
    }
}
