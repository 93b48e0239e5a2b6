import DRSimDocument
import DRSimKubernetes

/// `kubectl describe`: one object in words, with what it waits for.
struct KubectlDescribe: KubectlSubcommand {
    init(_ call: KubectlCall) throws(CommandFailure) {}

    func run(_ call: KubectlCall, cluster index: Int, in scope: inout CommandScope) -> CommandResult {
        let cluster = scope.infrastructure.clusters[index]
        do {
            var output = ""
            for resource in try call.resources(in: cluster) {
                for name in resource.names {
                    output += try text(resource.type, name, call, cluster)
                }
            }
            return .success(output)
        } catch {
            return error.result
        }
    }

    private func text(
        _ type: ResourceType, _ name: String, _ call: KubectlCall, _ cluster: KubernetesCluster
    ) throws(CommandFailure) -> String {
        do {
            let object = try cluster.object(type, namespace: call.namespace(for: type), name: name)
            var lines = ["Name:       \(name)"]
            if type.isNamespaced { lines.append("Namespace:  \(object.namespace)") }
            lines.append("Kind:       \(type.kind)")
            for section in ["spec", "status"] {
                guard let value = object[section] else { continue }
                lines.append("\(section.capitalizedFirst):")
                lines += YAMLText.render(value).split(separator: "\n").map { "  \($0)" }
            }
            return lines.joined(separator: "\n") + "\n"
        } catch {
            throw CommandFailure(result: error.commandResult)
        }
    }
}

/// `kubectl logs`: whether there is a container to read from; what applications log is not modelled.
struct KubectlLogs: KubectlSubcommand {
    private let pod: String
    let runsForEver: Bool

    init(_ call: KubectlCall) throws(CommandFailure) {
        guard let word = call.words.dropFirst().first else {
            throw CommandFailure(
                1,
                "error: expected 'logs [-f] [-p] (POD | TYPE/NAME) [-c CONTAINER]'.\n"
                    + "POD or TYPE/NAME is a required argument for the logs command")
        }
        pod = word.hasPrefix("pod/") ? String(word.dropFirst(4)) : word
        runsForEver = call.has("--follow")
    }

    func run(_ call: KubectlCall, cluster index: Int, in scope: inout CommandScope) -> CommandResult {
        let cluster = scope.infrastructure.clusters[index]
        guard let pods = cluster.resourceType(named: "pods") else {
            return .failure(1, "error: the server doesn't have a resource type \"pods\"")
        }
        do {
            let object = try cluster.object(pods, namespace: call.namespace(for: pods), name: pod)
            guard object[path: "status", "phase"]?.string == "Running" else {
                return .failure(
                    1,
                    "Error from server (BadRequest): container in pod \"\(pod)\" is waiting to start: ContainerCreating"
                )
            }
            return .success("")
        } catch {
            return error.commandResult
        }
    }
}

extension String {
    fileprivate var capitalizedFirst: String { prefix(1).uppercased() + dropFirst() }
}
