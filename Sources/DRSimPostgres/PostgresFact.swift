package import DRSimUnits

/// What became true among the databases; `waitedOn` names the assumption that said how long it took.
package enum PostgresFact: Hashable, Sendable {
    /// The primary stopped: nothing is written any more.
    case primaryLost(DatabaseID, instance: String, reason: StopReason)
    /// The operator waits to promote a standby.
    case failoverPending(DatabaseID)
    /// No standby can be elected: the database stays down until an instance returns.
    case noStandby(DatabaseID)
    /// An instance was promoted on a new timeline that forks at a position.
    case promoted(
        DatabaseID, instance: String, timeline: Int, fork: ByteCount, waitedOn: AssumptionID)
    /// An instance of a replica cluster receives from the source in the place of another.
    case designated(DatabaseID, instance: String, waitedOn: AssumptionID)
    /// The database accepts writes again.
    case writable(DatabaseID, instance: String)
    /// An instance follows the primary again.
    case standbyRejoined(DatabaseID, instance: String)
    /// A replica cluster no longer receives what its source writes.
    case replicationBroken(DatabaseID, position: ByteCount)
    /// A replica cluster receives again.
    case replicationResumed(DatabaseID)
    /// Every postmaster of the database was stopped, or may run again.
    case fenced(DatabaseID, isFenced: Bool)
    /// Data of a database were spoilt.
    case spoilt(DatabaseID, Damage)
    /// A database's log no longer reaches its archive, or does again.
    case archiving(DatabaseID, isWorking: Bool)
    /// A base backup is complete.
    case backupCompleted(DatabaseID, name: String)
    /// A base backup could not be made.
    case backupFailed(DatabaseID, name: String, reason: String)
    /// The first instance of a new database began a stage of its making.
    case bootstrapping(DatabaseID, stage: BootstrapStage, waitsOn: AssumptionID)
    /// The first instance of a new database cannot be made.
    case bootstrapFailed(DatabaseID, reason: RecoveryFailure)
    /// A database goes on from what a copy held, on a timeline of its own.
    case restored(DatabaseID, timeline: Int, position: ByteCount, from: RestoreOrigin)
    /// Two databases of one store accept writes at once.
    case splitBrainStarted(StoreID, DatabaseID, DatabaseID)
    /// Only one database of the store accepts writes again.
    case splitBrainEnded(StoreID)
}
