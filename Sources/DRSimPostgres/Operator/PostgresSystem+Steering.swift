import DRSimKernel
import DRSimUnits

// What the operator of each database begins or gives up follows from how the database stands, never
// from what happened last: an operator that returns takes up what it finds.

extension PostgresSystem {
    /// What the operator of a database should be busy with, as things stand.
    private func wanted(of index: Int) -> Database.Transition? {
        let database = databases[index]
        guard isSteered(index), let primary = database.primary else { return nil }
        if let reason = database.primaryStop {
            // After the loss of a whole region the old primary's pod is on its way back.
            guard reason.callsForFailover else { return nil }
            if database.hasRunningStandby { return .failingOver }
            return reason.restartsInPlace ? .restarting : nil
        }
        if database.isReplica && database.mustStandAlone { return .promoting }
        if let source = database.mustFollow {
            return streams(from: source.index, to: index) ? .demoting(to: source) : nil
        }
        guard let target = database.orderedPrimary, target != primary, database.isLive(target) else {
            return nil
        }
        return .switchingOver(to: target)
    }

    /// Whether there is an operator that may act on a database; it lets a fenced one be.
    private func isSteered(_ index: Int) -> Bool {
        let site = databases[index].spec.site
        return isSiteUp[site] && isOperatorUp[site] && !databases[index].isFenced
    }

    /// Whether the operator of a database wants a standby to promote and finds none.
    private func lacksStandby(_ index: Int) -> Bool {
        guard isSteered(index), let reason = databases[index].primaryStop else { return false }
        return reason.callsForFailover && !databases[index].hasRunningStandby
    }

    /// Operators begin what they should be busy with, and give up what they should not.
    mutating func steerDatabases(since before: PostgresSystem, _ turn: inout Turn) {
        for index in databases.indices {
            if lacksStandby(index) && !before.lacksStandby(index) {
                turn.effects.record(.noStandby(DatabaseID(index)))
            }
            let wanted = wanted(of: index)
            guard wanted != databases[index].transition else { continue }
            databases[index].pending = nil
            databases[index].generation += 1
            if let wanted { begin(wanted, of: index, &turn) }
        }
    }

    private mutating func begin(
        _ transition: Database.Transition, of index: Int, _ turn: inout Turn
    ) {
        if transition == .failingOver { turn.effects.record(.failoverPending(DatabaseID(index))) }
        let (wait, span) = duration(of: transition, index, turn)
        databases[index].transitions += 1
        databases[index].pending = .init(transition: transition, waitsOn: wait)
        turn.effects.schedule(
            .transitionEnds(database: Int32(index), generation: databases[index].generation),
            at: turn.now + span)
    }

    /// What a transition waits on, and how long.
    private func duration(
        of transition: Database.Transition, _ index: Int, _ turn: Turn
    ) -> (AssumptionID, Span) {
        let (stream, ordinal) = (databases[index].stream, databases[index].transitions)
        let wait: Quantity
        switch transition {
        case .failingOver, .restarting: wait = timings.failover(after: databases[index].primaryStop ?? .crash)
        case .switchingOver: wait = timings.switchover
        case .promoting: wait = timings.replicaClusterPromotion
        case .demoting:
            wait = timings.recovery.replicaRebuildRate
            let size = size(of: DatabaseID(index))
            return (wait.id, wait.time(for: size, turn.draws, of: stream, ordinal: ordinal))
        }
        return (wait.id, wait.span(turn.draws, of: stream, ordinal: ordinal))
    }
}

extension PostgresSystem {
    /// Whether an instance should be about to follow the primary again: it must rewind, or its process
    /// is restarted where it is.
    private func shouldRejoin(_ ordinal: Int, in index: Int) -> Bool {
        let database = databases[index]
        guard ordinal != database.primary, database.isPrimaryLive else { return false }
        switch database.instances[ordinal].state {
        case .running: return false
        case .rejoining: return true
        case .stopped(let reason): return reason.restartsInPlace
        }
    }

    /// Instances begin to rejoin, or give it up.
    mutating func steerInstances(since before: PostgresSystem, _ turn: inout Turn) {
        for index in databases.indices {
            for ordinal in databases[index].instances.indices {
                let should = shouldRejoin(ordinal, in: index)
                guard should != before.shouldRejoin(ordinal, in: index) else { continue }
                databases[index].instances[ordinal].rejoins += 1
                guard should else { continue }
                let instance = databases[index].instances[ordinal]
                let span = timeToRejoin(instance, of: index, turn)
                turn.effects.schedule(
                    .instanceRejoins(
                        database: Int32(index), instance: Int32(ordinal), generation: instance.rejoins),
                    at: turn.now + span)
            }
        }
    }

    /// An instance without data is cloned from the primary, another rewinds.
    private func timeToRejoin(_ instance: Database.Instance, of index: Int, _ turn: Turn) -> Span {
        let ordinal = UInt32(instance.rejoins)
        guard instance.timeline == Database.noTimeline else {
            return timings.standbyRejoin.span(turn.draws, of: instance.stream, ordinal: ordinal)
        }
        return timings.recovery.baseBackupRate.time(
            for: size(of: DatabaseID(index)), turn.draws, of: instance.stream, ordinal: ordinal)
    }

    /// Records which databases accept writes again and which instances follow again.
    func recordService(since before: PostgresSystem, _ turn: inout Turn) {
        for (index, database) in databases.enumerated() {
            let earlier = before.databases[index]
            if database.isWritable, !earlier.isWritable, let primary = database.primary {
                turn.effects.record(
                    .writable(DatabaseID(index), instance: database.instances[primary].pod))
            }
            for (ordinal, instance) in database.instances.enumerated()
            where ordinal != database.primary && !earlier.instances[ordinal].isRunning {
                guard isFed(ordinal, in: index) else { continue }
                turn.effects.record(.standbyRejoined(DatabaseID(index), instance: instance.pod))
            }
        }
    }
}
