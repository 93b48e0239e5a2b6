package import DRSimKernel
package import DRSimUnits

extension PostgresSystem {
    /// How far a database reaches at an instant: what it wrote, or what it has received.
    package func position(of id: DatabaseID, at instant: Instant, draws: Draws) -> ByteCount {
        let database = databases[id.index]
        if let frozen = database.frozen { return frozen }
        guard let source = database.source else { return written(to: id.index, at: instant) }
        let lag = timings.lagCrossRegion.span(
            draws, of: database.instances[0].stream, ordinal: Self.minute(of: instant))
        return written(to: source.index, at: instant - lag)
    }

    /// How far a standby of a database has received at an instant.
    func received(by instance: Int, of index: Int, at instant: Instant, draws: Draws) -> ByteCount {
        let database = databases[index]
        let lag = timings.lagInRegion.span(
            draws, of: database.instances[instance].stream, ordinal: Self.minute(of: instant))
        return written(to: index, at: instant - lag)
    }

    /// What a database had written at an instant, from its open stretch or from the ledger.
    func written(to index: Int, at instant: Instant) -> ByteCount {
        let database = databases[index]
        if instant >= database.stretch.from { return database.stretch.position(at: instant) }
        return ledger.position(of: database.timeline, at: instant)
    }

    /// The copies that exist at an instant: each database's, as far as it reaches.
    package func copies(at instant: Instant, draws: Draws) -> [DatabaseCopy] {
        databases.indices.map { index in
            let id = DatabaseID(index)
            let isUp = isSiteUp[databases[index].spec.site]
            return DatabaseCopy(
                database: id, timeline: databases[index].timeline,
                position: position(of: id, at: instant, draws: draws), isAvailable: isUp)
        }
    }

    /// Lags are drawn anew each minute of simulated time.
    private static func minute(of instant: Instant) -> UInt32 {
        UInt32(clamping: max(0, instant.milliseconds) / 60_000)
    }
}

/// A copy of a store and how far it reaches.
package struct DatabaseCopy: Hashable, Sendable {
    /// The database that holds it.
    package let database: DatabaseID
    /// The timeline it follows.
    package let timeline: Int
    /// How far it reaches.
    package let position: ByteCount
    /// Whether its region is up.
    package let isAvailable: Bool
}
