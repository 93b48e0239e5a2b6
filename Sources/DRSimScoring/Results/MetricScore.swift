package import DRSimPlan
package import DRSimUnits

/// One of the plan's success metrics in one trial.
package struct MetricScore: Hashable, Sendable {
    /// The metric with its target.
    package var metric: SuccessMetric
    /// The figure; `nil` if there is none.
    package var value: Value?
    /// The figure against the target.
    package var verdict: Verdict
    /// What the figure was read from, in words.
    package var evidence = ""

    /// A metric's figure.
    package enum Value: Hashable, Sendable, CustomStringConvertible {
        case share(Share)
        case span(Span)

        package var description: String {
            switch self {
            case .share(let share): share.description
            case .span(let span): span.description
            }
        }
    }

    /// Creates a score.
    package init(metric: SuccessMetric, value: Value?, verdict: Verdict) {
        (self.metric, self.value, self.verdict) = (metric, value, verdict)
    }
}
