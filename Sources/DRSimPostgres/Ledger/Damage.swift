package import DRSimKernel
package import DRSimUnits

/// Something that spoilt data at a position of the write-ahead log. Whoever receives or replays that
/// position is spoilt, too; what ends before it is not.
package struct Damage: Hashable, Sendable {
    /// What it is.
    package let kind: Kind
    /// The timeline it was written to.
    package let timeline: Int
    /// The history up to here is free of it.
    package let position: ByteCount
    /// When it struck.
    package let at: Instant
    /// The share of answers that are wrong where it is.
    package let share: Share
    /// Whether nothing reports that answers are wrong.
    package let isSilent: Bool

    /// What spoils data.
    package enum Kind: String, CaseIterable, Hashable, Sendable {
        /// Values are wrong.
        case corruption
        /// Rows or tables are gone.
        case deletion
        /// The schema no longer fits what reads and writes it, on every instance.
        case migration
        /// Values cannot be read without a key.
        case encryption
        /// Somebody who should not be there has left a way in: every answer is right.
        case intrusion

        /// Whether even the simplest query fails, so that a check notices. One that asks for a constant
        /// passes where rows are wrong or gone (F6).
        package var failsEveryQuery: Bool { self == .migration || self == .encryption }
    }
}

extension PostgresSystem {
    /// Spoils the data of a database, and with them, within the lag, those of everything that receives
    /// from it. Without effect where no primary runs that could write it down.
    package mutating func spoil(
        _ id: DatabaseID, by kind: Damage.Kind, share: Share, isSilent: Bool, at now: Instant, draws: Draws,
        effects: inout PostgresEffects
    ) {
        guard isWritable(id) else { return }
        change(at: now, draws: draws, effects: &effects) { system, turn in
            system.ledger.spoil(system[id].timeline, by: kind, share: share, isSilent: isSilent, at: now)
            if let damage = system.ledger.damages.last { turn.effects.record(.spoilt(id, damage)) }
        }
    }

    /// The damages in what a database answers from. What receives is taken to hold what its source does:
    /// in a moment it will.
    package func damages(in id: DatabaseID) -> [Damage] {
        guard !ledger.damages.isEmpty, let primary = self[id].primary else { return [] }
        switch feed(of: primary, in: id.index) {
        case .source(let source): return damages(in: source)
        case .writes: return ledger.damages(on: self[id].timeline, upTo: ByteCount(.max))
        case .nothing, .primary:
            let instance = self[id].instances[primary]
            return ledger.damages(on: instance.timeline, upTo: instance.kept)
        }
    }

    /// The share of answers of a database that are right.
    package func soundShare(of id: DatabaseID) -> Share {
        damages(in: id).reduce(Share.all) { $0 * $1.share.rest }
    }

    /// Whether a database answers the simplest query, if an instance runs.
    package func answersQueries(_ id: DatabaseID) -> Bool {
        !damages(in: id).contains(where: \.kind.failsEveryQuery)
    }
}
