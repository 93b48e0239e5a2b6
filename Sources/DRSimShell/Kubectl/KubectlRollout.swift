import DRSimDocument
import DRSimKubernetes

/// `kubectl rollout restart|status`: replaces a deployment's pods, or says how far that is.
struct KubectlRollout: KubectlSubcommand {
    private let action: Action

    private enum Action: Sendable {
        case restart
        case status
    }

    init(_ call: KubectlCall) throws(CommandFailure) {
        switch call.words.dropFirst().first {
        case "restart": action = .restart
        case "status": action = .status
        case let word:
            throw CommandFailure(
                1,
                "error: unknown command \"\(word ?? "")\" for \"kubectl rollout\"\n"
                    + "See 'kubectl rollout -h' for help and examples")
        }
    }

    func run(_ call: KubectlCall, cluster index: Int, in scope: inout CommandScope) -> CommandResult {
        do {
            let resource = try call.resource(skipping: 2, in: scope.infrastructure.clusters[index])
            guard resource.type.kind == "Deployment" else {
                return .failure(
                    1, "error: \(resource.type.plural) \"\(resource.name)\" restarting is not supported")
            }
            switch action {
            case .restart: return try restart(resource, call, index, &scope)
            case .status: return try status(resource, call, scope.infrastructure.clusters[index])
            }
        } catch {
            return error.result
        }
    }

    private func restart(
        _ resource: (type: ResourceType, name: String), _ call: KubectlCall, _ index: Int,
        _ scope: inout CommandScope
    ) throws(CommandFailure) -> CommandResult {
        let (now, draws) = (scope.now, scope.draws)
        let namespace = call.namespace(for: resource.type)
        _ = try scope.patched(cluster: index) { (cluster, effects) throws(APIError) in
            try cluster.restartRollout(
                resource.type, namespace: namespace, name: resource.name, at: now, draws: draws,
                effects: &effects)
        }
        return .success("\(resource.type.label(resource.name)) restarted\n", isEffective: true)
    }

    private func status(
        _ resource: (type: ResourceType, name: String), _ call: KubectlCall, _ cluster: KubernetesCluster
    ) throws(CommandFailure) -> CommandResult {
        do {
            let object = try cluster.object(
                resource.type, namespace: call.namespace(for: resource.type), name: resource.name)
            let desired = object[path: "spec", "replicas"]?.integer ?? 0
            let updated = object[path: "status", "updatedReplicas"]?.integer ?? 0
            let available = object[path: "status", "availableReplicas"]?.integer ?? 0
            if updated == desired, available == desired {
                return .success("deployment \"\(resource.name)\" successfully rolled out\n")
            }
            return CommandResult(
                status: 1,
                output: "Waiting for deployment \"\(resource.name)\" rollout to finish: "
                    + "\(available) of \(desired) updated replicas are available...\n",
                errors: "error: timed out waiting for the condition")
        } catch {
            throw CommandFailure(result: error.commandResult)
        }
    }
}
