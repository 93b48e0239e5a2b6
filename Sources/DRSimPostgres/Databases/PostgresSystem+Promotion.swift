package import DRSimKernel
package import DRSimUnits

extension PostgresSystem {
    /// Handles an event that was asked for earlier.
    package mutating func handle(
        _ event: PostgresEvent, at now: Instant, draws: Draws, effects: inout PostgresEffects
    ) {
        switch event {
        case .failoverEnds(let database, let generation):
            guard databases[Int(database)].generation == generation else { return }
            endFailover(of: DatabaseID(Int(database)), at: now, draws: draws, effects: &effects)
        case .switchoverEnds(let database, let instance, let generation):
            guard databases[Int(database)].generation == generation else { return }
            endSwitchover(of: Int(database), to: Int(instance), at: now, draws: draws, effects: &effects)
        case .promotionEnds(let database, let generation):
            guard databases[Int(database)].generation == generation else { return }
            endPromotion(of: Int(database), at: now, draws: draws, effects: &effects)
        case .instanceRejoins(let database, let instance, _):
            instanceReturned(
                DatabaseID(Int(database)), ordinal: Int(instance), at: now, draws: draws, effects: &effects)
        }
    }

    /// The operator is told to make another instance primary, as planned; without effect for the one
    /// that is, or for one that does not run.
    package mutating func switchOver(
        _ id: DatabaseID, to pod: String, at now: Instant, draws: Draws, effects: inout PostgresEffects
    ) {
        let index = id.index
        guard let target = databases[index].instances.firstIndex(where: { $0.pod == pod }),
            target != databases[index].primary, databases[index].instances[target].isRunning,
            databases[index].transition == nil, isSiteUp[databases[index].spec.site]
        else { return }
        stopWrites(to: index, at: now)
        begin(.switchingOver(to: target), of: index)
        databases[index].pendingAssumption = timings.switchover.id
        let span = timings.switchover.span(
            draws, of: stream(of: index), ordinal: databases[index].transitions)
        effects.schedule(
            .switchoverEnds(
                database: Int32(index), instance: Int32(target), generation: databases[index].generation),
            at: now + span)
    }

    private mutating func endSwitchover(
        of index: Int, to target: Int, at now: Instant, draws: Draws, effects: inout PostgresEffects
    ) {
        databases[index].transition = nil
        guard databases[index].instances[target].isRunning else { return }
        databases[index].primary = target
        guard !databases[index].isReplica else { return }
        // A clean switchover waits for the target to have received everything (A13).
        let fork = databases[index].stretch.position(at: now)
        promote(index, instance: target, fork: fork, at: now, draws: draws, effects: &effects)
    }

    /// A replica cluster is told to leave recovery: irreversible (A13). Without effect for one that
    /// is no replica.
    package mutating func promoteReplicaCluster(
        _ id: DatabaseID, at now: Instant, draws: Draws, effects: inout PostgresEffects
    ) {
        let index = id.index
        guard databases[index].isReplica, databases[index].transition == nil,
            isSiteUp[databases[index].spec.site], databases[index].primary != nil
        else { return }
        begin(.promoting, of: index)
        databases[index].pendingAssumption = timings.replicaClusterPromotion.id
        let span = timings.replicaClusterPromotion.span(
            draws, of: stream(of: index), ordinal: databases[index].transitions)
        effects.schedule(
            .promotionEnds(database: Int32(index), generation: databases[index].generation), at: now + span)
    }

    private mutating func endPromotion(
        of index: Int, at now: Instant, draws: Draws, effects: inout PostgresEffects
    ) {
        databases[index].transition = nil
        guard let primary = databases[index].primary, databases[index].instances[primary].isRunning else {
            return
        }
        let fork = position(of: DatabaseID(index), at: now, draws: draws)
        promote(index, instance: primary, fork: fork, at: now, draws: draws, effects: &effects)
    }

    /// All postmasters of a database are stopped on purpose, or may run again (A23).
    package mutating func fence(
        _ id: DatabaseID, _ isFenced: Bool, at now: Instant, draws: Draws, effects: inout PostgresEffects
    ) {
        guard databases[id.index].isFenced != isFenced else { return }
        if isFenced { stopWrites(to: id.index, at: now) }
        databases[id.index].isFenced = isFenced
        effects.record(.fenced(id, isFenced: isFenced))
        updateStreaming(at: now, draws: draws, effects: &effects)
        updateSplitBrain(&effects)
    }
}
