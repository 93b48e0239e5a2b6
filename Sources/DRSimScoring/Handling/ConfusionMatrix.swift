import DRSimPlan
package import DRSimStatistics
import DRSimUnits

/// True class × what it was taken for × what was done about it, over many trials.
package struct ConfusionMatrix: Hashable, Sendable {
    /// The cells that are not empty: by true class, the most frequent first.
    package let cells: [Cell]
    /// How many trials there are.
    package let trials: Int
    /// How often something was detected that was not there, a year; `nil` where no false alarm recurs.
    package let falseAlarms: PoissonRate?
    /// How often such an alarm was acted on, a year.
    package let falseActions: PoissonRate?

    /// Trials that went alike.
    package struct Cell: Hashable, Sendable {
        /// How they went; what differs between them is that of the first.
        package let handling: Handling
        /// How many there are.
        package let trials: Int
        /// How many trials have the same truth.
        package let ofTruth: Int
    }

    /// Counts trials.
    package init(_ handlings: [Handling]) {
        var groups: [(handling: Handling, trials: Int)] = []
        for handling in handlings {
            if let place = groups.firstIndex(where: { $0.handling.isAlike(handling) }) {
                groups[place].trials += 1
            } else {
                groups.append((handling, 1))
            }
        }
        cells = groups.map { group in
            Cell(
                handling: group.handling, trials: group.trials,
                ofTruth: handlings.count { $0.truth == group.handling.truth })
        }.sorted { Self.comesBefore($0, $1) }
        trials = handlings.count
        let watched = handlings.filter { $0.watched > .zero }
        let years = watched.reduce(0) { $0 + $1.watched.inSeconds } / Span.hours(8_760).inSeconds
        func rate(_ count: (Handling) -> Int64) -> PoissonRate? {
            years > 0 ? PoissonRate(events: Int(watched.reduce(0) { $0 + count($1) }), over: years) : nil
        }
        (falseAlarms, falseActions) = (rate(\.falseAlarms), rate(\.falseActions))
    }

    /// The trials that were taken for what they are.
    package var takenRight: Int { count(\.isTakenRight) }

    /// The trials in which what was done is for what they are.
    package var actedRight: Int { count(\.isActedRight) }

    private func count(_ isRight: (Handling) -> Bool) -> Int {
        cells.reduce(0) { $0 + (isRight($1.handling) ? $1.trials : 0) }
    }

    private static func comesBefore(_ one: Cell, _ other: Cell) -> Bool {
        let (left, right) = (one.handling.truthText, other.handling.truthText)
        if left != right { return left < right }
        if one.trials != other.trials { return one.trials > other.trials }
        return one.handling.words < other.handling.words
    }
}

extension Handling {
    /// The true class, or `none`.
    package var truthText: String { truth?.name ?? Label.nothing.description }

    /// Whether truth, judgement, judge and action are the same.
    fileprivate func isAlike(_ other: Handling) -> Bool {
        truth == other.truth && taken == other.taken && takenBy == other.takenBy && acted == other.acted
    }

    fileprivate var words: String { "\(taken) \(takenBy) \(acted)" }
}
