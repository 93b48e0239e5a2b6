import DRSimStatistics
import DRSimUnits

/// One time in several trials; a trial without one ranks last, so that a percentile is never made
/// better by leaving out what never came back.
struct RecoveryFigure {
    /// The times, shortest first, those without one last.
    private let ranked: [Span?]
    /// What a trial without one is called.
    private let missing: String

    init(_ times: [Span?], missing: String) {
        ranked = times.sorted { ($0 ?? .init(milliseconds: .max)) < ($1 ?? .init(milliseconds: .max)) }
        self.missing = missing
    }

    var count: Int { ranked.count }

    /// The longest, or the word for none.
    var longest: String { ranked.last.map(text) ?? Words.none }

    /// The one figure of one trial; of several the median and, with its interval, the 95th percentile.
    var summary: String {
        guard count > 1 else { return longest }
        let median = "median \(text(ranked[rank(0.5) - 1]))"
        guard let limits = interval(0.95) else { return "\(median), longest \(longest)" }
        return "\(median), p95 \(text(ranked[rank(0.95) - 1])) \(Words.hard("[\(limits)]"))"
    }

    /// The order statistics that enclose a percentile with 95 % confidence; `nil` of too few trials.
    private func interval(_ probability: Double) -> String? {
        let ranks = QuantileRanks(count: count, probability: probability)
        guard let lower = ranks.lower, let upper = ranks.upper else { return nil }
        return "\(text(ranked[lower - 1])), \(text(ranked[upper - 1]))"
    }

    private func rank(_ probability: Double) -> Int {
        max(1, Int((probability * Double(count)).rounded(.up)))
    }

    private func text(_ time: Span?) -> String { time.map(Words.time) ?? missing }
}
