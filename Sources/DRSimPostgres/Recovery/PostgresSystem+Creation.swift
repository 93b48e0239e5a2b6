package import DRSimKernel
package import DRSimUnits

extension PostgresSystem {
    /// Adds a database that was declared and holds nothing yet; its instances wait for their pods.
    package mutating func create(_ spec: DatabaseSpec, from bootstrap: Bootstrap) -> DatabaseID {
        let instances = spec.zones.enumerated().map { number, zone in
            let pod = "\(spec.name)-\(number + 1)"
            var instance = Database.Instance(
                pod: pod, zone: zone, timeline: Database.noTimeline, stream: stream(of: pod, spec))
            instance.state = .stopped(.unborn)
            return instance
        }
        databases.append(
            Database(
                spec: spec, instances: instances, primary: nil, timeline: Database.noTimeline, source: nil,
                stream: stream(of: spec.name, spec)))
        databases[databases.count - 1].birth = Database.Birth(bootstrap: bootstrap)
        return DatabaseID(databases.count - 1)
    }

    /// A database was deleted, its volumes with it.
    package mutating func remove(
        _ id: DatabaseID, at now: Instant, draws: Draws, effects: inout PostgresEffects
    ) {
        guard !self[id].isRemoved else { return }
        change(at: now, draws: draws, effects: &effects) { system, turn in
            for ordinal in system[id].instances.indices {
                system.stop(ordinal, in: id.index, reason: .removed, &turn)
                system.databases[id.index].instances[ordinal].state = .stopped(.removed)
            }
            system.databases[id.index].isRemoved = true
            system.databases[id.index].birth = nil
            system.databases[id.index].generation += 1
        }
    }

    /// The pod of the job that makes the first instance runs: the job begins, or begins anew.
    ///
    /// - Parameter canRead: whether an object store gives its objects out at the database's place.
    package mutating func bootstrapBegins(
        _ id: DatabaseID, canRead: (BackupPolicy) -> Bool, at now: Instant, draws: Draws,
        effects: inout PostgresEffects
    ) {
        guard let bootstrap = self[id].birth?.bootstrap, isSiteUp[self[id].spec.site] else { return }
        databases[id.index].generation += 1
        var turn = Turn(now: now, draws: draws, effects: effects)
        defer { effects = turn.effects }
        do throws(RecoveryFailure) {
            let plan = try plan(bootstrap, of: id, canRead: canRead, turn)
            databases[id.index].birth?.plan = plan
            advance(id, to: .restoring, &turn)
        } catch {
            turn.effects.record(.bootstrapFailed(id, reason: error))
        }
    }

    private func plan(
        _ bootstrap: Bootstrap, of id: DatabaseID, canRead: (BackupPolicy) -> Bool, _ turn: Turn
    ) throws(RecoveryFailure) -> RecoveryPlan? {
        switch bootstrap {
        case .empty: return nil
        case .clone(let address):
            guard source(at: address, for: id) != nil else { throw .noSource(address.name) }
            return nil
        case .recovery(let source, let target):
            if let place = self[id].spec.backup, isArchiveTaken(for: id) {
                throw .archiveNotEmpty(place.server)
            }
            if case .objectStore(let policy) = source, !canRead(policy) { throw .storeOutOfReach }
            return try plan(
                source, target, site: self[id].spec.site, at: turn.now, draws: turn.draws)
        }
    }

    /// The running database a new one is to be cloned from.
    func source(at address: DatabaseAddress, for id: DatabaseID) -> DatabaseID? {
        guard let source = database(at: address), self[source].isPrimaryLive else { return nil }
        let (one, other) = (self[source].spec.site, self[id].spec.site)
        return isCut[one][other] || isCut[other][one] ? nil : source
    }

    /// Goes on to a stage and says how long it takes.
    private mutating func advance(_ id: DatabaseID, to stage: BootstrapStage, _ turn: inout Turn) {
        let (wait, span) = duration(of: stage, id, turn)
        databases[id.index].birth?.stage = stage
        turn.effects.record(.bootstrapping(id, stage: stage, waitsOn: wait))
        turn.effects.schedule(
            .bootstrapAdvances(database: Int32(id.index), generation: self[id].generation),
            at: turn.now + span)
    }

    private func duration(
        of stage: BootstrapStage, _ id: DatabaseID, _ turn: Turn
    ) -> (AssumptionID, Span) {
        let (recovery, stream) = (timings.recovery, self[id].stream)
        let ordinal = UInt32(self[id].generation)
        func time(_ rate: Quantity, _ amount: ByteCount) -> Span {
            rate.time(for: amount, turn.draws, of: stream, ordinal: ordinal)
        }
        switch (stage, self[id].birth?.bootstrap) {
        case (.promoting, .recovery):
            let wait = timings.replicaClusterPromotion
            return (wait.id, wait.span(turn.draws, of: stream, ordinal: ordinal))
        case (.replaying, _):
            let log = self[id].birth?.plan?.log ?? .zero
            let (fetch, replay) = (time(recovery.walFetchRate, log), time(recovery.walReplayRate, log))
            return fetch > replay ? (recovery.walFetchRate.id, fetch) : (recovery.walReplayRate.id, replay)
        case (.restoring, .recovery) where self[id].birth?.plan?.base.isSnapshot == true:
            let wait = recovery.snapshotReady
            return (wait.id, wait.span(turn.draws, of: stream, ordinal: ordinal))
        case (.restoring, .recovery):
            return (recovery.baseRestoreRate.id, time(recovery.baseRestoreRate, size(of: id)))
        case (.restoring, .clone):
            return (recovery.baseBackupRate.id, time(recovery.baseBackupRate, size(of: id)))
        default:
            let wait = recovery.emptyStart
            return (wait.id, wait.span(turn.draws, of: stream, ordinal: ordinal))
        }
    }

    /// A stage of making the first instance is through.
    mutating func bootstrapAdvances(
        _ id: DatabaseID, at now: Instant, draws: Draws, effects: inout PostgresEffects
    ) {
        guard let birth = self[id].birth, isSiteUp[self[id].spec.site] else { return }
        var turn = Turn(now: now, draws: draws, effects: effects)
        switch (birth.stage, birth.plan) {
        case (.restoring, let plan?) where plan.base.isSpoilt:
            // What is wrong shows when PostgreSQL starts on it: what was copied is what was saved.
            turn.effects.record(.bootstrapFailed(id, reason: .badBackup(plan.base.name)))
        case (.restoring, .some): advance(id, to: .replaying, &turn)
        case (.replaying, _): advance(id, to: .promoting, &turn)
        default:
            effects = turn.effects
            return establish(id, birth, at: now, draws: draws, effects: &effects)
        }
        effects = turn.effects
    }
}
