import DRSimTrace
import DRSimUnits

/// One outage of a service, by the clock of contracts: when it went away and when it was back for good.
struct Recovery: Hashable {
    /// The first unavailable instant.
    let unavailableFrom: Instant
    /// The start of the first stretch of `proof` that stayed available, if the horizon shows one.
    let restoredAt: Instant?
    /// Where the service was available at the horizon, but not for `proof`: since when.
    let backUnproven: Instant?

    /// Reads the recoveries off a service's outages, which are in order.
    ///
    /// The ten minutes must lie inside the horizon, since nobody knows what comes after it.
    static func all(of episodes: [ServiceScore.Outage], horizon: Instant) -> [Recovery] {
        episodes.enumerated().map { index, episode in
            let isProven = index < episodes.count - 1 || horizon - episode.to >= ServedSegment.proof
            return Recovery(
                unavailableFrom: episode.from, restoredAt: isProven ? episode.to : nil,
                backUnproven: isProven || episode.to >= horizon ? nil : episode.to)
        }
    }

    /// The recovery time actual.
    var time: Span? { restoredAt.map { $0 - unavailableFrom } }
}

extension Recovery {
    /// The recovery a service is judged by: that of the worst verdict, and of these the longest.
    ///
    /// One that never ended comes before any number; one that the horizon cut off before it was proven
    /// comes before those that kept the objective, and behind those that did not.
    static func worst(of recoveries: [Recovery], target: Span?) -> Recovery? {
        recoveries.max { $0.rank(target) < $1.rank(target) }
    }

    private func rank(_ target: Span?) -> (Int, Span) {
        let order: [Verdict] = [.inconclusive, .missed, .unrecovered]
        let verdict = Verdict(recovery: self, target: target)
        let back = restoredAt ?? backUnproven
        return (order.firstIndex(of: verdict).map { $0 + 1 } ?? 0, back.map { $0 - unavailableFrom } ?? .zero)
    }
}
