package import DRSimKernel
package import DRSimUnits

extension PostgresSystem {
    /// Begins a base backup; the fact that it ended, or why it could not be made, follows.
    ///
    /// - Parameter name: what the object that asked for it is called.
    package mutating func beginBackup(
        _ name: String, of id: DatabaseID, bySnapshot: Bool, at now: Instant, draws: Draws,
        effects: inout PostgresEffects
    ) {
        guard let method = method(of: id, bySnapshot: bySnapshot) else {
            let reason = "cannot proceed with the backup as the cluster has no backup section"
            return effects.record(.backupFailed(id, name: name, reason: reason))
        }
        guard isWritable(id), let primary = self[id].primary else {
            return effects.record(.backupFailed(id, name: name, reason: "no target pod found"))
        }
        if case .objectStore = method, self[id].archive?.isReachable != true {
            return effects.record(
                .backupFailed(id, name: name, reason: "Error invoking barman-cloud-backup: exit status 4"))
        }
        let number = catalog.base.count
        catalog.base.append(
            BaseBackup(
                name: name, database: id, method: method, timeline: self[id].timeline,
                start: position(of: primary, in: id.index, at: now, draws: draws), began: now))
        let span = duration(of: method, id, draws, ordinal: number)
        effects.schedule(.backupEnds(backup: Int32(number)), at: now + span)
    }

    private func method(of id: DatabaseID, bySnapshot: Bool) -> BaseBackup.Method? {
        bySnapshot ? .snapshot(site: self[id].spec.site) : self[id].spec.backup.map { .objectStore($0) }
    }

    private func duration(
        of method: BaseBackup.Method, _ id: DatabaseID, _ draws: Draws, ordinal: Int
    ) -> Span {
        let (stream, ordinal) = (self[id].stream, UInt32(ordinal))
        switch method {
        case .objectStore:
            return timings.recovery.baseBackupRate.time(
                for: size(of: id), draws, of: stream, ordinal: ordinal)
        case .snapshot: return timings.recovery.snapshotReady.span(draws, of: stream, ordinal: ordinal)
        }
    }

    /// A base backup is complete, or its database stopped meanwhile.
    mutating func backupEnds(_ number: Int, at now: Instant, effects: inout PostgresEffects) {
        let backup = catalog.base[number]
        guard hasRun(backup.database, since: backup.began),
            self[backup.database].timeline == backup.timeline
        else {
            return effects.record(
                .backupFailed(
                    backup.database, name: backup.name, reason: "the primary stopped during the backup"))
        }
        catalog.base[number].ended = now
        effects.record(.backupCompleted(backup.database, name: backup.name))
    }

    /// Adds a base backup from before the trial, made as those of the trial are.
    package mutating func addPastBackup(_ name: String, of id: DatabaseID, began: Instant) {
        guard let policy = self[id].spec.backup, self[id].primary != nil else { return }
        let rate = timings.recovery.baseBackupRate.distribution.quantile(0.5)
        var backup = BaseBackup(
            name: name, database: id, method: .objectStore(policy), timeline: self[id].timeline,
            start: ledger.position(of: self[id].timeline, at: began), began: began)
        backup.ended = began + .rounding(seconds: Double(size(of: id).bytes) / rate)
        catalog.base.append(backup)
    }

    /// How much room the data of a database take; that it grows is left out.
    package func size(of id: DatabaseID) -> ByteCount {
        ByteCount(Int64(timings.recovery.databaseSize.distribution.quantile(0.5)))
    }
}

extension PostgresSystem {
    /// How long a dump of a database takes; nothing depends on the moment.
    package func dumpDuration(_ id: DatabaseID, draws: Draws, ordinal: UInt32) -> Span {
        timings.recovery.dumpRate.time(for: size(of: id), draws, of: self[id].stream, ordinal: ordinal)
    }

