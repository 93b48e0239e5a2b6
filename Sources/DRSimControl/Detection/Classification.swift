package import DRSimPlan

/// The disaster a snapshot was taken for, and the rule that took it so.
package struct Classification: Hashable, Sendable {
    /// The kind of disaster.
    package var disaster: DisasterType
    /// The first rule that matched.
    package var rule: Rule

    /// The document's rules in its order; raw values are what `classify` prints.
    package enum Rule: String, CaseIterable, Hashable, Sendable {
        case primaryDatabaseDown = "primary database unhealthy, replica healthy (L667)"
        case bothDatabasesDown = "primary and replica database unhealthy (L669)"
        case podsMissing = "less than 50 % of the application pods healthy (L673)"
        case networkDown = "network unhealthy, cross-region DNS healthy (L678)"
        case networkAndCrossRegionDown = "network and cross-region DNS unhealthy (L680)"
    }

    /// Creates a classification.
    package init(disaster: DisasterType, rule: Rule) {
        (self.disaster, self.rule) = (disaster, rule)
    }
}

extension Classification.Rule {
    /// The line of the document that states the rule's answer.
    package var source: String {
        switch self {
        case .primaryDatabaseDown: "L667"
        case .bothDatabasesDown: "L669"
        case .podsMissing: "L673"
        case .networkDown: "L678"
        case .networkAndCrossRegionDown: "L680"
        }
    }
}
