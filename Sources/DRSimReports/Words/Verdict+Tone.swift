import DRSimScoring

extension Verdict {
    /// How a report colours it.
    var tone: String {
        switch self {
        case .met: "good"
        case .missed, .unrecovered, .lost: "bad"
        case .inconclusive, .notExercised, .noTarget: "open"
        }
    }

    /// The worst of several; nothing decided is worse than nothing tried.
    static func worst(of verdicts: some Sequence<Verdict>) -> Verdict {
        let order: [Verdict] = [.notExercised, .noTarget, .met, .inconclusive, .missed, .unrecovered, .lost]
        let worst = verdicts.compactMap { order.firstIndex(of: $0) }.max() ?? 0
        return order[worst]
    }
}
