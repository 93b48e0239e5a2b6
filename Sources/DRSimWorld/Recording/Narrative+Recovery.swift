import DRSimPlan
import DRSimPostgres
import DRSimTrace
import DRSimUnits

extension Narrative {
    /// What the timeline says of copies of databases: their making, and what is made from them.
    init(recovery fact: PostgresFact, in system: PostgresSystem) {
        func said(
            _ kind: FactKind, _ id: DatabaseID, _ text: String, source: String, phase: RecoveryPhase,
            details: [Fact.Detail] = []
        ) -> Narrative {
            Narrative(
                kind, system[id].spec.name, text, source: source, actor: .platform, phase: phase,
                details: details)
        }
        func name(_ id: DatabaseID) -> String { system[id].spec.name }
        self =
            switch fact {
            case .archiving(let id, let isWorking):
                said(
                    isWorking ? .archivingResumed : .archivingFailed, id,
                    "the log of \(name(id)) reaches \(isWorking ? "its archive again" : "no archive")",
                    source: "A17", phase: .archive)
            case .backupCompleted(let id, let backup):
                said(
                    .baseBackupCompleted, id, "base backup \(backup) of \(name(id)) is complete",
                    source: "assumption:base_backup_rate", phase: .baseBackup)
            case .backupFailed(let id, let backup, let reason):
                said(
                    .baseBackupFailed, id, "base backup \(backup) of \(name(id)) fails: \(reason)",
                    source: "A16", phase: .baseBackup)
            case .bootstrapping(let id, let stage, let wait):
                said(
                    .databaseBootstrapping, id, "\(name(id)): \(stage.words)", source: "assumption:\(wait)",
                    phase: stage.before)
            case .bootstrapFailed(let id, let reason):
                said(
                    .databaseBootstrapFailed, id, "\(name(id)) cannot be made: \(reason)", source: "A19",
                    phase: .recovery, details: [.init(.output, .text("\(reason)"))])
            case .restored(let id, let timeline, let position, let origin):
                said(
                    .databaseRestored, id, "\(name(id)) goes on from \(origin.words)", source: "A19",
                    phase: origin.phase,
                    details: [
                        .init(.timeline, .number(Int64(timeline))), .init(.position, .number(position.bytes)),
                    ])
            default: preconditionFailure("no narrative for \(fact)")
            }
    }
}

extension BootstrapStage {
    fileprivate var words: String {
        switch self {
        case .restoring: "its data are being copied"
        case .replaying: "the log is being replayed"
        case .promoting: "it is about to leave recovery"
        }
    }

    /// What the time before it was spent on.
    fileprivate var before: RecoveryPhase {
        switch self {
        case .restoring: .podStart
        case .replaying: .restoreOfBaseBackup
        case .promoting: .replayOfLog
        }
    }
}

extension RestoreOrigin {
    fileprivate var words: String {
        switch self {
        case .nothing: "nothing: it is empty"
        case .backup: "a base backup and the log after it"
        case .database: "a copy of a running database"
        case .dump: "a dump"
        }
    }

    fileprivate var phase: RecoveryPhase {
        switch self {
        case .nothing, .backup: .databasePromotion
        case .database: .copyOfDatabase
        case .dump: .restoreOfDump
        }
    }
}
