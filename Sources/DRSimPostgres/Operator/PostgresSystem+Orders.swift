package import DRSimKernel
package import DRSimUnits

extension PostgresSystem {
    /// Another instance is ordered to become primary (A3). The order stands until an instance was
    /// promoted; naming the present primary takes it back, and a pod that does not exist is ignored.
    ///
    /// While a failover is under way the order says whom to promote, if that instance runs.
    package mutating func switchOver(
        _ id: DatabaseID, to pod: String, at now: Instant, draws: Draws, effects: inout PostgresEffects
    ) {
        guard let target = self[id].instances.firstIndex(where: { $0.pod == pod }) else { return }
        change(at: now, draws: draws, effects: &effects) { system, _ in
            let isPrimary = target == system[id].primary
            system.databases[id.index].orderedPrimary = isPrimary ? nil : target
        }
    }

    /// A replica cluster is ordered to become a database of its own, for good (A13). Without effect on
    /// one that is no replica.
    package mutating func promoteReplicaCluster(
        _ id: DatabaseID, at now: Instant, draws: Draws, effects: inout PostgresEffects
    ) {
        guard self[id].isReplica else { return }
        change(at: now, draws: draws, effects: &effects) { system, _ in
            system.databases[id.index].mustStandAlone = true
        }
    }

    /// A database of its own is ordered to follow another one, or no longer to. It takes no more writes,
    /// and once it has been cloned anew what it alone holds is given up (A13, B9). Without effect on a
    /// replica cluster.
    package mutating func demote(
        _ id: DatabaseID, toFollow source: DatabaseID?, at now: Instant, draws: Draws,
        effects: inout PostgresEffects
    ) {
        guard !self[id].isReplica, self[id].mustFollow != source, source != id else { return }
        change(at: now, draws: draws, effects: &effects) { system, _ in
            system.databases[id.index].mustFollow = source
        }
    }

    /// All postmasters of a database are stopped on purpose, or may run again (A23).
    package mutating func fence(
        _ id: DatabaseID, _ isFenced: Bool, at now: Instant, draws: Draws, effects: inout PostgresEffects
    ) {
        guard self[id].isFenced != isFenced else { return }
        change(at: now, draws: draws, effects: &effects) { system, turn in
            system.databases[id.index].isFenced = isFenced
            turn.effects.record(.fenced(id, isFenced: isFenced))
        }
    }
}
