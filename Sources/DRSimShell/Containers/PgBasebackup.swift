import DRSimPostgres
import DRSimUnits

/// `pg_basebackup`: copies a running cluster's files as they are. It knows no point in time, and nothing
/// replays what it copied (F59).
struct PgBasebackup: ContainerProgram {
    private let host: String?

    private static let options: [ArgumentScanner.Known] =
        ArgumentScanner.connection + [
            .value("--pgdata", "-D"), .value("--format", "-F"), .value("--max-rate", "-r"),
            .flag("--write-recovery-conf", "-R"), .value("--target", "-t"), .value("--wal-method", "-X"),
            .flag("--gzip", "-z"), .value("--compress", "-Z"), .value("--checkpoint", "-c"),
            .flag("--progress", "-P"), .value("--label", "-l"), .value("--slot", "-S"), .flag("--no-slot"),
        ]

    /// Options the real one has and the simulated one has not.
    private static let otherOptions = [
        "--create-slot", "-C", "--help", "-?", "--incremental", "-i", "--manifest-checksums",
        "--manifest-force-encode", "--no-clean", "-n", "--no-estimate-size", "--no-manifest", "--no-sync",
        "-N", "--no-verify-checksums", "--password", "-W", "--status-interval", "-s", "--sync-method",
        "--tablespace-mapping", "-T", "--version", "-V", "--waldir",
    ]

    init(arguments: ArraySlice<String>) throws(CommandFailure) {
        let scanner = try ArgumentScanner("pg_basebackup", arguments, Self.options, others: Self.otherOptions)
        guard scanner["--pgdata"] != nil || scanner["--target"] != nil else {
            throw CommandFailure(
                1,
                "pg_basebackup: error: must specify output directory or backup target\n"
                    + "pg_basebackup: hint: Try \"pg_basebackup --help\" for more information.")
        }
        host = scanner["--host"]
    }

    func work(in container: DatabaseContainer, _ scope: CommandScope) -> Span? {
        guard (try? container.connect("pg_basebackup", host: host, to: nil, status: 1, in: scope)) != nil
        else { return nil }
        return scope.infrastructure.databases.copyDuration(
            container.database, draws: scope.draws, ordinal: scope.ordinal)
    }

    /// The files lie beside the database then, and nobody starts a server on them.
    func run(
        in container: DatabaseContainer, _ scope: inout CommandScope
    ) throws(CommandFailure) -> CommandResult {
        _ = try container.connect("pg_basebackup", host: host, to: nil, status: 1, in: scope)
        return CommandResult(status: 0, isEffective: false)
    }
}
