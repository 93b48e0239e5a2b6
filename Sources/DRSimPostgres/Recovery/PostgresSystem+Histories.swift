import DRSimKernel
import DRSimUnits

extension PostgresSystem {
    /// The first instance is there: the database has a history of its own from here on, or follows its
    /// source.
    mutating func establish(
        _ id: DatabaseID, _ birth: Database.Birth, at now: Instant, draws: Draws,
        effects: inout PostgresEffects
    ) {
        var origin: (timeline: Int, position: ByteCount)?
        if let plan = birth.plan { origin = (plan.timeline, plan.position) }
        if case .clone(let address) = birth.bootstrap {
            guard let source = source(at: address, for: id) else {
                return effects.record(.bootstrapFailed(id, reason: .noSource(address.name)))
            }
            let reach = position(of: source, at: now, draws: draws)
            origin = (self[source].timeline, reach)
        }
        let isTaken = isArchiveTaken(for: id)
        change(at: now, draws: draws, effects: &effects) { system, turn in
            system.replaceHistory(of: id, by: origin?.timeline, upTo: origin?.position ?? .zero, turn)
            system.databases[id.index].application = system.application(of: system[id].timeline)
            system.databases[id.index].birth = nil
            system.databases[id.index].primary = 0
            system.databases[id.index].instances[0].state = .running
            system.databases[id.index].source = system[id].spec.source.flatMap {
                system.source(at: $0, for: id)
            }
            if isTaken { system.databases[id.index].archive?.isBroken = true }
            turn.effects.record(
                .restored(
                    id, timeline: system[id].timeline, position: origin?.position ?? .zero,
                    from: birth.bootstrap.origin))
            if isTaken { turn.effects.record(.archiving(id, isWorking: false)) }
        }
    }

    /// Whether another database's log lies where a new one's is to go, even of one that was deleted: the
    /// operator archives nothing there.
    func isArchiveTaken(for id: DatabaseID) -> Bool {
        guard let place = self[id].spec.backup else { return false }
        return databases.indices.contains { other in
            other != id.index && databases[other].archive != nil
                && databases[other].spec.backup?.isSamePlace(as: place) == true
        }
    }
}

extension Bootstrap {
    fileprivate var origin: RestoreOrigin {
        switch self {
        case .empty: .nothing
        case .recovery: .backup
        case .clone: .database
        }
    }
}

extension PostgresSystem {
    /// Gives a database another history: from here on it writes to a timeline that forks from a position
    /// of an earlier one, or is empty.
    mutating func replaceHistory(
        of id: DatabaseID, by parent: Int?, upTo position: ByteCount, _ turn: Turn
    ) {
        let timeline = ledger.begin(
            .init(
                store: self[id].spec.store, parent: parent, fork: position, at: turn.now, database: id,
                isRestored: true))
        databases[id.index].timeline = timeline
        for ordinal in databases[id.index].instances.indices
        where ordinal == (self[id].primary ?? 0) || isLive(ordinal, of: id) {
            databases[id.index].instances[ordinal].timeline = timeline
            databases[id.index].instances[ordinal].kept = position
        }
        if self[id].spec.backup != nil {
            databases[id.index].archive = databases[id.index].archive ?? Database.Archive(timeline: timeline)
        }
    }

    private func isLive(_ ordinal: Int, of id: DatabaseID) -> Bool { self[id].isLive(ordinal) }
}
