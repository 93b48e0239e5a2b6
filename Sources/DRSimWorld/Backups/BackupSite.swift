import DRSimControl
import DRSimKernel
import DRSimPlan
import DRSimShell
import DRSimTrace
import DRSimUnits

/// The backup scheduler at its place in the world, and the backup or verification it waits for.
struct BackupSite: Sendable {
    /// The logic under test.
    var scheduler: BackupScheduler
    /// Its shell's session.
    var session: ShellSession
    /// Who does what its backups ask for.
    var hand: BackupHand
    /// What the loop adds to each of its sleeps (F45).
    let loopOverhead: Span
    /// What is under way.
    var work: Work?
    /// What was started, that of the time before the trial first.
    var records: [BackupRecord] = []
    /// What backups left behind and nobody has deleted since, oldest first.
    var saved: [Saved] = []
    /// Numbers the timers and answers, so that those of an earlier process are ignored.
    var generation: Int32 = 0
    /// Counts what was done, to key the draws.
    var actions: UInt32 = 0
    /// Whether the process runs: it stops with the region it runs in.
    var isRunning = true
    /// The faults that are on.
    var afflictions = BackupAfflictions()
    /// The looks at the clock before this instant change nothing.
    var quietUntil: Instant?

    /// What is under way.
    enum Work: Sendable {
        case backup(BackupManager, Token, BackupStep)
        case verification
    }

    /// What a part of a backup left behind.
    struct Saved: Hashable, Sendable {
        /// The index of its backup's record.
        let record: Int
        /// When its backup was begun.
        let startedAt: Instant
        let artefact: BackupArtefact
        /// The dump it is, if it is one.
        let dump: DumpPayload?
    }

    /// The site of a plan that has not begun.
    init(_ blueprint: Blueprint) {
        scheduler = BackupScheduler(
            schedule: blueprint.plan.backups.schedule, epoch: blueprint.scenario.start)
        (session, hand) = (blueprint.backupSession, blueprint.backupHand)
        loopOverhead = blueprint.backupLoopOverhead
        isRunning = blueprint.plan.backups.isDeployed
    }

    /// The stream of its draws.
    static let stream = StreamName("backups")

    /// The newest dump that was saved.
    var newestDump: Saved? { saved.last { $0.artefact.content == .dump } }

    /// What a verification came to; where gaps of the simulator are why there is no dump, nobody knows.
    func result(of finding: BackupInspection.Finding) -> BackupRecord.Result {
        newestDump == nil && finding == .bad && records.hasGap ? .inconclusive : finding.result
    }
}

/// Something that happens to the backups.
package enum BackupEvent: Hashable, Sendable {
    /// The scheduler looks at the clock.
    case timer(generation: Int32)
    /// What a backup did has ended.
    case answers(generation: Int32)
    /// A verification has ended.
    case verified(generation: Int32)
    /// Somebody comes upon what failed without a word.
    case cameUpon(Int32)
    /// Somebody has mended what was noticed up to this number.
    case mended(upTo: Int32)
}
