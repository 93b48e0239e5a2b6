import DRSimCloud
import DRSimControl
import DRSimKernel
import DRSimPlan
import DRSimPostgres
import DRSimShell
import DRSimTrace
import DRSimUnits

extension World {
    /// A verification begins: it takes as long as reading or restoring the newest dump does.
    mutating func startVerification() {
        let newest = backups.newestDump
        let id = newest.map { backups.records[$0.record].id } ?? ""
        backups.records.append(BackupRecord(.verification, id: id, startedAt: now))
        backups.work = .verification
        let ordinal = backups.actions
        backups.actions += 1
        let delay: Span
        switch (blueprint.plan.backups.verification, newest?.dump?.id) {
        case (.nothing, _), (_, nil): delay = .zero
        case (.checksum, .some):
            delay = blueprint.quantity(.objectDownloadRate).span(
                for: newest?.artefact.size ?? .zero, draws, of: BackupSite.stream, ordinal: ordinal)
        case (.testRestore, let dump?):
            let databases = infrastructure.databases
            delay = databases.testRestoreDuration(
                databases.catalog[dump].database, at: now, draws: draws, ordinal: ordinal)
        }
        expect(.verified(generation: backups.generation + 1), at: now + delay)
    }

    /// What a look at the newest dump says; a restore tries the newest base backup, too.
    mutating func verificationEnds() {
        backups.work = nil
        let finding = BackupInspection(blueprint.plan.backups).finding(on: newestCopy)
        endRecord(backups.result(of: finding))
        if finding == .bad, !backups.afflictions.isEmpty {
            noticeBackups(nil, "the newest backup is found to be of no use")
        }
        follow(backups.scheduler.handle(.ended(succeeded: finding != .bad), at: now))
    }

    /// What truly became of the newest dump, and of the base backup that was the newest beside it.
    private var newestCopy: BackupInspection.Copy {
        guard let newest = backups.newestDump, let dump = newest.dump?.id else { return .missing }
        let address = newest.artefact.address
        let version = infrastructure.cloud.newestVersion(at: ObjectAddress(address.bucket, address.key))
        guard let version, infrastructure.cloud.isReadable(version, in: address.bucket) else {
            return .missing
        }
        let (databases, begun) = (infrastructure.databases, backups.records.last?.startedAt ?? now)
        let base = databases.baseBackups(of: databases.catalog[dump].database, at: begun).last
        return databases.catalog[dump].isSpoilt || base?.isSpoilt == true ? .badWhenMade : .sound
    }

    /// The faults of the backups that are on, of a kind or of any, show; where the plan has somebody told,
    /// they are mended some time after (F40).
    mutating func noticeBackups(_ name: BackupFault.Name?, _ text: String) {
        let isTold = blueprint.plan.backups.alerts && isStaffed
        let id = record(
            Narrative(
                .backupFailed, "backups", text + (isTold ? "; somebody is told" : "; nobody is told"),
                source: "F40",
                actor: .consequence, phase: .backup),
            cause: backups.afflictions.cause(of: name))
        backups.afflictions.show(name, by: id)
        if isTold { beginMending(name, cause: id) }
    }

    /// Nobody is told that backups fail: somebody comes upon it even so, some day. A fault that has lasted
    /// for a while has not been come upon so far.
    mutating func awaitDiscovery(ofBackupFault number: Int32, cause: FactID?) {
        guard isStaffed else { return }
        let wait = blueprint.quantity(FaultAssumptionName.backupFailureDetection).span(
            draws, of: BackupSite.stream, ordinal: UInt32(backups.records.count))
        schedule(.backups(.cameUpon(number)), at: now + wait, cause: cause)
    }

    /// Somebody comes upon backups that fail, or cannot be restored, without a word.
    mutating func comeUponBackups(_ number: Int32, cause: FactID?) {
        guard backups.afflictions.isUnnoticed(number) else { return }
        let id = record(
            Narrative(
                .damageNoticed, "backups", "somebody comes upon backups that have long been of no use",
                source: "assumption:\(FaultAssumptionName.backupFailureDetection.rawValue)", actor: .people,
                phase: .detection),
            cause: cause)
        beginMending(nil, cause: id)
    }

    private mutating func beginMending(_ name: BackupFault.Name?, cause id: FactID?) {
        guard let number = backups.afflictions.notice(name) else { return }
        let repair = blueprint.quantity(FaultAssumptionName.backupRepair).span(
            draws, of: BackupSite.stream, ordinal: UInt32(backups.records.count))
        schedule(.backups(.mended(upTo: number)), at: now + repair, cause: id)
    }

    /// Somebody has mended what was noticed up to a number; what struck since is none of their work.
    mutating func backupsMended(upTo number: Int32, cause: FactID?) {
        let wasCorruptingBase = backups.afflictions.isCorruptingBase
        guard backups.afflictions.mend(upTo: number) else { return }
        // Who knows that base backups are bad tries them all, and keeps those that are good.
        if wasCorruptingBase, !backups.afflictions.isCorruptingBase {
            infrastructure.databases.discardSpoiltBackups()
        }
        record(
            Narrative(
                .backupMended, "backups", "what made backups fail is mended",
                source: "assumption:\(FaultAssumptionName.backupRepair.rawValue)", actor: .people,
                phase: .repairOfBackups),
            cause: cause)
    }
}

extension PostgresSystem {
    /// How long restoring copies of a database takes to try them: its dump and, beside it, the newest base
    /// backup there is.
    func testRestoreDuration(_ id: DatabaseID, at now: Instant, draws: Draws, ordinal: UInt32) -> Span {
        let dump = restoreDuration(id, jobs: 1, draws: draws, ordinal: ordinal)
        guard !baseBackups(of: id, at: now).isEmpty else { return dump }
        return max(dump, baseRestoreDuration(id, draws: draws, ordinal: ordinal))
    }
}
