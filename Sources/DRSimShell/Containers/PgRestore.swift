import DRSimPostgres
import DRSimUnits

/// `pg_restore`: a database holds what an archive does from its end on (B6).
struct PgRestore: ContainerProgram {
    private let host: String?
    private let database: String
    private let createsDatabase: Bool
    private let file: String?
    private let jobs: Int

    private static let options: [ArgumentScanner.Known] =
        ArgumentScanner.connection + [
            .value("--jobs", "-j"), .value("--format", "-F"), .value("--file", "-f"), .flag("--clean", "-c"),
            .flag("--create", "-C"), .flag("--if-exists"), .flag("--no-owner", "-O"),
            .flag("--exit-on-error", "-e"), .flag("--single-transaction", "-1"), .flag("--list", "-l"),
        ]

    /// Options the real one has and the simulated one has not.
    private static let otherOptions = [
        "--data-only", "-a", "--disable-triggers", "--enable-row-security", "--exclude-schema", "-N",
        "--filter", "--function", "-P", "--help", "-?", "--index", "-I", "--no-acl", "--no-comments",
        "--no-data-for-failed-tables", "--no-privileges", "-x", "--no-publications",
        "--no-security-labels", "--no-subscriptions", "--no-table-access-method", "--no-tablespaces",
        "--password", "-W", "--role", "--schema", "-n", "--schema-only", "-s", "--section",
        "--strict-names", "--superuser", "-S", "--table", "-t", "--transaction-size", "--trigger", "-T",
        "--use-list", "-L", "--use-set-session-authorization", "--version", "-V",
    ]

    init(arguments: ArraySlice<String>) throws(CommandFailure) {
        let scanner = try ArgumentScanner("pg_restore", arguments, Self.options, others: Self.otherOptions)
        guard scanner["--dbname"] != nil || scanner["--file"] != nil || scanner.has("--list") else {
            throw CommandFailure(
                1, "pg_restore: error: one of -d/--dbname and -f/--file must be specified")
        }
        if scanner["--file"] != nil || scanner.has("--list") { throw .notSimulated("pg_restore to a script") }
        (host, file) = (scanner["--host"], scanner.positions.first)
        database = try scanner.databaseName(orWord: nil)
        createsDatabase = scanner.has("--create")
        jobs = scanner["--jobs"].flatMap { Int($0) } ?? 1
        if jobs > 1, file == nil {
            throw CommandFailure(
                1, "pg_restore: error: parallel restore from standard input is not supported")
        }
    }

    func work(in container: DatabaseContainer, _ scope: CommandScope) -> Span? {
        guard (try? connect(to: container, scope)) != nil,
            (try? payload(in: container, scope)) != nil
        else { return nil }
        return scope.infrastructure.databases.restoreDuration(
            container.database, jobs: jobs, draws: scope.draws, ordinal: scope.ordinal)
    }

    func run(
        in container: DatabaseContainer, _ scope: inout CommandScope
    ) throws(CommandFailure) -> CommandResult {
        let payload = try payload(in: container, scope)
        let instance = try connect(to: container, scope)
        guard !payload.isPlain else {
            throw CommandFailure(
                1, "pg_restore: error: input file appears to be a text format dump. Please use psql.")
        }
        guard instance.isWritable else {
            throw CommandFailure(
                1,
                "pg_restore: error: could not execute query: ERROR:  cannot execute CREATE TABLE in a "
                    + "read-only transaction")
        }
        guard scope.restore(payload.id, into: container.database) else {
            throw CommandFailure(1, "pg_restore: error: could not uncompress data: incorrect data check")
        }
        return CommandResult(status: 0, isEffective: true)
    }

    /// With `--create` the database named is only where it connects first: data go where the dump is from.
    private func connect(
        to container: DatabaseContainer, _ scope: CommandScope
    ) throws(CommandFailure) -> PsqlStatement.Instance {
        let instance = try container.connect("pg_restore", host: host, to: database, status: 1, in: scope)
        if !createsDatabase { try container.requireApplication(database, "a restore into", in: scope) }
        return instance
    }

    private func payload(
        in container: DatabaseContainer, _ scope: CommandScope
    ) throws(CommandFailure) -> DumpPayload {
        let text = file.map { scope.infrastructure.read($0, in: container) } ?? scope.input ?? ""
        guard let text else {
            throw CommandFailure(
                1,
                "pg_restore: error: could not open input file \"\(file ?? "")\": No such file or directory")
        }
        guard let payload = DumpPayload(text) else {
            throw CommandFailure(1, "pg_restore: error: input file does not appear to be a valid archive")
        }
        return payload
    }
}

extension CommandScope {
    /// Restores a dump into a database; whether it could be read.
    mutating func restore(_ dump: DumpID, into database: DatabaseID) -> Bool {
        guard infrastructure.databases.catalog.dumps.indices.contains(dump.index) else { return false }
        return infrastructure.databases.restore(
            dump, into: database, at: now, draws: draws, effects: &effects.postgres)
    }
}
