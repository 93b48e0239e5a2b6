import DRSimTrace
package import DRSimUnits

extension ServiceScore {
    /// The outages as the clock of contracts sees them: stretches less than ten minutes apart are one, for
    /// flapping is not recovery.
    package var episodes: [Outage] { Outage.episodes(outages) }

    /// The share of a trial's time in which enough users were served, rounded down to the millionth.
    package func availability(over time: Span) -> Share {
        guard time > .zero else { return .all }
        return .ratio((time - unavailable).milliseconds, of: time.milliseconds)
    }
}

extension ServiceScore.Outage {
    /// Outages, which are in order, with those less than ten minutes apart as one.
    static func episodes(_ outages: [Self]) -> [Self] {
        outages.reduce(into: []) { episodes, outage in
            if let last = episodes.indices.last, outage.from - episodes[last].to < ServedSegment.proof {
                episodes[last].to = outage.to
            } else {
                episodes.append(outage)
            }
        }
    }
}
