import DRSimPostgres
import DRSimUnits

/// `psql` in an instance's container: a statement, or a dump that was made as a script.
struct ContainerPsql: ContainerProgram {
    private let host: String?
    private let database: String
    private let statement: String?
    private let file: String?
    private let style: PsqlTable.Style

    // Its `-v` sets a variable, and comes before that of the other programs.
    private static let options: [ArgumentScanner.Known] =
        [
            .value("--command", "-c"), .value("--file", "-f"), .flag("--tuples-only", "-t"),
            .flag("--no-align", "-A"), .flag("--no-psqlrc", "-X"), .flag("--quiet", "-q"),
            .flag("--single-transaction", "-1"), .value("--set", "--variable", "-v"),
        ] + ArgumentScanner.connection

    init(arguments: ArraySlice<String>) throws(CommandFailure) {
        let scanner = try ArgumentScanner("psql", arguments, Self.options, others: Psql.otherOptions)
        (host, statement, file) = (scanner["--host"], scanner["--command"], scanner["--file"])
        database = try scanner.databaseName(orWord: scanner.positions.first)
        style = PsqlTable.Style(
            isAligned: !scanner.has("--no-align"), showsHeader: !scanner.has("--tuples-only"))
    }

    func work(in container: DatabaseContainer, _ scope: CommandScope) -> Span? {
        guard let text = text(in: container, scope), DumpPayload(text)?.isPlain == true,
            (try? container.connect("psql", host: host, to: database, status: 2, in: scope)) != nil
        else { return nil }
        return scope.infrastructure.databases.restoreDuration(
            container.database, jobs: 1, draws: scope.draws, ordinal: scope.ordinal)
    }

    func run(
        in container: DatabaseContainer, _ scope: inout CommandScope
    ) throws(CommandFailure) -> CommandResult {
        let instance = try container.connect("psql", host: host, to: database, status: 2, in: scope)
        guard let text = text(in: container, scope) else {
            guard let file else { return .success("") }
            throw CommandFailure(1, "psql: error: \(file): No such file or directory")
        }
        guard let payload = DumpPayload(text) else {
            return try PsqlStatement(text).run(on: instance, style: style, at: scope.calendarTime)
        }
        guard payload.isPlain else {
            throw CommandFailure(
                1,
                "The input is a PostgreSQL custom-format dump.\n"
                    + "Use the pg_restore command-line client to restore this dump to a database.")
        }
        try container.requireApplication(database, "a restore into", in: scope)
        guard instance.isWritable else {
            throw CommandFailure(3, "ERROR:  cannot execute CREATE TABLE in a read-only transaction")
        }
        guard scope.restore(payload.id, into: container.database) else {
            throw CommandFailure(3, "ERROR:  invalid byte sequence for encoding \"UTF8\": 0x8b")
        }
        return CommandResult(status: 0, output: "COPY\n", isEffective: true)
    }

    private func text(in container: DatabaseContainer, _ scope: CommandScope) -> String? {
        if let statement { return statement }
        if let file { return scope.infrastructure.read(file, in: container) }
        return scope.input
    }
}
