import DRSimCloud
import DRSimKubernetes
import DRSimPostgres
import DRSimUnits

/// The simulated `psql`: one statement against a database service of the current context's cluster.
struct Psql: Program {
    private let host: String
    private let statement: String
    private let context: String

    init(arguments: ArraySlice<String>, session: ShellSession) throws(CommandFailure) {
        let scanner: ArgumentScanner
        do {
            scanner = try ArgumentScanner(
                arguments,
                known: [
                    .value("-h", "--host"), .value("-U", "--username"), .value("-d", "--dbname"),
                    .value("-c", "--command"), .value("-p", "--port"), .flag("-t"), .flag("-A"), .flag("-w"),
                ])
        } catch {
            switch error {
            case .unknownOption(let option):
                throw CommandFailure(
                    1,
                    "psql: unrecognized option '\(option)'\npsql: hint: Try \"psql --help\" for more information."
                )
            case .missingValue(let option):
                throw CommandFailure(
                    1, "psql: option requires an argument -- '\(option.drop { $0 == "-" })'")
            }
        }
        guard let statement = scanner["-c"] else {
            throw CommandFailure(1, "psql: error: only -c statements are simulated: no terminal to read from")
        }
        self.statement = statement
        host = scanner["-h"] ?? "localhost"
        context = session.context
    }

    func silentAddress(in scope: CommandScope) -> Bool {
        scope.cluster(context: context).map { !scope.answers(cluster: $0) } ?? false
    }

    func run(in scope: inout CommandScope) -> CommandResult {
        guard let cluster = scope.cluster(context: context), !silentAddress(in: scope) else {
            return .failure(
                2, "psql: error: connection to server at \"\(host)\", port 5432 failed: Connection timed out")
        }
        let system = scope.infrastructure.databases
        guard let database = database(in: cluster, scope) else {
            return .failure(
                2,
                "psql: error: could not translate host name \"\(host)\" to address: Name or service not known"
            )
        }
        guard system[database].isRunning else {
            return .failure(
                2, "psql: error: connection to server at \"\(host)\", port 5432 failed: Connection refused")
        }
        return answer(isWritable: system.isWritable(database), at: scope.now)
    }

    /// The database behind the host name, as the cluster's DNS has it.
    private func database(in cluster: Int, _ scope: CommandScope) -> DatabaseID? {
        let databases = scope.infrastructure.databases.databases
        // psql is typed where the name resolves: in the namespace of a database that has it.
        for (index, database) in databases.enumerated() where database.spec.site == cluster {
            let target = scope.infrastructure.clusters[cluster].serviceTarget(
                host: host, from: database.spec.namespace)
            if let target, case .databaseCluster(database.spec.name, _) = target.backend {
                return DatabaseID(index)
            }
        }
        return nil
    }

    private func answer(isWritable: Bool, at now: Instant) -> CommandResult {
        let text = statement.lowercased()
        if text.contains("pg_is_in_recovery") { return rows("pg_is_in_recovery", isWritable ? "f" : "t") }
        if text.hasPrefix("select") { return rows("?column?", "1") }
        guard isWritable else {
            let verb = statement.split(separator: " ").first.map { $0.uppercased() } ?? ""
            return .failure(1, "ERROR:  cannot execute \(verb) in a read-only transaction")
        }
        return .success("OK\n")
    }

    private func rows(_ column: String, _ value: String) -> CommandResult {
        .success(" \(column) \n\(String(repeating: "-", count: column.count + 2))\n \(value)\n(1 row)\n")
    }
}
