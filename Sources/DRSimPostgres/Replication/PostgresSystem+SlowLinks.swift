package import DRSimKernel
package import DRSimUnits

extension PostgresSystem {
    /// A link between two regions became better or worse: what is streamed over it is late by a span, and
    /// so many bytes a second get through, all of them where there is no bound.
    package mutating func link(
        between one: Int, and other: Int, delay: Span, bytesPerSecond: Int64?, at now: Instant,
        draws: Draws, effects: inout PostgresEffects
    ) {
        change(at: now, draws: draws, effects: &effects) { system, turn in
            var link = SlowLink(one: one, other: other, delay: delay, bytesPerSecond: bytesPerSecond)
            for index in system.databases.indices where system.isReceiving(index) {
                let position = system.position(of: DatabaseID(index), at: now, draws: turn.draws)
                link.starts.append(.init(receiver: index, at: now, position: position))
            }
            system.slowLinks.removeAll { $0.joins(one, other) }
            if delay > .zero || bytesPerSecond != nil { system.slowLinks.append(link) }
        }
    }

    /// The slow link a receiver gets its data over.
    private func slowLink(from source: DatabaseID, to receiver: Int) -> SlowLink? {
        let (one, other) = (self[source].spec.site, databases[receiver].spec.site)
        return slowLinks.first { $0.joins(one, other) }
    }

    /// How much later than over a sound link a receiver has what its source sends.
    func delay(from source: DatabaseID, to receiver: Int) -> Span {
        slowLink(from: source, to: receiver)?.delay ?? .zero
    }

    /// How far a receiver can be at an instant, by what its link lets through; `nil` where it bounds nothing.
    ///
    /// What waits at the source empties at the link's rate. That is the least, over all moments since the
    /// link became slow, of what was written by then and what the link let through from then on; it is
    /// found among the moments at which the rate of writing changed.
    func limit(from source: DatabaseID, to receiver: Int, at instant: Instant) -> ByteCount? {
        guard let link = slowLink(from: source, to: receiver), let rate = link.bytesPerSecond,
            let start = link.starts.first(where: { $0.receiver == receiver })
        else { return nil }
        func passed(since moment: Instant) -> ByteCount {
            let span = max(0, (instant - moment).milliseconds)
            return ByteCount(Int64(Int128(rate) * Int128(span) / 1_000))
        }
        let timeline = self[source].timeline
        return ledger.changes(of: timeline, after: start.at, before: instant).reduce(
            start.position + passed(since: start.at)
        ) { limit, moment in
            min(limit, ledger.position(of: timeline, at: moment) + passed(since: moment))
        }
    }

    /// A receiver whose link was cut and is slow goes on from what it kept.
    mutating func restartSlowReceivers(since before: PostgresSystem, _ turn: Turn) {
        for link in slowLinks.indices {
            for index in databases.indices where !before.isReceiving(index) && isReceiving(index) {
                guard let primary = databases[index].primary else { continue }
                slowLinks[link].starts.removeAll { $0.receiver == index }
                slowLinks[link].starts.append(
                    .init(
                        receiver: index, at: turn.now, position: databases[index].instances[primary].kept))
            }
        }
    }
}
