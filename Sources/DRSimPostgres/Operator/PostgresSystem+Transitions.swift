package import DRSimKernel
package import DRSimUnits

extension PostgresSystem {
    /// Handles an event that was asked for earlier.
    package mutating func handle(
        _ event: PostgresEvent, at now: Instant, draws: Draws, effects: inout PostgresEffects
    ) {
        switch event {
        case .backupEnds(let backup): backupEnds(Int(backup), at: now, effects: &effects)
        case .bootstrapAdvances(let database, let generation):
            guard databases[Int(database)].generation == generation else { return }
            bootstrapAdvances(DatabaseID(Int(database)), at: now, draws: draws, effects: &effects)
        case .transitionEnds(let number, let generation):
            let index = Int(number)
            guard databases[index].generation == generation, let pending = databases[index].pending else {
                return
            }
            change(at: now, draws: draws, effects: &effects) { system, turn in
                system.databases[index].pending = nil
                system.databases[index].generation += 1
                system.finish(pending, of: index, &turn)
            }
        case .instanceRejoins(let number, let instance, let generation):
            let (index, ordinal) = (Int(number), Int(instance))
            guard databases[index].instances[ordinal].rejoins == generation else { return }
            change(at: now, draws: draws, effects: &effects) { system, _ in
                system.databases[index].instances[ordinal].state = .running
                system.rewind(ordinal, in: index)
            }
        }
    }

    private mutating func finish(
        _ pending: Database.PendingTransition, of index: Int, _ turn: inout Turn
    ) {
        guard let primary = databases[index].primary else { return }
        switch pending.transition {
        case .restarting: databases[index].instances[primary].state = .running
        case .failingOver:
            guard let elected = elected(of: index, turn) else { return }
            handOver(to: elected, of: index, waitedOn: pending.waitsOn, &turn)
        case .switchingOver(let target):
            databases[index].instances[primary].state = .rejoining
            handOver(to: target, of: index, waitedOn: pending.waitsOn, &turn)
        case .promoting:
            let fork = position(of: primary, in: index, at: turn.now, draws: turn.draws)
            promote(primary, of: index, fork: fork, waitedOn: pending.waitsOn, &turn)
        case .demoting(let source): demote(index, toFollow: source)
        }
    }

    /// A database follows another one from now on; what that one does not have is given up.
    private mutating func demote(_ index: Int, toFollow source: DatabaseID) {
        (databases[index].source, databases[index].mustFollow) = (source, nil)
        (databases[index].timeline, databases[index].application) = (
            self[source].timeline, self[source].application
        )
        for ordinal in databases[index].instances.indices { rewind(ordinal, in: index) }
    }

    /// The standby to promote: the one ordered if it runs, else the one that has received most; of
    /// equals the first.
    private func elected(of index: Int, _ turn: Turn) -> Int? {
        let database = databases[index]
        let candidates = database.instances.indices.filter { $0 != database.primary && database.isLive($0) }
        if let ordered = database.orderedPrimary, candidates.contains(ordered) { return ordered }
        let reach = candidates.map { position(of: $0, in: index, at: turn.now, draws: turn.draws) }
        return zip(candidates, reach).max { $0.1 < $1.1 || ($0.1 == $1.1 && $0.0 > $1.0) }?.0
    }

    /// Another instance becomes primary: of a database of its own on a new timeline, which goes on from
    /// what the instance has; after an orderly handing over that is everything.
    private mutating func handOver(
        to ordinal: Int, of index: Int, waitedOn wait: AssumptionID, _ turn: inout Turn
    ) {
        let received = position(of: ordinal, in: index, at: turn.now, draws: turn.draws)
        let isOrderly = databases[index].primaryStop == nil
        databases[index].orderedPrimary = nil
        guard !databases[index].isReplica else {
            databases[index].primary = ordinal
            let pod = databases[index].instances[ordinal].pod
            return turn.effects.record(.designated(DatabaseID(index), instance: pod, waitedOn: wait))
        }
        let written = ledger.position(of: databases[index].timeline, at: turn.now)
        promote(ordinal, of: index, fork: isOrderly ? written : received, waitedOn: wait, &turn)
    }

    /// An instance leaves recovery on a timeline of its own.
    private mutating func promote(
        _ ordinal: Int, of index: Int, fork: ByteCount, waitedOn wait: AssumptionID, _ turn: inout Turn
    ) {
        let id = DatabaseID(index)
        let instance = databases[index].instances[ordinal]
        let timeline = ledger.begin(
            .init(
                store: databases[index].spec.store, parent: instance.timeline, fork: fork, at: turn.now,
                database: id))
        databases[index].instances[ordinal].timeline = timeline
        databases[index].instances[ordinal].kept = fork
        (databases[index].timeline, databases[index].primary) = (timeline, ordinal)
        (databases[index].source, databases[index].mustStandAlone) = (nil, false)
        turn.effects.record(
            .promoted(id, instance: instance.pod, timeline: timeline, fork: fork, waitedOn: wait))
    }
}
