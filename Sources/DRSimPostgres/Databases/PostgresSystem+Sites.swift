package import DRSimKernel
package import DRSimUnits

extension PostgresSystem {
    /// A region is lost as a whole: its databases stop together, and nobody there fails over.
    package mutating func siteLost(
        _ site: Int, at now: Instant, draws: Draws, effects: inout PostgresEffects
    ) {
        guard isSiteUp[site] else { return }
        // What was received elsewhere is settled first, while the region's positions still stand.
        freeze(receiversFrom: site, at: now, draws: draws, effects: &effects)
        isSiteUp[site] = false
        for index in databases.indices where databases[index].spec.site == site {
            (databases[index].transition, databases[index].generation) =
                (nil, databases[index].generation + 1)
            for ordinal in databases[index].instances.indices {
                instanceStopped(
                    DatabaseID(index), ordinal: ordinal, reason: .siteLost, at: now, draws: draws,
                    effects: &effects)
            }
        }
        updateStreaming(at: now, draws: draws, effects: &effects)
    }

    /// A region returns; its instances run again when their pods do.
    package mutating func siteReturned(
        _ site: Int, at now: Instant, draws: Draws, effects: inout PostgresEffects
    ) {
        isSiteUp[site] = true
        updateStreaming(at: now, draws: draws, effects: &effects)
    }

    /// The link from one region to another is cut or heals; cuts are counted.
    package mutating func link(
        from one: Int, to other: Int, isUp: Bool, at now: Instant, draws: Draws,
        effects: inout PostgresEffects
    ) {
        cuts[one][other] = isUp ? 0 : 1
        updateStreaming(at: now, draws: draws, effects: &effects)
    }

    /// Brings the receiving of every replica cluster in line with what reaches it.
    mutating func updateStreaming(at now: Instant, draws: Draws, effects: inout PostgresEffects) {
        for index in databases.indices {
            guard let source = databases[index].source else { continue }
            let receives = streams(from: source.index, to: index)
            if receives, databases[index].frozen != nil {
                databases[index].frozen = nil
                databases[index].timeline = databases[source.index].timeline
                effects.record(.replicationResumed(DatabaseID(index)))
            } else if !receives {
                freeze(index, at: now, draws: draws, effects: &effects)
            }
        }
    }

    private mutating func freeze(
        receiversFrom site: Int, at now: Instant, draws: Draws, effects: inout PostgresEffects
    ) {
        for index in databases.indices {
            guard let source = databases[index].source, databases[source.index].spec.site == site else {
                continue
            }
            freeze(index, at: now, draws: draws, effects: &effects)
        }
    }

    private mutating func freeze(
        _ index: Int, at now: Instant, draws: Draws, effects: inout PostgresEffects
    ) {
        guard databases[index].frozen == nil else { return }
        let id = DatabaseID(index)
        let reached = position(of: id, at: now, draws: draws)
        databases[index].frozen = reached
        effects.record(.replicationBroken(id, position: reached))
    }

    private func streams(from source: Int, to receiver: Int) -> Bool {
        let (origin, target) = (databases[source].spec.site, databases[receiver].spec.site)
        return isSiteUp[origin] && isSiteUp[target] && cuts[origin][target] == 0
            && databases[source].isWritable && databases[receiver].isRunning
    }

    /// Records when a second database of a store begins or ceases to accept writes.
    mutating func updateSplitBrain(_ effects: inout PostgresEffects) {
        var stores: [StoreID] = []
        for database in databases where !stores.contains(database.spec.store) {
            stores.append(database.spec.store)
        }
        for store in stores {
            let writable = databases.indices.filter { index in
                databases[index].spec.store == store && databases[index].isWritable
                    && isSiteUp[databases[index].spec.site]
            }
            let isSplit = writable.count > 1
            guard isSplit != splitStores.contains(store) else { continue }
            if isSplit {
                splitStores.append(store)
                effects.record(.splitBrainStarted(store, DatabaseID(writable[0]), DatabaseID(writable[1])))
            } else {
                splitStores.removeAll { $0 == store }
                effects.record(.splitBrainEnded(store))
            }
        }
    }
}
