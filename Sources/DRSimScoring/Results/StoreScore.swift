package import DRSimPlan
package import DRSimUnits

/// What a disaster did to the data of one store.
package struct StoreScore: Hashable, Sendable {
    /// The store.
    package var id: StoreID
    /// The stricter of the true class's and the most critical dependent tier's objectives.
    package var rpo: RecoveryPointObjective?
    /// Recovery point actual: from the recovery point to the target instant; zero if no commit
    /// acknowledged by then was lost, `nil` if it was lost, nobody knows, or nothing was put to the test.
    package var rpa: Span?
    /// How old the newest surviving commit was at the target instant.
    package var copyAge: Span?
    /// The recovery point against `rpo`.
    package var verdict: Verdict
    /// The recovery point against the document-wide objective.
    package var documentVerdict: Verdict
    /// Everything that was acknowledged in the trial and before it.
    package var acknowledged: Writes
    /// What of it is in the history that survives.
    package var survived: Writes
    /// What was acknowledged up to the target instant and is not in it.
    package var lost: Writes
    /// What was acknowledged after the target instant and is not in it.
    package var discarded: Writes
    /// What of `lost` and `discarded` each fault is to blame for, in the order in which they struck. The
    /// result store does not keep it: a replay says it again.
    package var losses: [Loss] = []
    /// What was acknowledged while two timelines of the store took writes, on either of them.
    package var splitBrain: Writes

    /// An amount of written data.
    package struct Writes: Hashable, Sendable {
        /// Its write-ahead log.
        package var bytes: ByteCount
        /// Its transactions; one of which a part is counted counts whole.
        package var transactions: Int64

        /// Creates an amount.
        package init(bytes: ByteCount, transactions: Int64) {
            (self.bytes, self.transactions) = (bytes, transactions)
        }

        /// Nothing.
        package static let none = Writes(bytes: .zero, transactions: 0)
    }

    /// What a fault is to blame for.
    package struct Loss: Hashable, Sendable {
        /// The fault: the last that struck before what is gone was written no more, or left behind.
        package var fault: FaultID
        /// What had been acknowledged by then.
        package var lost: Writes
        /// What was acknowledged after it.
        package var discarded: Writes

        /// Creates a loss.
        package init(fault: FaultID, lost: Writes, discarded: Writes) {
            (self.fault, self.lost, self.discarded) = (fault, lost, discarded)
        }
    }

    /// Whether nothing sound was left of it, whatever was promised; of a database a backup counts once it is
    /// restored.
    package var isLost: Bool { rpa == nil && verdict != .notExercised && verdict != .inconclusive }

    /// Creates the score of a store nothing happened to.
    package init(id: StoreID) {
        self.id = id
        (verdict, documentVerdict) = (.notExercised, .notExercised)
        (acknowledged, survived, lost) = (.none, .none, .none)
        (discarded, splitBrain) = (.none, .none)
    }
}
