import DRSimPostgres
import DRSimUnits

/// `pg_dump`: a dump is what the database held when it was begun (B6), on standard output or in a file of
/// the container.
struct PgDump: ContainerProgram {
    private let host: String?
    private let database: String
    private let file: String?
    private let isPlain: Bool
    /// Whether what it prints is compressed: an archive is unless told otherwise, a script is not.
    let isCompressed: Bool

    private static let options: [ArgumentScanner.Known] =
        ArgumentScanner.connection + [
            .value("--format", "-F"), .value("--file", "-f"), .value("--compress", "-Z"),
            .value("--jobs", "-j"), .flag("--clean", "-c"), .flag("--create", "-C"), .flag("--if-exists"),
            .flag("--no-owner", "-O"), .flag("--no-privileges", "-x"), .value("--schema", "-n"),
            .value("--table", "-t"), .flag("--schema-only", "-s"), .flag("--data-only", "-a"),
        ]

    /// Options the real one has and the simulated one has not.
    private static let otherOptions = [
        "--attribute-inserts", "--blobs", "--large-objects", "-b", "--no-blobs", "--no-large-objects", "-B",
        "--column-inserts", "--disable-dollar-quoting", "--disable-triggers", "--enable-row-security",
        "--encoding", "-E", "--exclude-schema", "-N", "--exclude-table", "-T", "--exclude-table-data",
        "--extension", "-e", "--extra-float-digits", "--filter", "--help", "-?", "--include-foreign-data",
        "--inserts", "--load-via-partition-root", "--lock-wait-timeout", "--no-acl", "--no-comments",
        "--no-publications", "--no-security-labels", "--no-subscriptions", "--no-sync",
        "--no-table-access-method", "--no-tablespaces", "--no-toast-compression",
        "--no-unlogged-table-data", "--on-conflict-do-nothing", "--password", "-W",
        "--quote-all-identifiers", "--role", "--rows-per-insert", "--section", "--serializable-deferrable",
        "--snapshot", "--strict-names", "--superuser", "-S", "--use-set-session-authorization", "--version",
        "-V",
    ]

    init(arguments: ArraySlice<String>) throws(CommandFailure) {
        let scanner = try ArgumentScanner("pg_dump", arguments, Self.options, others: Self.otherOptions)
        (host, file) = (scanner["--host"], scanner["--file"])
        database = try scanner.databaseName(orWord: scanner.positions.first)
        let format = scanner["--format"] ?? "p"
        guard ["p", "plain", "c", "custom", "d", "directory", "t", "tar"].contains(format) else {
            throw CommandFailure(1, "pg_dump: error: invalid output format \"\(format)\" specified")
        }
        let isFolder = format.hasPrefix("d")
        guard isFolder || scanner["--jobs"].flatMap({ Int($0) }) ?? 1 <= 1 else {
            throw CommandFailure(
                1, "pg_dump: error: parallel backup only supported by the directory format")
        }
        guard !isFolder || file != nil else {
            throw CommandFailure(1, "pg_dump: error: no output directory specified")
        }
        isPlain = format.hasPrefix("p")
        isCompressed =
            scanner["--compress"].map { !["0", "none"].contains($0) }
            ?? ["c", "d"].contains(format.prefix(1))
        if let level = scanner["--compress"], let number = Int(level), !(0...9).contains(number) {
            throw CommandFailure(
                1,
                "pg_dump: error: invalid compression specification: compression algorithm \"gzip\" "
                    + "expects a compression level between 1 and 9 (default at -1)")
        }
        for part in ["--schema", "--table", "--schema-only", "--data-only"] where scanner.has(part) {
            throw .notSimulated("pg_dump \(part)")
        }
    }

    func work(in container: DatabaseContainer, _ scope: CommandScope) -> Span? {
        guard (try? connect(to: container, scope)) != nil else { return nil }
        return scope.infrastructure.databases.dumpDuration(
            container.database, draws: scope.draws, ordinal: scope.ordinal)
    }

    func run(
        in container: DatabaseContainer, _ scope: inout CommandScope
    ) throws(CommandFailure) -> CommandResult {
        let instance = try connect(to: container, scope)
        guard instance.isReadable else {
            throw CommandFailure(1, "pg_dump: error: query failed: ERROR:  could not read block 0")
        }
        let databases = scope.infrastructure.databases
        guard databases.hasRun(container.database, since: scope.began) else {
            throw CommandFailure(
                1,
                "pg_dump: error: Dumping the contents of table failed: PQgetCopyData() failed.\n"
                    + "pg_dump: detail: Error message from server: server closed the connection unexpectedly")
        }
        let id = scope.infrastructure.databases.addDump(
            of: container.database, began: scope.began, at: scope.now)
        let payload = DumpPayload(id: id, isPlain: isPlain)
        guard let file else { return .success(payload.text, isEffective: true) }
        scope.infrastructure.write(payload.text, to: file, in: container)
        return CommandResult(status: 0, isEffective: true)
    }

    private func connect(
        to container: DatabaseContainer, _ scope: CommandScope
    ) throws(CommandFailure) -> PsqlStatement.Instance {
        let instance = try container.connect("pg_dump", host: host, to: database, status: 1, in: scope)
        try container.requireApplication(database, "a dump of", in: scope)
        return instance
    }
}
