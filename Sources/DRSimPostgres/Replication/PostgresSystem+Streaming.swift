import DRSimKernel
import DRSimUnits

extension PostgresSystem {
    /// An instance that ceased to write or to receive keeps what it had.
    mutating func keepPositions(of before: PostgresSystem, _ turn: Turn) {
        for index in databases.indices {
            for ordinal in databases[index].instances.indices
            where before.isFed(ordinal, in: index) && !isFed(ordinal, in: index) {
                databases[index].instances[ordinal].kept = before.position(
                    of: ordinal, in: index, at: turn.now, draws: turn.draws)
            }
        }
    }

    /// Nothing is written to a database that ceased to accept writes.
    mutating func stopWrites(since before: PostgresSystem, _ turn: Turn) {
        for index in databases.indices where before.databases[index].isWritable {
            guard !databases[index].isWritable else { continue }
            databases[index].interruptedAt = turn.now
            ledger.setRate(0, of: before.databases[index].timeline, at: turn.now)
        }
    }

    /// Whoever receives follows the timeline of whom it receives from.
    mutating func followTimelines() {
        for index in databases.indices {
            if isReceiving(index), let source = databases[index].source {
                databases[index].timeline = self[source].timeline
            }
            for ordinal in databases[index].instances.indices where isFed(ordinal, in: index) {
                follow(databases[index].timeline, by: ordinal, in: index)
            }
        }
    }

    /// An instance changes to a timeline: at once if that goes on from where its data end, else by
    /// rewinding first (B9).
    ///
    /// A replica cluster that is ahead of where its source forked would have to be cloned anew; here it
    /// is taken back to the fork, too. It takes a lag between regions shorter than one inside a region.
    private mutating func follow(_ timeline: Int, by ordinal: Int, in index: Int) {
        let instance = databases[index].instances[ordinal]
        guard instance.timeline != timeline else { return }
        let shared = ledger.sharedHistory(of: instance.timeline, and: timeline)
        if instance.kept > shared, ordinal != databases[index].primary {
            databases[index].instances[ordinal].state = .rejoining
        } else {
            rewind(ordinal, in: index)
        }
    }

    /// An instance gives up what the timeline of its database does not have.
    mutating func rewind(_ ordinal: Int, in index: Int) {
        let timeline = databases[index].timeline
        let instance = databases[index].instances[ordinal]
        let shared =
            instance.timeline == Database.noTimeline
            ? .zero : ledger.sharedHistory(of: instance.timeline, and: timeline)
        databases[index].instances[ordinal].kept = min(instance.kept, shared)
        databases[index].instances[ordinal].timeline = timeline
    }

    /// Records which replica clusters lost or found their source.
    func recordReplication(since before: PostgresSystem, _ turn: inout Turn) {
        for index in databases.indices where databases[index].isReplica {
            switch (before.isReceiving(index), isReceiving(index)) {
            case (true, false):
                let id = DatabaseID(index)
                let position = position(of: id, at: turn.now, draws: turn.draws)
                turn.effects.record(.replicationBroken(id, position: position))
            case (false, true): turn.effects.record(.replicationResumed(DatabaseID(index)))
            default: break
            }
        }
    }

    /// Records when a second database of a store begins or ceases to accept writes.
    ///
    /// A copy that went its own way long ago, or was restored, counts from its first write on: until then
    /// nobody takes it for the store. Once users write to what was restored, what they left behind does
    /// not count.
    mutating func recordSplitBrain(_ turn: inout Turn) {
        var stores: [StoreID] = []
        for database in databases where !stores.contains(database.spec.store) {
            stores.append(database.spec.store)
        }
        for store in stores {
            let writers = writers(of: store, at: turn.now)
            guard (writers.count > 1) != splitStores.contains(store) else { continue }
            if writers.count > 1 {
                splitStores.append(store)
                turn.effects.record(
                    .splitBrainStarted(store, DatabaseID(writers[0]), DatabaseID(writers[1])))
            } else {
                splitStores.removeAll { $0 == store }
                turn.effects.record(.splitBrainEnded(store))
            }
        }
    }

    private func writers(of store: StoreID, at now: Instant) -> [Int] {
        let writers = databases.indices.filter { index in
            let database = databases[index]
            guard database.spec.store == store, database.isWritable else { return false }
            let isAside = database.spec.copiedAt != nil || ledger.timelines[database.timeline].isRestored
            return !isAside || ledger.isWritten(database.timeline, by: now)
        }
        guard writers.contains(where: { ledger.timelines[databases[$0].timeline].isRestored }) else {
            return writers
        }
        return writers.filter { ledger.isTakingWrites(databases[$0].timeline) }
    }
}
