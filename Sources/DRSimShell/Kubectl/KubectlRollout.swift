import DRSimDocument
import DRSimKubernetes
import DRSimUnits

/// `kubectl rollout restart|status|undo`: replaces the pods of deployments, by those of the template before
/// or of the present one, or says how far that is.
struct KubectlRollout: KubectlSubcommand {
    private let action: Action
    /// How long to wait for the end of a rollout; `nil` for ever.
    private let patience: Span?
    private let watches: Bool

    private enum Action: Sendable {
        case restart
        case status
        case undo
    }

    static let options: [ArgumentScanner.Known] = [.value("--timeout"), .flag("--watch", "-w")]

    init(_ call: KubectlCall) throws(CommandFailure) {
        switch call.words.dropFirst().first {
        case "restart": action = .restart
        case "status": action = .status
        case "undo": action = .undo
        case let word? where ["history", "pause", "resume"].contains(word):
            throw .notSimulated("kubectl rollout \(word)")
        case let word?:
            throw CommandFailure(
                1, "error: unknown command \"\(word)\"\nSee 'kubectl rollout -h' for help and examples")
        case nil: throw CommandFailure(1, "Manage the rollout of one or many resources.")
        }
        guard call.words.count > 2 else { throw CommandFailure(1, "error: required resource not specified") }
        if let text = call["--timeout"], Span(commandLine: text) == nil {
            throw CommandFailure(
                1,
                "error: invalid argument \"\(text)\" for \"--timeout\" flag: time: invalid duration "
                    + "\"\(text)\"\nSee 'kubectl rollout status --help' for usage.")
        }
        patience = call["--timeout"].flatMap(Span.init(commandLine:)).flatMap { $0 == .zero ? nil : $0 }
        watches = call["--watch"] != "false"
    }

    /// The status of an unfinished rollout is watched to its end. The answer's instant must be known
    /// beforehand, so that the watch lasts as long as its patience, whether or not it is fulfilled.
    func wait(_ call: KubectlCall, cluster: Int, in scope: CommandScope) -> CommandWait {
        guard action == .status, watches else { return .forAnswer }
        var rehearsal = scope
        let result = try? run(call, cluster: cluster, in: &rehearsal)
        return result?.output.hasPrefix("Waiting") == true ? .forChange(patience: patience) : .forAnswer
    }

    func run(
        _ call: KubectlCall, cluster index: Int, in scope: inout CommandScope
    ) throws(CommandFailure) -> CommandResult {
        let cluster = scope.infrastructure.clusters[index]
        let resources = try call.resources(skipping: 2, in: cluster)
        let named = resources.map { resource in
            let all = resource.names.isEmpty ? all(resource.type, call, cluster) : resource.names
            return NamedResources(resource.type, all)
        }
        return call.forEach(named) { (type, name) throws(APIError) in
            let namespace = call.namespace(for: type)
            let object = try cluster.object(type, namespace: namespace, name: name)
            switch action {
            case .restart: return try restart(type, namespace, name, index, &scope)
            case .status: return status(type, object)
            case .undo: return try undo(type, namespace, name, index, &scope)
            }
        }
    }

    private func all(_ type: ResourceType, _ call: KubectlCall, _ cluster: KubernetesCluster) -> [String] {
        ((try? cluster.objects(type, namespace: call.namespace(for: type))) ?? []).map(\.name)
    }

    private func restart(
        _ type: ResourceType, _ namespace: String, _ name: String, _ index: Int, _ scope: inout CommandScope
    ) throws(APIError) -> CommandResult {
        guard type.kind == "Deployment" else {
            return .failure(1, "error: \(type.qualifiedPlural) \"\(name)\" restarting is not supported")
        }
        do throws(APIError) {
            _ = try scope.change(cluster: index) { cluster, now, draws, effects throws(APIError) in
                try cluster.restartRollout(
                    type, namespace: namespace, name: name, at: now, draws: draws, effects: &effects)
            }
        } catch  where error.reason == .badRequest {
            // kubectl itself sees that the patch would change nothing.
            return .failure(1, "error: failed to create patch for \(name): \(error.message)")
        }
        return .success("\(type.label(name)) restarted\n", isEffective: true)
    }

    private func undo(
        _ type: ResourceType, _ namespace: String, _ name: String, _ index: Int, _ scope: inout CommandScope
    ) throws(APIError) -> CommandResult {
        guard type.kind == "Deployment" else {
            return .failure(1, "error: no rollbacker has been implemented for \"\(type.kind)\"")
        }
        do throws(APIError) {
            _ = try scope.change(cluster: index) { cluster, now, draws, effects throws(APIError) in
                try cluster.undoRollout(
                    type, namespace: namespace, name: name, at: now, draws: draws, effects: &effects)
            }
        } catch  where error.reason == .badRequest {
            return .failure(1, "error: \(error.message)")
        }
        return .success("\(type.label(name)) rolled back\n", isEffective: true)
    }

    private func status(_ type: ResourceType, _ object: JSONValue) -> CommandResult {
        guard type.kind == "Deployment" else {
            return .failure(1, "error: no status viewer has been implemented for \(type.kind)")
        }
        guard let remainder = Self.remainder(of: object) else {
            return .success("deployment \"\(object.name)\" successfully rolled out\n")
        }
        return CommandResult(
            status: watches ? 1 : 0,
            output: "Waiting for deployment \"\(object.name)\" rollout to finish: \(remainder)...\n",
            errors: watches ? "error: timed out waiting for the condition" : "")
    }

    /// What a rollout still waits for; `nil` if it is through.
    private static func remainder(of deployment: JSONValue) -> String? {
        func count(_ field: String) -> Int64 { deployment[path: "status", field]?.integer ?? 0 }
        let desired = deployment[path: "spec", "replicas"]?.integer ?? 1
        let (updated, total, available) = (
            count("updatedReplicas"), count("replicas"), count("availableReplicas")
        )
        if updated < desired { return "\(updated) out of \(desired) new replicas have been updated" }
        if total > updated { return "\(total - updated) old replicas are pending termination" }
        return available < updated ? "\(available) of \(updated) updated replicas are available" : nil
    }
}
