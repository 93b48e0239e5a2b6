package import DRSimKernel
package import DRSimUnits

extension PostgresSystem {
    /// An instance stopped. In a region that is lost it has stopped already.
    package mutating func instanceStopped(
        _ id: DatabaseID, ordinal: Int, reason: StopReason, at now: Instant, draws: Draws,
        effects: inout PostgresEffects
    ) {
        guard isSiteUp[self[id].spec.site] else { return }
        change(at: now, draws: draws, effects: &effects) { system, turn in
            system.stop(ordinal, in: id.index, reason: reason, &turn)
        }
    }

    /// The pod of an instance that stopped runs again: as primary if it still is, else as a standby.
    package mutating func instanceReturned(
        _ id: DatabaseID, ordinal: Int, at now: Instant, draws: Draws, effects: inout PostgresEffects
    ) {
        guard isSiteUp[self[id].spec.site], case .stopped(let reason) = self[id].instances[ordinal].state
        else { return }
        // Only a primary makes anything of an instance without data: it is cloned.
        guard reason != .unborn || self[id].primary != nil else { return }
        change(at: now, draws: draws, effects: &effects) { system, _ in
            system.databases[id.index].instances[ordinal].state =
                reason == .unborn ? .rejoining : system[id].stateAtStart(of: ordinal)
        }
    }

    /// A region is lost as a whole: its databases stop together, and the operator with them.
    package mutating func siteLost(
        _ site: Int, at now: Instant, draws: Draws, effects: inout PostgresEffects
    ) {
        guard isSiteUp[site] else { return }
        change(at: now, draws: draws, effects: &effects) { system, turn in
            system.isSiteUp[site] = false
            for index in system.databases.indices where system.databases[index].spec.site == site {
                for ordinal in system.databases[index].instances.indices {
                    system.stop(ordinal, in: index, reason: .siteLost, &turn)
                }
            }
        }
    }

    /// A region returns. Each of its instances runs again when its pod does, which the world says; the
    /// operator waits for the primary it had, and promotes nobody in its place.
    package mutating func siteReturned(
        _ site: Int, at now: Instant, draws: Draws, effects: inout PostgresEffects
    ) {
        change(at: now, draws: draws, effects: &effects) { system, _ in system.isSiteUp[site] = true }
    }

    /// The operator of a region works or does not, as when its only pod is on a lost node (A10).
    package mutating func operatorAvailable(
        _ isAvailable: Bool, site: Int, at now: Instant, draws: Draws, effects: inout PostgresEffects
    ) {
        guard isOperatorUp[site] != isAvailable else { return }
        change(at: now, draws: draws, effects: &effects) { system, _ in
            system.isOperatorUp[site] = isAvailable
        }
    }

    /// The link from one region to another is cut or heals.
    package mutating func link(
        from one: Int, to other: Int, isUp: Bool, at now: Instant, draws: Draws,
        effects: inout PostgresEffects
    ) {
        change(at: now, draws: draws, effects: &effects) { system, _ in
            system.isCut[one][other] = !isUp
        }
    }

    /// Stops an instance. Of two reasons the one that keeps it down longer holds: what crashed is
    /// restarted only where its node is sound, and what stopped with its node returns with that node,
    /// whatever happens to the region meanwhile.
    mutating func stop(
        _ ordinal: Int, in index: Int, reason: StopReason, _ turn: inout Turn
    ) {
        let database = databases[index]
        if case .stopped(let earlier) = database.instances[ordinal].state {
            guard earlier != .nodeLost, !reason.restartsInPlace else { return }
        }
        databases[index].instances[ordinal].state = .stopped(reason)
        guard ordinal == database.primary, database.isLive(ordinal) else { return }
        turn.effects.record(
            .primaryLost(DatabaseID(index), instance: database.instances[ordinal].pod, reason: reason))
    }
}
