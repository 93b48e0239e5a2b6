import DRSimCloud
import DRSimControl
import DRSimKernel
import DRSimPlan
import DRSimPostgres
import DRSimShell
import DRSimTrace
import DRSimUnits

/// One night's backup against a copy of the world as it stands at the start: what it came to is what each
/// night before came to, but for its name.
struct BackupRehearsal {
    /// Its record; how long it took was drawn once, with the luck of no trial.
    private(set) var record: BackupRecord
    /// Whether its dump cannot be restored, though nothing says so.
    let isCorrupting: Bool
    /// What its parts left behind.
    private(set) var saved: [Saved] = []

    /// What a part left behind, and the bytes of it.
    struct Saved {
        let artefact: BackupArtefact
        /// The object, by what it was stored with; `nil` where nothing was uploaded.
        let object: ObjectVersion?
        /// The database a dump was made of.
        let database: DatabaseID?
        /// Whether the dump is a script.
        let isPlain: Bool
    }

    /// How long it took.
    var duration: Span { (record.endedAt ?? record.startedAt) - record.startedAt }

    /// Rehearses a night.
    init(_ blueprint: Blueprint, on infrastructure: Infrastructure, by hand: BackupHand) {
        isCorrupting = hand.isCorrupting
        var manager = BackupManager(policy: blueprint.plan.backups, at: blueprint.scenario.start)
        record = BackupRecord(.backup, id: manager.id, startedAt: .start)
        var (now, session, infrastructure) = (Instant.start, blueprint.backupSession, infrastructure)
        var dump: DumpPayload?
        let draws = Draws(seed: 0, trial: 0)
        var directives = manager.start()[...]
        var count: UInt32 = 0
        while let directive = directives.popFirst() {
            switch directive {
            case .report(let report): record.note(report)
            case .perform(let token, let action, _):
                var step = hand.begin(action, dump: dump, in: &session, on: infrastructure, at: now)
                let delay = hand.delay(
                    of: step, in: session, on: infrastructure, at: now, draws, ordinal: count)
                now = now + delay
                count += 1
                var effects = InfrastructureEffects()
                let outcome = hand.carryOut(
                    &step, in: &session, on: &infrastructure, at: now, draws, &effects)
                dump = step.dump
                directives += manager.handle(outcome, for: token)
            }
        }
        record.endedAt = now
        record.result = manager.result
        saved = manager.artefacts.map { artefact in
            let address = ObjectAddress(artefact.address.bucket, artefact.address.key)
            return Saved(
                artefact: artefact, object: infrastructure.cloud.newestVersion(at: address),
                database: artefact.content == .dump
                    ? dump.map { infrastructure.databases.catalog[$0.id].database } : nil,
                isPlain: dump?.isPlain ?? true)
        }
    }
}
