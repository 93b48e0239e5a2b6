package import DRSimKernel
package import DRSimUnits

// The primary sends its log to the archive by segments of 16 MB, and what there is of a segment after
// five minutes (A17, B4). Which segments have arrived is worked out when somebody asks: an archived
// segment costs nothing.

extension Database {
    /// What is known of a database's archive while nothing is sent to it.
    struct Archive: Hashable, Sendable {
        /// Whether its own fault keeps it from taking anything.
        var isBroken = false
        /// Whether the object store can be reached and written to.
        var isReachable = true
        /// The timeline it took last.
        var timeline: Int
        /// How far it reached when it last ceased to take anything.
        var kept = ByteCount.zero
    }
}

extension PostgresSystem {
    private static let segment: Int64 = 16 << 20
    private static let timeout: Int64 = 300_000

    /// How far an archive reaches at an instant, and on which timeline; `nil` without an archive.
    package func archived(
        _ id: DatabaseID, at instant: Instant, draws: Draws
    ) -> (timeline: Int, position: ByteCount)? {
        let database = self[id]
        guard let archive = database.archive else { return nil }
        guard isArchiving(id.index) else { return (archive.timeline, archive.kept) }
        let minute = UInt32(clamping: instant.milliseconds / 60_000)
        let sent =
            instant - timings.recovery.archiveUpload.span(draws, of: database.stream, ordinal: minute)
        let written = ledger.position(of: database.timeline, at: sent).bytes
        let whole = ByteCount(written - written % Self.segment)
        let forced = ledger.position(of: database.timeline, at: Self.lastTimeout(before: sent))
        let held = min(archive.kept, ledger.sharedHistory(of: archive.timeline, and: database.timeline))
        return (database.timeline, max(whole, forced, held))
    }

    /// The last time at or before an instant at which a segment was sent though it was not full.
    private static func lastTimeout(before instant: Instant) -> Instant {
        let past = instant.milliseconds % timeout
        return Instant(milliseconds: instant.milliseconds - (past < 0 ? past + timeout : past))
    }

    /// Whether a database sends its log to its archive.
    func isArchiving(_ index: Int) -> Bool {
        let database = databases[index]
        guard let archive = database.archive, database.isWritable else { return false }
        return !archive.isBroken && archive.isReachable
    }

    /// An archive that ceased to take anything keeps what it had.
    mutating func keepArchives(of before: PostgresSystem, _ turn: Turn) {
        for index in databases.indices where before.isArchiving(index) && !isArchiving(index) {
            let id = DatabaseID(index)
            guard let last = before.archived(id, at: turn.now, draws: turn.draws) else { continue }
            databases[index].archive?.timeline = last.timeline
            databases[index].archive?.kept = last.position
        }
    }

    /// Records which archives cease to take anything though their database goes on, or take it again.
    func recordArchiving(since before: PostgresSystem, _ turn: inout Turn) {
        for index in databases.indices where databases[index].isWritable && before.databases[index].isWritable
        {
            guard isArchiving(index) != before.isArchiving(index) else { continue }
            turn.effects.record(.archiving(DatabaseID(index), isWorking: isArchiving(index)))
        }
    }

    /// Archiving fails by itself, or works again and sends what has gathered.
    package mutating func archiveBroken(
        _ id: DatabaseID, _ isBroken: Bool, at now: Instant, draws: Draws, effects: inout PostgresEffects
    ) {
        change(at: now, draws: draws, effects: &effects) { system, _ in
            system.databases[id.index].archive?.isBroken = isBroken
        }
    }

    /// The object store of an archive can be written to, or cannot.
    package mutating func archiveReachable(
        _ id: DatabaseID, _ isReachable: Bool, at now: Instant, draws: Draws, effects: inout PostgresEffects
    ) {
        guard self[id].archive.map({ $0.isReachable != isReachable }) ?? false else { return }
        change(at: now, draws: draws, effects: &effects) { system, _ in
            system.databases[id.index].archive?.isReachable = isReachable
        }
    }
}
