package import DRSimUnits

/// A backup or a verification that the plan's scheduler started, and what came of it.
///
/// The clock starts it, not a fault: it has a place of its own in the trace, beside the facts. Those of the
/// time before the scenario's start have negative instants.
package struct BackupRecord: Hashable, Sendable {
    /// What was started.
    package var kind: Kind
    /// The backup's name; for a verification that of the backup that was looked at, if there was one.
    package var id: String
    /// When it was started.
    package var startedAt: Instant
    /// When it ended; `nil` if it had not by the horizon.
    package var endedAt: Instant?
    /// What became of it.
    package var result: Result
    /// The parts that were begun, in order; a verification has none.
    package var parts: [Part] = []

    /// What a scheduler starts.
    package enum Kind: String, Hashable, Sendable {
        case backup, verification
    }

    /// What became of it.
    package enum Result: String, Hashable, Sendable {
        /// It is still under way.
        case running
        /// Every part was saved.
        case completed
        /// A part was not saved, or the copy looked at is of no use.
        case failed
        /// Whoever carried it out stopped with the region it runs in.
        case stopped
        /// The data of the copy were restored and read back.
        case restored
        /// The copy's bytes are those that were saved; whether they restore is not known.
        case matches
        /// Nothing was looked at, or there was nothing to hold it against.
        case unproven
        /// It came to a command that is not simulated: what would have come of it nobody knows.
        case inconclusive
    }

    /// A part of a backup.
    package struct Part: Hashable, Sendable {
        /// The part's name.
        package var name: String
        /// Where its code says its copy is; `nil` if it was not saved.
        package var address: String?
        /// How large what was saved is.
        package var size: ByteCount
        /// What was saved really is, in words.
        package var content: String
        /// Whether a restore gets anything from it.
        package var isUsable: Bool
        /// The bucket of the recovery region that has a copy, if one has.
        package var copyBucket: String?
        /// Why it was not saved, or not as meant.
        package var problem: String?

        /// Creates a part that saved nothing so far.
        package init(name: String) {
            (self.name, size, content, isUsable) = (name, .zero, "", false)
        }
    }

    /// Creates a record of what is under way.
    package init(_ kind: Kind, id: String, startedAt: Instant) {
        (self.kind, self.id, self.startedAt, result) = (kind, id, startedAt, .running)
    }
}

extension [BackupRecord] {
    /// The backups that came to an end, well or not; verifications are none.
    package var endedBackups: [BackupRecord] {
        filter { $0.kind == .backup && $0.result != .running }
    }

    /// Whether one came to a command that is not simulated.
    package var hasGap: Bool { contains { $0.result == .inconclusive } }

    /// What is said of parts that did, each once.
    package var problemsOfGaps: [String] {
        var said: [String] = []
        for part in filter({ $0.result == .inconclusive }).flatMap(\.parts) where part.address == nil {
            if let problem = part.problem, !said.contains(problem) { said.append(problem) }
        }
        return said
    }
}
