import DRSimCloud
import DRSimKubernetes
import DRSimPostgres
import DRSimUnits

/// The container of a database's instance, in which programs run.
struct DatabaseContainer: Sendable {
    let cluster: Int
    let namespace: String
    let database: DatabaseID
    let ordinal: Int

    /// Where the programs of an image find the postmaster's socket (A21: local peers need no password).
    private static let socket = "/controller/run/.s.PGSQL.5432"

    /// Connects as the programs of PostgreSQL do: without a host by the local socket; by network only with
    /// a password, which nobody gave (A21, F38).
    ///
    /// - Parameters:
    ///   - name: the database that is meant; `nil` for the server as a whole.
    ///   - status: what the program exits with where it cannot connect.
    func connect(
        _ program: String, host: String?, to name: String?, status: Int, in scope: CommandScope
    ) throws(CommandFailure) -> PsqlStatement.Instance {
        let databases = scope.infrastructure.databases
        let isRunning = databases.isRunning(database, ordinal: ordinal)
        func failure(_ target: String, _ reason: String) -> CommandFailure {
            CommandFailure(status, "\(program): error: connection to server \(target) failed: \(reason)")
        }
        guard let host, !host.hasPrefix("/") else {
            guard isRunning else {
                throw failure(
                    "on socket \"\(Self.socket)\"",
                    "No such file or directory\n\tIs the server running locally and accepting connections on "
                        + "that socket?")
            }
            if let name, !databases.has(database: name, in: database) {
                throw failure("on socket \"\(Self.socket)\"", .unknownDatabase(name))
            }
            return databases.answering(ordinal, of: database, in: scope)
        }
        let isLocal = host == "localhost" || host == "127.0.0.1"
        let target = isLocal ? "at \"\(host)\" (127.0.0.1), port 5432" : "at \"\(host)\", port 5432"
        if isLocal {
            throw failure(target, isRunning ? "fe_sendauth: no password supplied" : "Connection refused")
        }
        guard scope.infrastructure.clusters[cluster].serviceTarget(host: host, from: namespace) != nil else {
            throw CommandFailure(
                status,
                "\(program): error: could not translate host name \"\(host)\" to address: "
                    + "Name or service not known")
        }
        throw failure(target, "fe_sendauth: no password supplied")
    }

    /// Only the application's database holds what is modelled.
    func requireApplication(
        _ name: String, _ what: String, in scope: CommandScope
    ) throws(CommandFailure) {
        guard scope.infrastructure.databases[database].application == name else {
            throw .notSimulated("\(what) another database than the application's")
        }
    }
}

extension PostgresSystem {
    /// An instance that answers, as statements find it.
    func answering(
        _ ordinal: Int, of id: DatabaseID, in scope: CommandScope
    ) -> PsqlStatement.Instance {
        PsqlStatement.Instance(
            isWritable: isWritable(id) && self[id].primary == ordinal,
            position: position(of: ordinal, in: id.index, at: scope.now, draws: scope.draws),
            isReadable: answersQueries(id))
    }
}

/// A program of a database's image.
protocol ContainerProgram: Sendable {
    /// Reads the arguments; a usage error is the result the real program gives.
    init(arguments: ArraySlice<String>) throws(CommandFailure)

    /// How long it works if it can; `nil` for one that answers at once.
    func work(in container: DatabaseContainer, _ scope: CommandScope) -> Span?

    /// Does what was asked for, at the instant at which the program answers.
    func run(in container: DatabaseContainer, _ scope: inout CommandScope) throws(CommandFailure)
        -> CommandResult
}

extension String {
    /// What a server says of a database that it does not have.
    static func unknownDatabase(_ name: String) -> String {
        "FATAL:  database \"\(name)\" does not exist"
    }
}

extension ArgumentScanner {
    /// The database that a program of PostgreSQL is told to connect to: that of the user's name where none is
    /// named, and the user is `postgres` where none is.
    func databaseName(orWord word: String?) throws(CommandFailure) -> String {
        let name = self["--dbname"] ?? word ?? self["--username"] ?? "postgres"
        guard !name.contains("="), !name.contains("://") else {
            throw .notSimulated("a connection string in place of a database's name")
        }
        return name
    }

    /// Scans the arguments of a program of PostgreSQL; what is wrong is said as getopt does.
    ///
    /// - Parameter others: options the real one has and the simulated one has not.
    init(
        _ program: String, _ arguments: ArraySlice<String>, _ known: [Known], others: [String] = []
    ) throws(CommandFailure) {
        do throws(Problem) {
            try self.init(arguments, known: known)
        } catch {
            if let option = error.option(among: others) { throw .notSimulated("\(program) \(option)") }
            let reason =
                switch error {
                case .unknownOption(let option):
                    "unrecognized option '\(arguments.first { $0.hasPrefix(option) } ?? option)'"
                case .unknownLetter(let letter, _): "invalid option -- '\(letter)'"
                case .missingValue(let option, let word) where word.hasPrefix("--"):
                    "option '\(option)' requires an argument"
                case .missingValue(let letter, _): "option requires an argument -- '\(letter)'"
                }
            throw CommandFailure(
                1, "\(program): \(reason)\n\(program): hint: Try \"\(program) --help\" for more information.")
        }
    }

    /// How a connection is described to every program of PostgreSQL.
    static let connection: [Known] = [
        .value("--host", "-h"), .value("--port", "-p"), .value("--username", "-U"), .value("--dbname", "-d"),
        .flag("--no-password", "-w"), .flag("--verbose", "-v"),
    ]
}
