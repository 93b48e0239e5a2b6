package import DRSimUnits

/// What became of the data of a trial: the worst of the services, each of which has the worst of the stores
/// it needs. Stores that no service needs have a score of their own, and no say here. The cases are in order,
/// the worst last.
package enum DataLoss: Hashable, Comparable, Sendable {
    /// The disaster touched no store that a service needs.
    case untouched
    /// Of each such store it is known what survived: how far back the worst one goes.
    case recoveryPoint(Span)
    /// Of one of them nobody knows how much was lost, since the plan came to what is not simulated.
    case unknown
    /// Of one of them no copy survived.
    case lost

    /// What one service lost.
    init(_ service: ServiceScore) {
        switch service.rpoVerdict {
        case .notExercised: self = .untouched
        case .lost: self = .lost
        default: self = service.rpa.map { .recoveryPoint($0) } ?? .unknown
        }
    }

    /// The worst of some services.
    init(_ services: [ServiceScore]) {
        self = services.map { DataLoss($0) }.max() ?? .untouched
    }

    /// The loss in words, where it is no number.
    package var words: String {
        switch self {
        case .untouched: "–"
        case .recoveryPoint(let span): span.description
        case .unknown: "not known"
        case .lost: Verdict.lost.rawValue
        }
    }
}

extension TrialScore {
    /// What became of the data that services need.
    package var dataLoss: DataLoss { DataLoss(services) }
}
