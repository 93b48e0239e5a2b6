package import DRSimKernel
package import DRSimUnits

extension PostgresSystem {
    /// How far a database reaches at an instant: what its primary has written or received.
    package func position(of id: DatabaseID, at instant: Instant, draws: Draws) -> ByteCount {
        guard let primary = self[id].primary else { return .zero }
        return position(of: primary, in: id.index, at: instant, draws: draws)
    }

    /// How far the data of an instance reach at an instant.
    ///
    /// One that receives has what its upstream had a lag ago; one that neither writes nor receives has
    /// what it had when it ceased to.
    package func position(
        of ordinal: Int, in index: Int, at instant: Instant, draws: Draws
    ) -> ByteCount {
        // Lags are drawn anew for each minute of simulated time.
        let minute = UInt32(clamping: instant.milliseconds / 60_000)
        return position(of: ordinal, in: index, at: instant, draws: draws, minute: minute)
    }

    /// The lags of a whole chain are those of one minute, or a position could fall within a minute.
    private func position(
        of ordinal: Int, in index: Int, at instant: Instant, draws: Draws, minute: UInt32
    ) -> ByteCount {
        let database = databases[index]
        let instance = database.instances[ordinal]
        let upstream: (index: Int, ordinal: Int, lag: Quantity)
        switch feed(of: ordinal, in: index) {
        case .nothing: return instance.kept
        case .writes: return ledger.position(of: database.timeline, at: instant)
        case .primary(let primary): upstream = (index, primary, timings.lagInRegion)
        case .source(let source):
            guard let primary = self[source].primary else { return instance.kept }
            upstream = (source.index, primary, timings.lagCrossRegion)
        }
        var lag =
            upstream.lag.span(draws, of: instance.stream, ordinal: minute)
            + databases[upstream.index].addedLag
        let isFromSource = upstream.index != index
        if isFromSource { lag += delay(from: DatabaseID(upstream.index), to: index) }
        let sent = position(
            of: upstream.ordinal, in: upstream.index, at: instant - lag, draws: draws, minute: minute)
        let limit = isFromSource ? limit(from: DatabaseID(upstream.index), to: index, at: instant) : nil
        return max(instance.kept, limit.map { min(sent, $0) } ?? sent)
    }

    /// The copies that exist at an instant: of each database what its primary has. What another of its
    /// instances has beyond that is given up when it rejoins.
    package func copies(at instant: Instant, draws: Draws) -> [DatabaseCopy] {
        databases.indices.filter { databases[$0].primary != nil && !databases[$0].isRemoved }.map { index in
            let id = DatabaseID(index)
            return DatabaseCopy(
                database: id, timeline: databases[index].timeline,
                position: position(of: id, at: instant, draws: draws),
                isAvailable: isSiteUp[databases[index].spec.site])
        }
    }
}