    /// How long the restore of a dump takes, by one job or by several.
    package func restoreDuration(_ id: DatabaseID, jobs: Int, draws: Draws, ordinal: UInt32) -> Span {
        let rate = jobs > 1 ? timings.recovery.parallelRestoreRate : timings.recovery.restoreRate
        return rate.time(for: size(of: id), draws, of: self[id].stream, ordinal: ordinal)
    }

    /// How long a copy of a running database's files takes.
    package func copyDuration(_ id: DatabaseID, draws: Draws, ordinal: UInt32) -> Span {
        timings.recovery.baseBackupRate.time(for: size(of: id), draws, of: self[id].stream, ordinal: ordinal)
    }

    /// Whether a database has taken writes without a break since an instant.
    package func hasRun(_ id: DatabaseID, since instant: Instant) -> Bool {
        guard isWritable(id), ledger.timelines[self[id].timeline].at <= instant else { return false }
        return self[id].interruptedAt.map { $0 < instant } ?? true
    }

    /// Whether the postmaster of an instance runs.
    package func isRunning(_ id: DatabaseID, ordinal: Int) -> Bool { self[id].isLive(ordinal) }

    /// A dump of a database is complete that was begun at an instant: it is what the primary held then.
    package mutating func addDump(of id: DatabaseID, began: Instant, at now: Instant) -> DumpID {
        let timeline = self[id].timeline
        let size = Double(size(of: id).bytes) * timings.recovery.dumpRatio.distribution.quantile(0.5)
        catalog.dumps.append(
            DatabaseDump(
                database: id, timeline: timeline, position: ledger.position(of: timeline, at: began),
                began: began, ended: now, size: ByteCount(Int64(size))))
        return DumpID(catalog.dumps.count - 1)
    }

    /// The base backups of a database that were complete at an instant and nobody threw away, oldest first.
    package func baseBackups(of id: DatabaseID, at instant: Instant) -> [BaseBackup] {
        catalog.base.filter { backup in
            backup.database == id && !backup.isDiscarded && backup.ended.map { $0 <= instant } ?? false
        }
    }

    /// Spoils base backups in silence.
    package mutating func spoil(_ isWanted: (BaseBackup) -> Bool) {
        for index in catalog.base.indices where isWanted(catalog.base[index]) {
            catalog.base[index].isSpoilt = true
        }
    }

    /// Somebody throws away the base backups no database starts from: a recovery takes an earlier one.
    package mutating func discardSpoiltBackups() {
        for index in catalog.base.indices where catalog.base[index].isSpoilt {
            catalog.base[index].isDiscarded = true
        }
    }

    /// How long a base backup takes to be copied back.
    package func baseRestoreDuration(_ id: DatabaseID, draws: Draws, ordinal: UInt32) -> Span {
        timings.recovery.baseRestoreRate.time(for: size(of: id), draws, of: self[id].stream, ordinal: ordinal)
    }

    /// Spoils a dump in silence.
    package mutating func spoil(_ dump: DumpID) { catalog.dumps[dump.index].isSpoilt = true }

    /// A dump is restored into a database: from now on it holds what the dump does, and nothing else.
    ///
    /// - Returns: whether it could be read.
    package mutating func restore(
        _ dump: DumpID, into id: DatabaseID, at now: Instant, draws: Draws, effects: inout PostgresEffects
    ) -> Bool {
        let dump = catalog[dump]
        guard isWritable(id), !dump.isSpoilt else { return false }
        change(at: now, draws: draws, effects: &effects) { system, turn in
            system.ledger.setRate(0, of: system[id].timeline, at: now)
            system.replaceHistory(of: id, by: dump.timeline, upTo: dump.position, turn)
            turn.effects.record(
                .restored(id, timeline: system[id].timeline, position: dump.position, from: .dump))
        }
        return true
    }
}

extension Quantity {
    /// How long an amount takes at the drawn rate.
    func time(for amount: ByteCount, _ draws: Draws, of entity: StreamName, ordinal: UInt32) -> Span {
        .rounding(seconds: Double(amount.bytes) / max(1, value(draws, of: entity, ordinal: ordinal)))
    }
}
