package import DRSimUnits

/// What became of the data of a trial: the worst recovery point of the services, each of which has the worst
/// of the stores it needs. Stores that no service needs have a score of their own, and no say here.
package enum DataLoss: Hashable, Sendable {
    /// The disaster touched no store that a service needs.
    case untouched
    /// Of each such store a copy survived: how far back the worst one goes.
    case recoveryPoint(Span)
    /// Of one of them no copy survived.
    case lost

    /// The worst of some services.
    init(_ services: [ServiceScore]) {
        let touched = services.filter { service in
            service.rpoVerdict != .notExercised && (service.rpa != nil || service.rpoVerdict != .inconclusive)
        }
        if touched.contains(where: { $0.rpa == nil }) {
            self = .lost
        } else {
            self = touched.compactMap(\.rpa).max().map { .recoveryPoint($0) } ?? .untouched
        }
    }
}

extension TrialScore {
    /// What became of the data that services need.
    package var dataLoss: DataLoss { DataLoss(services) }
}
