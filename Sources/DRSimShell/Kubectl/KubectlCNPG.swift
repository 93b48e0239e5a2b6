import DRSimDocument
import DRSimKubernetes
import DRSimPostgres

/// The operator's plugin: `kubectl cnpg promote CLUSTER INSTANCE` and `kubectl cnpg status CLUSTER` (A3).
struct KubectlCNPG: KubectlSubcommand {
    private let action: Action

    private enum Action: Sendable {
        case promote(cluster: String, instance: String)
        case status(cluster: String)
    }

    init(_ call: KubectlCall) throws(CommandFailure) {
        let words = call.words.dropFirst()
        switch (words.first, words.dropFirst().first, words.dropFirst(2).first) {
        case ("promote", let cluster?, let instance?):
            action = .promote(cluster: cluster, instance: instance)
        case ("promote", _, _):
            throw CommandFailure(1, "Error: accepts 2 arg(s), received \(max(0, words.count - 1))")
        case ("status", let cluster?, _): action = .status(cluster: cluster)
        case ("status", nil, _): throw CommandFailure(1, "Error: requires at least 1 arg(s), only received 0")
        case (let word, _, _):
            throw CommandFailure(1, "Error: unknown command \"\(word ?? "")\" for \"kubectl cnpg\"")
        }
    }

    func run(_ call: KubectlCall, cluster index: Int, in scope: inout CommandScope) -> CommandResult {
        do {
            switch action {
            case .promote(let cluster, let instance):
                return try promote(cluster, instance, call, index, &scope)
            case .status(let cluster): return try status(cluster, call, index, scope)
            }
        } catch {
            return error.result
        }
    }

    private func promote(
        _ name: String, _ instance: String, _ call: KubectlCall, _ index: Int, _ scope: inout CommandScope
    ) throws(CommandFailure) -> CommandResult {
        let (type, object) = try find(name, call, scope.infrastructure.clusters[index])
        let target = Int(instance).map { "\(name)-\($0)" } ?? instance
        guard let database = database(name, call, index, scope),
            scope.infrastructure.databases[database].instances.contains(where: { $0.pod == target })
        else {
            return .failure(
                1, "Error: can't promote new primary, can't find instance \(target) in cluster \(name)")
        }
        if object[path: "status", "currentPrimary"]?.string == target {
            return .success("\(target) is already the primary node in the cluster\n")
        }
        let (now, draws) = (scope.now, scope.draws)
        let patch: JSONValue = [
            "status": [
                "targetPrimary": .string(target), "phase": "Switchover in progress",
                "phaseReason": .string("Switching over to \(target)"),
            ]
        ]
        _ = try scope.patched(cluster: index) { (cluster, effects) throws(APIError) in
            try cluster.patch(
                type, namespace: call.namespace(for: type), name: name, with: patch, strategy: .merge,
                subresource: .status, at: now, draws: draws, effects: &effects)
        }
        return .success(
            "{\"level\":\"info\",\"msg\":\"Cluster has become unhealthy\"}\n"
                + "Node \(target) in cluster \(name) will be promoted\n", isEffective: true)
    }

    private func status(
        _ name: String, _ call: KubectlCall, _ index: Int, _ scope: CommandScope
    ) throws(CommandFailure) -> CommandResult {
        _ = try find(name, call, scope.infrastructure.clusters[index])
        guard let database = database(name, call, index, scope) else {
            return .failure(1, "Error: cluster \(name) has no status yet")
        }
        let status = scope.infrastructure.databases.status(database)
        let lines = [
            "Cluster Summary",
            "Name:                \(call.namespace ?? "default")/\(name)",
            "Primary instance:    \(status.currentPrimary ?? "")",
            "Status:              \(status.phase)",
            "Instances:           \(status.instances)",
            "Ready instances:     \(status.readyInstances)",
        ]
        return .success(lines.joined(separator: "\n") + "\n")
    }

    private func find(
        _ name: String, _ call: KubectlCall, _ cluster: KubernetesCluster
    ) throws(CommandFailure) -> (ResourceType, JSONValue) {
        guard let type = cluster.resourceType(named: "clusters.postgresql.cnpg.io") else {
            throw CommandFailure(
                1, "Error: no matches for kind \"Cluster\" in version \"postgresql.cnpg.io/v1\"")
        }
        do {
            return (type, try cluster.object(type, namespace: call.namespace(for: type), name: name))
        } catch {
            throw CommandFailure(
                1, "Error: cluster \(name) not found in namespace \(call.namespace ?? "default")")
        }
    }

    private func database(
        _ name: String, _ call: KubectlCall, _ index: Int, _ scope: CommandScope
    ) -> DatabaseID? {
        scope.infrastructure.databases.database(
            named: name, namespace: call.namespace ?? "default", site: index)
    }
}
