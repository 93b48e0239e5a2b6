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

    /// Whether a service came back too late, or not at all.
    var isTooLate: Bool { self == .missed || self == .unrecovered }

    /// All, from the best to the worst; nothing decided is worse than nothing tried.
    static let fromBest: [Verdict] = [
        .notExercised, .noTarget, .met, .inconclusive, .missed, .unrecovered, .lost,
    ]

    /// The worst of several.
    static func worst(of verdicts: some Sequence<Verdict>) -> Verdict {
        let worst = verdicts.compactMap { fromBest.firstIndex(of: $0) }.max() ?? 0
        return fromBest[worst]
    }
}
