import DRSimDocument
import DRSimKubernetes
import DRSimPostgres

/// `kubectl exec POD|TYPE/NAME -- COMMAND`: runs a program in a pod's container; of a service it is the first
/// of the pods that are behind it.
///
/// Some programs of a database's image are simulated in the pods of its instances. What other containers have
/// nobody knows, but for those programs, which they lack.
struct KubectlExec: KubectlSubcommand {
    private let target: String
    private let program: String
    private let arguments: ArraySlice<String>

    static let options: [ArgumentScanner.Known] = [
        .value("--container", "-c"), .flag("--stdin", "-i"), .flag("--tty", "-t"), .flag("--quiet", "-q"),
    ]

    init(_ call: KubectlCall) throws(CommandFailure) {
        guard let target = call.words.dropFirst().first else {
            throw CommandFailure(1, "error: pod, type/name or --filename must be specified")
        }
        guard call.words.count == 2 else {
            throw CommandFailure(
                1,
                "error: exec [POD] [COMMAND] is not supported anymore. Use exec [POD] -- [COMMAND] instead\n"
                    + "See 'kubectl exec -h' for help and examples")
        }
        guard let program = call.command?.first else {
            throw CommandFailure(
                1,
                "error: you must specify at least one command for the container\n"
                    + "See 'kubectl exec -h' for help and examples")
        }
        self.target = target
        self.program = program
        arguments = call.command?.dropFirst() ?? []
    }

    var gap: String? {
        do throws(CommandFailure) {
            _ = try read()
            return nil
        } catch {
            return error.result.gap
        }
    }

    func wait(_ call: KubectlCall, cluster: Int, in scope: CommandScope) -> CommandWait {
        guard let container = try? container(call, cluster, scope), let program = try? read() else {
            return .forAnswer
        }
        return program.work(in: container, scope).map { .forWork($0) } ?? .forAnswer
    }

    func run(
        _ call: KubectlCall, cluster index: Int, in scope: inout CommandScope
    ) throws(CommandFailure) -> CommandResult {
        let container = try container(call, index, scope)
        do throws(CommandFailure) {
            return try read().run(in: container, &scope)
        } catch {
            // What fails for want of a program was never started.
            guard error.result.status != 126, error.result.status != 127 else { throw error }
            var result = error.result
            result.errors += "\ncommand terminated with exit code \(result.status)"
            return result
        }
    }

    private func container(
        _ call: KubectlCall, _ index: Int, _ scope: CommandScope
    ) throws(CommandFailure) -> DatabaseContainer {
        let cluster = scope.infrastructure.clusters[index]
        let namespace = call.namespace ?? "default"
        let pod = try pod(in: namespace, index, scope)
        guard let found = cluster.pod(named: pod, namespace: namespace) else {
            throw CommandFailure(1, "Error from server (NotFound): pods \"\(pod)\" not found")
        }
        let type = cluster.resourceType(named: "pods")
        let object = type.flatMap { try? cluster.object($0, namespace: namespace, name: pod) }
        try requireContainer(call["--container"], of: object)
        switch found.state {
        case .running, .unready: break
        case .stopped:
            let host = object?[path: "status", "hostIP"]?.string ?? ""
            throw CommandFailure(
                1, "Error from server: error dialing backend: dial tcp \(host):10250: i/o timeout")
        case .pending:
            throw CommandFailure(
                1, "Error from server (BadRequest): pod \(pod) does not have a host assigned")
        case .blocked, .starting, .crashed, .withoutImage:
            throw CommandFailure(
                1, "error: unable to upgrade connection: container not found (\"\(found.containerName)\")")
        }
        guard
            let place = scope.infrastructure.databases.instance(
                pod: pod, namespace: namespace, site: index)
        else { throw absent }
        return DatabaseContainer(
            cluster: index, namespace: namespace, database: place.database, ordinal: place.ordinal)
    }

    private func requireContainer(_ name: String?, of pod: JSONValue?) throws(CommandFailure) {
        let containers = pod?[path: "status", "containerStatuses"]?.array ?? []
        let names = containers.compactMap { $0["name"]?.string }
        guard let name, !names.isEmpty, !names.contains(name) else { return }
        throw CommandFailure(
            1,
            "error: container \(name) is not valid for pod \(pod?.name ?? "") out of: "
                + names.joined(separator: ", "))
    }

    /// The pod that is meant.
    private func pod(
        in namespace: String, _ index: Int, _ scope: CommandScope
    ) throws(CommandFailure) -> String {
        let halves = target.split(separator: "/", maxSplits: 1).map(String.init)
        guard halves.count == 2 else { return target }
        let cluster = scope.infrastructure.clusters[index]
        let type = try cluster.type(named: halves[0])
        if type == cluster.resourceType(named: "pods") { return halves[1] }
        guard type == cluster.resourceType(named: "services") else {
            throw .notSimulated("kubectl exec \(halves[0])/NAME")
        }
        guard let service = cluster.serviceTarget(named: halves[1], namespace: namespace) else {
            throw CommandFailure(1, "Error from server (NotFound): services \"\(halves[1])\" not found")
        }
        guard case .databaseCluster(let name, let role) = service.backend else { throw absent }
        guard
            let pod = scope.infrastructure.databases.pod(
                of: name, namespace: namespace, site: index, role: role)
        else {
            throw CommandFailure(
                1,
                "error: cannot attach to *v1.Service: selected pod(s) not found: timed out waiting for the "
                    + "condition")
        }
        return pod
    }

    /// The programs of a database's image that are simulated.
    private static let programs: [String: any ContainerProgram.Type] = [
        "pg_dump": PgDump.self, "pg_restore": PgRestore.self, "pg_basebackup": PgBasebackup.self,
        "psql": ContainerPsql.self,
    ]

    private func read() throws(CommandFailure) -> any ContainerProgram {
        if let type = Self.programs[program] { return try type.init(arguments: arguments) }
        guard !program.contains("/"), !DatabaseImage.has(program) else { throw notSimulated }
        throw missing
    }

    private var notSimulated: CommandFailure { .notSimulated("\(program) in a container") }

    /// What is said of a program in a container that is no database's.
    private var absent: CommandFailure { Self.programs[program] == nil ? notSimulated : missing }

    private var missing: CommandFailure {
        CommandFailure(
            127,
            "error: Internal error occurred: error executing command in container: failed to exec in "
                + "container: failed to start exec: OCI runtime exec failed: exec failed: unable to start "
                + "container process: exec: \"\(program)\": executable file not found in $PATH: unknown")
    }
}

extension Pod {
    /// The name of its first container; the operator of databases calls that of each instance `postgres`.
    fileprivate var containerName: String {
        template.spec["containers"]?.array?.first?["name"]?.string ?? "postgres"
    }
}
