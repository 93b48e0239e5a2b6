import DRSimDocument
import DRSimKubernetes
import DRSimPostgres

/// The operator's plugin: `kubectl cnpg promote CLUSTER INSTANCE` and `kubectl cnpg status CLUSTER` (A3).
struct KubectlCNPG: KubectlSubcommand {
    private let action: Action

    private enum Action: Sendable {
        case promote(cluster: String, instance: String)
        case status(cluster: String)
        case backup(cluster: String)
        /// What the plugin prints, with status 0, where arguments are missing.
        case help(String)
    }

    static let options: [ArgumentScanner.Known] = [
        .flag("--verbose"), .value("--backup-name"), .value("--method", "-m"), .value("--backup-target"),
    ]

    init(_ call: KubectlCall) throws(CommandFailure) {
        let arguments = Array(call.words.dropFirst(2))
        switch call.words.dropFirst().first {
        case "promote" where arguments.count < 2:
            action = .help("Promote the pod named CLUSTER-INSTANCE to primary\n")
        case "promote": action = .promote(cluster: arguments[0], instance: arguments[1])
        case "status" where arguments.isEmpty:
            action = .help("Get the status of a PostgreSQL cluster\n")
        case "status": action = .status(cluster: arguments[0])
        case "backup" where arguments.isEmpty:
            action = .help("Request an on-demand backup for a PostgreSQL Cluster\n")
        case "backup": action = .backup(cluster: arguments[0])
        case nil: action = .help("A plugin to manage your CloudNativePG clusters\n")
        case let word? where Self.notSimulated.contains(word): throw .notSimulated("kubectl cnpg \(word)")
        case let word?: throw CommandFailure(1, "Error: unknown command \"\(word)\" for \"kubectl-cnpg\"")
        }
    }

    private static let notSimulated = [
        "certificate", "destroy", "fencing", "fio", "hibernate", "install", "logs", "maintenance",
        "pgadmin4", "pgbench", "psql", "publication", "reload", "report", "restart", "snapshot",
        "subscription", "version",
    ]

    func run(
        _ call: KubectlCall, cluster index: Int, in scope: inout CommandScope
    ) throws(CommandFailure) -> CommandResult {
        switch action {
        case .help(let text): return .success(text)
        case .promote(let cluster, let instance):
            return try promote(instance, of: cluster, call, index, &scope)
        case .backup(let cluster): return try backup(of: cluster, call, index, &scope)
        case .status(let cluster): return try status(of: cluster, call, index, scope)
        }
    }

    /// Sets the target primary and returns: the operator acts on it later, if it can.
    private func promote(
        _ instance: String, of name: String, _ call: KubectlCall, _ index: Int, _ scope: inout CommandScope
    ) throws(CommandFailure) -> CommandResult {
        let namespace = call.namespace ?? "default"
        let cluster = scope.infrastructure.clusters[index]
        let object = try find(name, namespace, cluster)
        let target = Int(instance) == nil ? instance : "\(name)-\(instance)"
        guard object[path: "status", "targetPrimary"]?.string != target else {
            return .success("\(target) is already the primary node in the cluster\n", isEffective: false)
        }
        guard cluster.pod(named: target, namespace: namespace) != nil else {
            throw CommandFailure(
                1,
                "Error: new primary node \(target) not found in namespace \(namespace): "
                    + "pods \"\(target)\" not found")
        }
        let patch: JSONValue = [
            "status": [
                "targetPrimary": .string(target),
                "targetPrimaryTimestamp": .string("\(scope.calendarTime)"),
                "phase": "Switchover in progress", "phaseReason": .string("Switching over to \(target)"),
            ]
        ]
        do throws(APIError) {
            _ = try scope.change(cluster: index) { cluster, now, draws, effects throws(APIError) in
                try cluster.patch(
                    .databaseClusters, namespace: namespace, name: name, with: patch, strategy: .merge,
                    subresource: .status, at: now, draws: draws, effects: &effects)
            }
        } catch {
            throw CommandFailure(1, "Error: \(error.message)")
        }
        return .success("Node \(target) in cluster \(name) will be promoted\n", isEffective: true)
    }

    /// Creates the object that asks for a backup, and returns.
    private func backup(
        of name: String, _ call: KubectlCall, _ index: Int, _ scope: inout CommandScope
    ) throws(CommandFailure) -> CommandResult {
        let namespace = call.namespace ?? "default"
        _ = try find(name, namespace, scope.infrastructure.clusters[index])
        let digits = "\(scope.calendarTime)".prefix(19).filter(\.isNumber)
        let backup = call["--backup-name"] ?? "\(name)-\(digits)"
        var spec: JSONValue = ["cluster": ["name": .string(name)]]
        if let method = call["--method"] { spec["method"] = .string(method) }
        let object: JSONValue = [
            "apiVersion": "postgresql.cnpg.io/v1", "kind": "Backup",
            "metadata": ["name": .string(backup), "namespace": .string(namespace)], "spec": spec,
        ]
        do throws(APIError) {
            _ = try scope.change(cluster: index) { cluster, now, draws, effects throws(APIError) in
                try cluster.create(object, namespace: namespace, at: now, draws: draws, effects: &effects)
            }
        } catch {
            throw CommandFailure(1, "Error: \(error.message)")
        }
        return .success("backup/\(backup) created\n", isEffective: true)
    }

    private func status(
        of name: String, _ call: KubectlCall, _ index: Int, _ scope: CommandScope
    ) throws(CommandFailure) -> CommandResult {
        let namespace = call.namespace ?? "default"
        let object = try find(name, namespace, scope.infrastructure.clusters[index])
        let databases = scope.infrastructure.databases
        guard let id = databases.database(named: name, namespace: namespace, site: index) else {
            return .success("Cluster Summary\nName  \(namespace)/\(name)\n")
        }
        let status = databases.status(id)
        let wanted = object[path: "spec", "instances"]?.integer ?? Int64(status.instances)
        let primary = databases[id].isReplica ? "Designated primary:" : "Primary instance:"
        let source = databases[id].source.map { [("Source cluster: ", databases[$0].spec.name)] } ?? []
        let lines =
            [("Name", "\(namespace)/\(name)"), (primary, status.currentPrimary ?? "")] + source + [
                ("Status:", status.phase), ("Instances:", "\(wanted)"),
                ("Ready instances:", "\(status.readyInstances)"),
            ]
        let width = (lines.map(\.0.count).max() ?? 0) + 2
        let rows = lines.map { $0 + String(repeating: " ", count: width - $0.count) + $1 + "\n" }
        return .success("Cluster Summary\n" + rows.joined())
    }

    private func find(
        _ name: String, _ namespace: String, _ cluster: KubernetesCluster
    ) throws(CommandFailure) -> JSONValue {
        do throws(APIError) {
            return try cluster.object(.databaseClusters, namespace: namespace, name: name)
        } catch {
            throw CommandFailure(
                1, "Error: cluster \(name) not found in namespace \(namespace): \(error.message)")
        }
    }
}
