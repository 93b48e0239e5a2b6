import DRSimScoring
import DRSimStatistics
import DRSimUnits

/// One figure of both sides over all trials.
struct ComparedFigure {
    let name: String
    let unit: Unit
    let first: Side
    let second: Side
    /// How a trial can end without the figure; `nil` of one that every trial has.
    let failure: Failure?
    let difference: PairedDifference?
    /// Whether the screen has it only where something did not come back.
    var isMinor = false

    /// What a figure counts.
    enum Unit {
        case time
        case money
    }

    /// The trials of one side.
    struct Side {
        /// The figures of those that have one.
        let sample: Sample
        /// How many have none, because nothing came back.
        let failed: Int

        /// Whether nothing came back wherever it was hit.
        var isNever: Bool { failed > 0 && sample.count == 0 }
    }

    /// What did not come back.
    enum Failure {
        case unrecovered(ServiceID)
        case lost(StoreID)

        /// The word for it, as in verdicts.
        var word: String {
            switch self {
            case .unrecovered: Verdict.unrecovered.rawValue
            case .lost: Verdict.lost.rawValue
            }
        }

        /// Whether it came so in a trial.
        func happened(in score: TrialScore) -> Bool {
            switch self {
            case .unrecovered(let service): score.service(service)?.verdict == .unrecovered
            case .lost(let store): score.store(store)?.isLost == true
            }
        }
    }

    init(
        _ name: String, _ unit: Unit, _ scores: (first: [TrialScore], second: [TrialScore]),
        unless failure: Failure? = nil, _ value: (TrialScore) -> Double?
    ) {
        func side(_ scores: [TrialScore]) -> Side {
            Side(
                sample: Sample(scores.compactMap(value)),
                failed: scores.count { failure?.happened(in: $0) ?? false })
        }
        (self.name, self.unit, self.failure) = (name, unit, failure)
        (first, second) = (side(scores.first), side(scores.second))
        difference = PairedDifference(
            zip(scores.first, scores.second).compactMap { left, right in
                guard let left = value(left), let right = value(right) else { return nil }
                return (left, right)
            })
    }

    /// Whether no trial of either side has anything to say of it.
    var isUntouched: Bool { [first, second].allSatisfy { $0.sample.count == 0 && $0.failed == 0 } }

    /// Whether the screen has it.
    var isShown: Bool { !isMinor || first.failed + second.failed > 0 }

    /// In how many trials both sides have a figure.
    var pairs: Int { difference?.count ?? 0 }

    /// A percentile of a side; where nothing ever came back, the word for that.
    func text(_ side: Side, _ probability: Double) -> String {
        if side.isNever, let failure { return failure.word }
        return side.sample.quantile(probability).map(text) ?? "–"
    }

    var meanText: String {
        guard let difference else { return "–" }
        return (difference.mean > 0 ? "+" : "") + text(difference.mean)
    }

    /// The interval of the mean difference, or that it shows none; where there is no difference to take,
    /// what became of the two sides.
    var intervalText: String {
        guard let difference else { return changeText }
        guard let interval = difference.interval else { return "–" }
        if interval.lowerBound == 0 && interval.upperBound == 0 { return "equal in every trial" }
        let range = "\(text(interval.lowerBound)) to \(text(interval.upperBound))"
        return difference.isClear ? range : range + ", no clear difference"
    }

    /// In how many of each side's trials nothing came back; `nil` where it always did.
    func failureText(of trials: Int) -> String? {
        guard let failure, first.failed + second.failed > 0 else { return nil }
        return "\(failure.word) in \(first.failed) of \(trials) trials of A, in \(second.failed) of B"
    }

    private var changeText: String {
        guard let failure, first.isNever || second.isNever else { return "–" }
        guard !(first.isNever && second.isNever) else { return "\(failure.word) in both" }
        let sides = [first, second].map { text($0, 0.5) }.map { $0 == "–" ? "not hit" : $0 }
        return sides.joined(separator: " → ")
    }

    private func text(_ value: Double) -> String {
        switch unit {
        case .time: Span.rounding(seconds: value).description
        case .money: Money.rounding(value).description
        }
    }
}
