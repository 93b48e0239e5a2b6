package import DRSimKernel
package import DRSimUnits

/// What the databases record and ask for while they handle one event or request.
package typealias PostgresEffects = Effects<PostgresEvent, PostgresFact>

extension PostgresSystem {
    /// An instance stopped. If it was the primary, nothing is written any more, and the operator, if
    /// it is there, promotes a standby.
    package mutating func instanceStopped(
        _ id: DatabaseID, ordinal: Int, reason: StopReason, at now: Instant, draws: Draws,
        effects: inout PostgresEffects
    ) {
        guard databases[id.index].instances[ordinal].isRunning else { return }
        if databases[id.index].primary == ordinal { stopWrites(to: id.index, at: now) }
        databases[id.index].instances[ordinal].isRunning = false
        if databases[id.index].primary == ordinal { databases[id.index].lostWith = reason }
        guard databases[id.index].primary == ordinal else { return }
        let pod = databases[id.index].instances[ordinal].pod
        effects.record(.primaryLost(id, instance: pod, reason: reason))
        updateStreaming(at: now, draws: draws, effects: &effects)
        updateSplitBrain(&effects)
        beginFailover(of: id, after: reason, at: now, draws: draws, effects: &effects)
        if reason == .crash || reason == .hang {
            expectRejoin(of: id, instance: ordinal, at: now, draws: draws, effects: &effects)
        }
    }

    /// An instance runs again: as what it was if it is still the primary, else as a standby.
    package mutating func instanceReturned(
        _ id: DatabaseID, ordinal: Int, at now: Instant, draws: Draws, effects: inout PostgresEffects
    ) {
        let index = id.index
        guard !databases[index].instances[ordinal].isRunning, isSiteUp[databases[index].spec.site] else {
            return
        }
        databases[index].instances[ordinal].isRunning = true
        let pod = databases[index].instances[ordinal].pod
        if databases[index].primary == ordinal, databases[index].transition != .failingOver {
            openStretch(of: index, at: now)
            if databases[index].isWritable { effects.record(.writable(id, instance: pod)) }
            updateStreaming(at: now, draws: draws, effects: &effects)
            updateSplitBrain(&effects)
        } else {
            effects.record(.standbyRejoined(id, instance: pod))
            let isHeadless =
                databases[index].primary.map { !databases[index].instances[$0].isRunning } ?? true
            // After the loss of a whole region the old primary's pod returns too: it goes on, unelected.
            if isHeadless, databases[index].transition == nil, databases[index].lostWith != .siteLost {
                beginFailover(of: id, after: .nodeLost, at: now, draws: draws, effects: &effects)
            }
        }
    }

    private mutating func beginFailover(
        of id: DatabaseID, after reason: StopReason, at now: Instant, draws: Draws,
        effects: inout PostgresEffects
    ) {
        let index = id.index
        guard reason != .siteLost, isSiteUp[databases[index].spec.site], !databases[index].isFenced else {
            return
        }
        guard databases[index].hasRunningStandby else { return effects.record(.noStandby(id)) }
        effects.record(.failoverPending(id))
        let wait = timings.failover(after: reason)
        let span = wait.span(draws, of: stream(of: index), ordinal: databases[index].transitions)
        databases[index].pendingAssumption = wait.id
        begin(.failingOver, of: index)
        effects.schedule(
            .failoverEnds(database: Int32(index), generation: databases[index].generation), at: now + span)
    }

    mutating func endFailover(
        of id: DatabaseID, at now: Instant, draws: Draws, effects: inout PostgresEffects
    ) {
        let index = id.index
        databases[index].transition = nil
        let candidates = databases[index].instances.indices.filter {
            databases[index].instances[$0].isRunning && $0 != databases[index].primary
        }
        guard isSiteUp[databases[index].spec.site], let first = candidates.first else {
            return effects.record(.noStandby(id))
        }
        let best = candidates.reduce(first) { best, other in
            let reach = received(by: other, of: index, at: databases[index].stretch.from, draws: draws)
            return reach > received(by: best, of: index, at: databases[index].stretch.from, draws: draws)
                ? other : best
        }
        let isReplica = databases[index].isReplica
        let fork = received(by: best, of: index, at: databases[index].stretch.from, draws: draws)
        databases[index].primary = best
        guard !isReplica else { return updateStreaming(at: now, draws: draws, effects: &effects) }
        promote(index, instance: best, fork: fork, at: now, draws: draws, effects: &effects)
    }

    /// The instance writes from now on, on a timeline of its own.
    mutating func promote(
        _ index: Int, instance: Int, fork: ByteCount, at now: Instant, draws: Draws,
        effects: inout PostgresEffects
    ) {
        let id = DatabaseID(index)
        let store = databases[index].spec.store
        databases[index].timeline = ledger.begin(
            .init(store: store, parent: databases[index].timeline, fork: fork, at: now, database: id))
        databases[index].stretch = Database.OpenStretch(from: now, start: fork)
        (databases[index].frozen, databases[index].source) = (nil, nil)
        let pod = databases[index].instances[instance].pod
        effects.record(
            .promoted(
                id, instance: pod, timeline: databases[index].timeline, fork: fork,
                waitedOn: databases[index].pendingAssumption ?? timings.switchover.id))
        effects.record(.writable(id, instance: pod))
        updateStreaming(at: now, draws: draws, effects: &effects)
        updateSplitBrain(&effects)
    }

    /// A process that crashed or hung is restarted and follows whoever is primary by then.
    private func expectRejoin(
        of id: DatabaseID, instance: Int, at now: Instant, draws: Draws, effects: inout PostgresEffects
    ) {
        let database = databases[id.index]
        let down = timings.failoverAfterHang.span(
            draws, of: stream(of: id.index), ordinal: database.transitions)
        let rejoin = timings.standbyRejoin.span(
            draws, of: database.instances[instance].stream, ordinal: database.transitions)
        effects.schedule(
            .instanceRejoins(database: Int32(id.index), instance: Int32(instance), generation: 0),
            at: now + down + rejoin)
    }

    mutating func begin(_ transition: Database.Transition, of index: Int) {
        databases[index].transition = transition
        databases[index].generation += 1
        databases[index].transitions += 1
    }

    func stream(of index: Int) -> StreamName {
        let spec = databases[index].spec
        return StreamName("database \(spec.site)/\(spec.namespace)/\(spec.name)")
    }

    mutating func stopWrites(to index: Int, at now: Instant) {
        closeStretch(of: index, at: now)
        databases[index].stretch.bytesPerSecond = 0
    }

    private mutating func openStretch(of index: Int, at now: Instant) {
        closeStretch(of: index, at: now)
    }
}
