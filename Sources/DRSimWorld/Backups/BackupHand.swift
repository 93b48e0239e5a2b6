import DRSimCloud
import DRSimControl
import DRSimKernel
import DRSimPlan
import DRSimPostgres
import DRSimShell
import DRSimUnits
import OrderedCollections

/// Does what a backup asks for, as its code does: by typing commands into the simulated shell.
///
/// Of files only size and content are known: what the code wrote where the commands are typed is put there
/// before the command that reads it.
struct BackupHand: Sendable {
    let shell: Shell
    /// The memory a dump is held in before it is written to a file; `nil` where it is streamed (F39).
    let memory: ByteCount?
    /// Whether a fault lets the dump's process be killed.
    var isFailing = false
    /// Whether a fault lets dumps be made that cannot be restored.
    var isCorrupting = false
    /// The claims behind the volumes of the plan's backup.
    let claims: [String]

    /// Begins with it: what the code has written by now lies where the commands are typed.
    func begin(
        _ action: BackupAction, dump: DumpPayload?, in session: inout ShellSession,
        on infrastructure: Infrastructure, at now: Instant
    ) -> BackupStep {
        writeFiles(for: action, dump: dump, into: &session, infrastructure, at: now)
        let command = action.command
        return BackupStep(
            action: action,
            command: shell.start(
                command.argv, input: command.input, in: session, on: infrastructure, at: now),
            dump: dump)
    }

    /// How long it will take if nothing changes meanwhile.
    func delay(
        of step: BackupStep, in session: ShellSession, on infrastructure: Infrastructure, at now: Instant,
        _ draws: Draws, ordinal: UInt32
    ) -> Span {
        let delay = shell.expectedDelay(
            of: step.command, in: session, on: infrastructure, at: now, draws: draws,
            stream: BackupSite.stream, ordinal: ordinal)
        // No command of a backup waits for ever; one that would is interrupted at once.
        return delay ?? .zero
    }

    /// Does it, at the instant it is done.
    func carryOut(
        _ step: inout BackupStep, in session: inout ShellSession, on infrastructure: inout Infrastructure,
        at now: Instant, _ draws: Draws, _ effects: inout InfrastructureEffects
    ) -> BackupOutcome {
        let command = step.action.command
        if command.isDump, isFailing { return Self.killed }
        let result = shell.finish(
            step.command, in: &session, on: &infrastructure, at: now, draws: draws, effects: &effects)
        guard command.isDump, let dump = DumpPayload(result.output) else {
            return BackupOutcome(status: result.status, output: .text(result.output), errors: result.errors)
        }
        return keep(dump, of: command, in: &step, on: &infrastructure)
    }

    /// What a dump's process printed: bytes, which a process without room for them does not outlive (F39).
    private func keep(
        _ payload: DumpPayload, of command: Command, in step: inout BackupStep,
        on infrastructure: inout Infrastructure
    ) -> BackupOutcome {
        if isCorrupting { infrastructure.databases.spoil(payload.id) }
        let dump = infrastructure.databases.catalog[payload.id]
        let isCompressed = DumpPayload.isCompressed(by: command.argv)
        let size = isCompressed ? dump.size : infrastructure.databases.size(of: dump.database)
        if let memory, size > memory { return Self.killed }
        step.dump = payload
        let isText = payload.isPlain && !isCompressed
        return BackupOutcome(output: isText ? .longText(size) : .bytes(size))
    }

    /// What is left of a process that was killed, by whomever.
    private static let killed = BackupOutcome(
        status: 137, errors: "command terminated with exit code 137")

    /// Puts there the files the code has written by now.
    private func writeFiles(
        for action: BackupAction, dump: DumpPayload?, into session: inout ShellSession,
        _ infrastructure: Infrastructure, at now: Instant
    ) {
        func write(_ path: String, _ size: ByteCount, _ content: ObjectContent = ObjectContent(payload: 0)) {
            session.files[path] = LocalFile(size: size, content: content, writtenAt: now)
        }
        switch action {
        case .upload(let file, .volumeFiles, _, _, _):
            write(file, size(ofVolumesIn: infrastructure))
        case .upload(let file, .dump, let size, _, _):
            write(file, size, dump?.content ?? ObjectContent(payload: 0))
        case .upload(let file, _, let size, _, _): write(file, size)
        case .run(let command) where command.argv.first == "tar":
            let members = command.argv.dropFirst(3).filter { $0.hasPrefix("/") && !$0.contains("*") }
            for member in members { write(member, .zero) }
        case .run, .copy: break
        }
    }

    /// What the files of the volumes come to.
    private func size(ofVolumesIn infrastructure: Infrastructure) -> ByteCount {
        infrastructure.cloud.volumes.filter { claims.contains($0.claim ?? "") }.reduce(.zero) { $0 + $1.size }
    }
}

/// Something a backup does, from its beginning to its end.
struct BackupStep: Sendable {
    let action: BackupAction
    let command: StartedCommand
    /// The dump the backup has made so far.
    var dump: DumpPayload?
}

extension Command {
    /// Whether it prints a dump of a database.
    fileprivate var isDump: Bool { argv.contains("pg_dump") }
}

extension Blueprint {
    /// Who does what a backup asks for.
    var backupHand: BackupHand {
        let dumps = plan.backups.components.compactMap { component in
            if case .dump(let dump) = component.task { dump } else { nil }
        }
        return BackupHand(
            shell: shell, memory: dumps.compactMap(\.memory).first,
            claims: plan.backups.components.flatMap(\.claims))
    }

    /// Where the scheduler runs.
    var backupSite: Site { site(of: plan.backups.location) }
}
