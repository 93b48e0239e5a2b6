import DRSimDocument
import DRSimKubernetes

/// `kubectl logs`: whether there is a container to read from; what applications log is not modelled.
struct KubectlLogs: KubectlSubcommand {
    private let target: String

    static let options: [ArgumentScanner.Known] = [
        .value("--tail"), .value("--since"), .value("--container", "-c"), .flag("--follow", "-f"),
        .flag("--previous", "-p"), .flag("--timestamps"), .flag("--all-containers"), .flag("--prefix"),
    ]

    init(_ call: KubectlCall) throws(CommandFailure) {
        guard let word = call.words.dropFirst().first else {
            throw CommandFailure(
                1,
                "error: expected 'logs [-f] [-p] (POD | TYPE/NAME) [-c CONTAINER]'.\n"
                    + "POD or TYPE/NAME is a required argument for the logs command\n"
                    + "See 'kubectl logs -h' for help and examples")
        }
        target = word
    }

    func wait(_ call: KubectlCall, cluster: Int, in scope: CommandScope) -> CommandWait {
        call.has("--follow") && succeeds(call, cluster: cluster, in: scope)
            ? .forChange(patience: nil) : .forAnswer
    }

    func run(
        _ call: KubectlCall, cluster index: Int, in scope: inout CommandScope
    ) throws(CommandFailure) -> CommandResult {
        let cluster = scope.infrastructure.clusters[index]
        let namespace = call.namespace ?? "default"
        do throws(APIError) {
            let name = try podName(in: namespace, of: cluster)
            guard let pods = cluster.resourceType(named: "pods") else { throw Self.notFound(name) }
            let object = try cluster.object(pods, namespace: namespace, name: name)
            if let pod = cluster.pod(named: name, namespace: namespace), pod.state == .stopped {
                // Logs come from the kubelet, which is gone with its node.
                let host = object[path: "status", "hostIP"]?.string ?? ""
                return .failure(1, "Error from server: dial tcp \(host):10250: i/o timeout")
            }
            return Self.waiting(object).map { .failure(1, $0) } ?? .success("")
        } catch {
            return error.commandResult
        }
    }

    /// The pod that is meant: the one named, or the first of a deployment's.
    private func podName(in namespace: String, of cluster: KubernetesCluster) throws(APIError) -> String {
        let halves = target.split(separator: "/", maxSplits: 1).map(String.init)
        guard halves.count == 2, let type = cluster.resourceType(named: halves[0]) else { return target }
        if type.kind == "Pod" { return halves[1] }
        _ = try cluster.object(type, namespace: namespace, name: halves[1])
        let owner = PodOwner(kind: type.kind, name: halves[1])
        guard let pod = cluster.pods(of: owner, namespace: namespace).first else {
            throw Self.notFound(halves[1])
        }
        return pod.name
    }

    private static func notFound(_ name: String) -> APIError {
        APIError(.notFound, "pods \"\(name)\" not found")
    }

    /// What the API server says of a pod whose container has not started; `nil` if it has, or has no
    /// node yet, for which the real one prints nothing.
    private static func waiting(_ pod: JSONValue) -> String? {
        let container = pod[path: "status", "containerStatuses"]?.array?.first
        guard let name = container?["name"]?.string,
            let reason = container?[path: "state", "waiting", "reason"]?.string
        else { return nil }
        return "Error from server (BadRequest): container \"\(name)\" in pod \"\(pod.name)\" is waiting to "
            + "start: \(reason)"
    }
}
