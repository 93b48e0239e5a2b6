import DRSimTrace
import DRSimUnits

/// When a service went away and when it was back for good.
struct Recovery: Hashable {
    /// The first unavailable instant.
    let unavailableFrom: Instant
    /// The start of the first stretch of `proof` that stayed available, if the horizon shows one.
    let restoredAt: Instant?
    /// Where the service was available at the horizon, but not for `proof`: since when.
    let backUnproven: Instant?

    /// Reads the first recovery off a service's outages, which are in order; `nil` if there is none.
    ///
    /// The ten minutes must lie inside the horizon, since nobody knows what comes after it.
    init?(_ outages: [ServiceScore.Outage], horizon: Instant) {
        let episodes = Self.episodes(outages)
        guard let first = episodes.first else { return nil }
        unavailableFrom = first.from
        let isProven = episodes.count > 1 || horizon - first.to >= ServedSegment.proof
        restoredAt = isProven ? first.to : nil
        backUnproven = isProven || first.to >= horizon ? nil : first.to
    }

    /// The recovery time actual.
    var time: Span? { restoredAt.map { $0 - unavailableFrom } }

    /// The outages as the clock of contracts sees them: those less than `proof` apart are one, for
    /// flapping is not recovery.
    static func episodes(_ outages: [ServiceScore.Outage]) -> [ServiceScore.Outage] {
        outages.reduce(into: []) { episodes, outage in
            if let last = episodes.indices.last, outage.from - episodes[last].to < ServedSegment.proof {
                episodes[last].to = outage.to
            } else {
                episodes.append(outage)
            }
        }
    }
}
