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
        let database = databases[index]
        let instance = database.instances[ordinal]
        switch feed(of: ordinal, in: index) {
        case .nothing: return instance.kept
        case .writes: return ledger.position(of: database.timeline, at: instant)
        case .primary(let primary):
            let lag = lag(of: instance, timings.lagInRegion, at: instant, draws: draws)
            let sent = position(of: primary, in: index, at: instant - lag, draws: draws)
            return max(instance.kept, sent)
        case .source(let source):
            let lag = lag(of: instance, timings.lagCrossRegion, at: instant, draws: draws)
            return max(instance.kept, position(of: source, at: instant - lag, draws: draws))
        }
    }

    /// The copies that exist at an instant: of each database what its primary has. What another of its
    /// instances has beyond that is given up when it rejoins.
    package func copies(at instant: Instant, draws: Draws) -> [DatabaseCopy] {
        databases.indices.map { index in
            let id = DatabaseID(index)
            return DatabaseCopy(
                database: id, timeline: databases[index].timeline,
                position: position(of: id, at: instant, draws: draws),
                isAvailable: isSiteUp[databases[index].spec.site])
        }
    }

    /// Lags are drawn anew for each minute of simulated time.
    private func lag(
        of instance: Database.Instance, _ quantity: Quantity, at instant: Instant, draws: Draws
    ) -> Span {
        let minute = UInt32(clamping: instant.milliseconds / 60_000)
        return quantity.span(draws, of: instance.stream, ordinal: minute)
    }
}
