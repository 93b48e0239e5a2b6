import DRSimKernel
import DRSimUnits

/// How a recovery will go if nothing intervenes: what it is made from, how far it gets, how long its
/// stages take (B7).
struct RecoveryPlan: Hashable, Sendable {
    let timeline: Int
    /// Where the new history forks from the recovered one.
    let position: ByteCount
    /// How much log there is to replay.
    let log: ByteCount
    /// What it begins with.
    let base: BaseBackup
}

extension PostgresSystem {
    /// Plans a recovery from what can be read at an instant.
    func plan(
        _ source: RecoverySource, _ target: RecoveryTarget, site: Int, at now: Instant, draws: Draws
    ) throws(RecoveryFailure) -> RecoveryPlan {
        let origin = try origin(of: source)
        let latest = target.instant ?? now
        let archive = archived(origin, at: now, draws: draws)
        let usable = catalog.base.filter { backup in
            guard !backup.isDiscarded, let ended = backup.ended, ended <= latest else { return false }
            return source.offers(backup, site: site) && !isObsolete(backup, at: now)
                && (backup.isSnapshot || isFollowed(backup, by: archive))
                && target.isBeyond(ledger.position(of: backup.timeline, at: ended))
        }
        guard let base = usable.max(by: { $0.began < $1.began }) else { throw .noBackup }
        // A snapshot holds its own log; what follows it is in the archive, if there is one.
        let log = isFollowed(base, by: archive) ? archive : nil
        let (timeline, end) = log ?? (base.timeline, base.start)
        let position = try position(of: target, base, (timeline, end))
        return RecoveryPlan(
            timeline: timeline, position: position, log: max(.zero, position - base.start), base: base)
    }

    /// Whether the log of an archive goes on from a base backup: from one whose end lies on a history that
    /// was left behind, as before a dump was restored, nothing leads to the archive's.
    private func isFollowed(_ backup: BaseBackup, by archive: (timeline: Int, position: ByteCount)?) -> Bool {
        guard let archive else { return true }
        let end = ledger.position(of: backup.timeline, at: backup.ended ?? backup.began)
        return end <= ledger.sharedHistory(of: archive.timeline, and: backup.timeline)
    }

    private func origin(of source: RecoverySource) throws(RecoveryFailure) -> DatabaseID {
        let found: DatabaseID? =
            switch source {
            case .objectStore(let place):
                databases.firstIndex { $0.spec.backup?.isSamePlace(as: place) ?? false }.map {
                    DatabaseID($0)
                }
            case .backup(let name), .snapshots(let name):
                catalog.base.first { $0.name == name }?.database
            }
        guard let found else { throw .noBackup }
        return found
    }

    /// Whether a newer base backup already covers the whole recovery window (A16).
    private func isObsolete(_ backup: BaseBackup, at now: Instant) -> Bool {
        guard case .objectStore(let policy) = backup.method, let window = policy.window else { return false }
        return catalog.base.contains { other in
            guard !other.isDiscarded, let ended = other.ended, other.method == backup.method else {
                return false
            }
            return other.began > backup.began && ended <= now - window
        }
    }

    /// How far a recovery gets; it refuses to stop short of what was asked for.
    private func position(
        of target: RecoveryTarget, _ base: BaseBackup, _ archive: (timeline: Int, position: ByteCount)
    ) throws(RecoveryFailure) -> ByteCount {
        let consistent = ledger.position(of: base.timeline, at: base.ended ?? base.began)
        let wanted =
            switch target {
            case .latest: max(archive.position, consistent)
            case .immediate: consistent
            case .position(let position): position
            case .time(let instant, let isExclusive):
                ledger.position(
                    of: archive.timeline, at: isExclusive ? instant - Span(milliseconds: 1) : instant)
            }
        guard wanted <= max(archive.position, consistent) else { throw .logEndsBefore }
        return max(wanted, consistent)
    }
}

extension RecoverySource {
    /// Whether a base backup can be found here, from a region.
    fileprivate func offers(_ backup: BaseBackup, site: Int) -> Bool {
        switch (self, backup.method) {
        case (.objectStore(let place), .objectStore(let policy)): policy.isSamePlace(as: place)
        case (.backup(let name), .objectStore): backup.name == name
        case (.backup(let name), .snapshot(let home)), (.snapshots(let name), .snapshot(let home)):
            backup.name == name && home == site
        case (.objectStore, .snapshot), (.snapshots, .objectStore): false
        }
    }
}

extension RecoveryTarget {
    /// A base backup must be older than this.
    fileprivate var instant: Instant? {
        if case .time(let instant, _) = self { instant } else { nil }
    }

    /// Whether it lies beyond the end of a base backup; where that is asked by time, `instant` says it.
    fileprivate func isBeyond(_ end: ByteCount) -> Bool {
        if case .position(let wanted) = self { end < wanted } else { true }
    }
}
