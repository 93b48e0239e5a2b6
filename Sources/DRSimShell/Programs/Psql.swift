import DRSimKubernetes
import DRSimPostgres
import DRSimUnits

/// The simulated `psql`: one statement against a database service of the current context's cluster.
///
/// It is typed as if in a pod of the database's namespace, where the service's bare name is enough.
struct Psql: Program {
    private let host: String?
    private let port: String
    private let database: String
    private let statement: String?
    private let context: String
    private let style: PsqlTable.Style

    private static let options: [ArgumentScanner.Known] = [
        .value("--host", "-h"), .value("--username", "-U"), .value("--dbname", "-d"),
        .value("--command", "-c"), .value("--port", "-p"), .flag("--tuples-only", "-t"),
        .flag("--no-align", "-A"), .flag("--no-password", "-w"), .flag("--no-psqlrc", "-X"),
        .flag("--quiet", "-q"), .value("--set", "--variable", "-v"),
    ]

    /// Options the real one has and the simulated one has not, here or in a container.
    static let otherOptions = [
        "--csv", "--echo-all", "-a", "--echo-errors", "-b", "--echo-hidden", "-E", "--echo-queries", "-e",
        "--expanded", "-x", "--field-separator", "-F", "--field-separator-zero", "-z", "--file", "-f",
        "--help", "-?", "--html", "-H", "--list", "-l", "--log-file", "-L", "--no-readline", "-n", "--output",
        "-o", "--password", "-W", "--pset", "-P", "--record-separator", "-R", "--record-separator-zero", "-0",
        "--single-line", "-S", "--single-step", "-s", "--single-transaction", "-1", "--table-attr", "-T",
        "--version", "-V",
    ]

    init(arguments: ArraySlice<String>, session: ShellSession) throws(CommandFailure) {
        let scanner = try ArgumentScanner("psql", arguments, Self.options, others: Self.otherOptions)
        (host, port) = (scanner["--host"], scanner["--port"] ?? "5432")
        database = try scanner.databaseName(orWord: scanner.positions.first)
        statement = scanner["--command"]
        context = session.context
        style = PsqlTable.Style(
            isAligned: !scanner.has("--no-align"), showsHeader: !scanner.has("--tuples-only"))
    }

    func wait(in scope: CommandScope) -> CommandWait {
        guard let host, host != "localhost", let cluster = scope.cluster(context: context),
            !scope.reaches(region: cluster)
        else { return .forAnswer }
        return .inVain(patience: nil)
    }

    func run(in scope: inout CommandScope) throws(CommandFailure) -> CommandResult {
        let instance = try connect(in: scope)
        guard let text = statement ?? scope.input else { return .success("") }
        return try PsqlStatement(text).run(on: instance, style: style, at: scope.calendarTime)
    }

    /// The instance that answers behind the host name, by the service's role.
    private func connect(in scope: CommandScope) throws(CommandFailure) -> PsqlStatement.Instance {
        guard let host else {
            throw CommandFailure(
                2,
                "psql: error: connection to server on socket \"/var/run/postgresql/.s.PGSQL.\(port)\" "
                    + "failed: No such file or directory\n\tIs the server running locally "
                    + "and accepting connections on that socket?")
        }
        if host == "localhost" { throw failure("Connection refused") }
        guard let cluster = scope.cluster(context: context) else { throw unknown(host) }
        guard scope.reaches(region: cluster) else { throw failure("Connection timed out") }
        let databases = scope.infrastructure.databases
        guard let (id, role) = database(host: host, cluster: cluster, in: scope) else { throw unknown(host) }
        let spec = databases[id].spec
        let pod = databases.pod(of: spec.name, namespace: spec.namespace, site: cluster, role: role)
        guard port == "5432",
            let ordinal = databases[id].instances.firstIndex(where: { $0.pod == pod })
        else { throw failure("Connection refused") }
        guard databases.has(database: self.database, in: id) else {
            throw failure(.unknownDatabase(self.database), hasAnswered: true)
        }
        return databases.answering(ordinal, of: id, in: scope)
    }

    /// The database behind a host name, as the cluster's DNS has it, and the role of the instances
    /// its service selects.
    private func database(
        host: String, cluster: Int, in scope: CommandScope
    ) -> (id: DatabaseID, role: String?)? {
        let databases = scope.infrastructure.databases
        let homes = databases.databases.filter { $0.spec.site == cluster }.map(\.spec.namespace)
        for namespace in homes {
            guard
                let target = scope.infrastructure.clusters[cluster].serviceTarget(
                    host: host, from: namespace),
                case .databaseCluster(let name, let role) = target.backend,
                let id = databases.database(named: name, namespace: target.namespace, site: cluster)
            else { continue }
            return (id, role)
        }
        return nil
    }

    private func unknown(_ host: String) -> CommandFailure {
        CommandFailure(
            2,
            "psql: error: could not translate host name \"\(host)\" to address: Name or service not known")
    }

    private func failure(_ reason: String, hasAnswered: Bool = false) -> CommandFailure {
        let address = host == "localhost" ? " (127.0.0.1)" : ""
        return CommandFailure(
            2,
            "psql: error: connection to server at \"\(host ?? "")\"\(address), port \(port) failed: \(reason)"
                + (hasAnswered
                    ? "" : "\n\tIs the server running on that host and accepting TCP/IP connections?"))
    }
}
