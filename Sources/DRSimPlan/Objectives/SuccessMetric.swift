package import DRSimUnits

/// One of the plan's success metrics: a figure and the bound it must keep.
package struct SuccessMetric: Hashable, Sendable {
    /// Which figure.
    package var kind: Kind
    /// The document's words.
    package var title: String
    /// The bound.
    package var target: Target
    /// Where it stands in the document.
    package var source: String

    /// The twelve figures.
    package enum Kind: String, CaseIterable, Sendable {
        case rto, rpo, backup, verification, detection, failover, communication
        case playbookAccuracy = "playbook_accuracy"
        case availability, users, revenue, compliance
    }

    /// What the figure is held against.
    package enum Target: Hashable, Sendable {
        /// At least this share.
        case atLeast(Share)
        /// At most this share.
        case atMost(Share)
        /// At most this span.
        case within(Span)
    }

    /// Creates a metric.
    package init(kind: Kind, title: String, target: Target, source: String) {
        (self.kind, self.title, self.target, self.source) = (kind, title, target, source)
    }
}
