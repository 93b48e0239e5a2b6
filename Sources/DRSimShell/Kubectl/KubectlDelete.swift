import DRSimDocument
import DRSimKubernetes

/// `kubectl delete`: objects by name, by label or all of a type. It returns when they are gone, which
/// takes no time here; for a pod whose node is lost it does not wait.
struct KubectlDelete: KubectlSubcommand {
    private let isLenient: Bool
    private let isForced: Bool

    static let options: [ArgumentScanner.Known] = [
        .flag("--all"), .value("--selector", "-l"), .flag("--ignore-not-found"), .flag("--force"),
        .value("--grace-period"), .flag("--wait"), .flag("--now"), .value("--dry-run"),
        .value("--output", "-o"),
    ]

    init(_ call: KubectlCall) throws(CommandFailure) {
        isLenient = call.has("--ignore-not-found")
        isForced = call.has("--force") && ["0", nil].contains(call["--grace-period"])
    }

    func run(
        _ call: KubectlCall, cluster index: Int, in scope: inout CommandScope
    ) throws(CommandFailure) -> CommandResult {
        let cluster = scope.infrastructure.clusters[index]
        let resources = try call.selectedResources(in: cluster)
        if resources.allSatisfy(\.names.isEmpty) {
            return .success("No resources found\n", isEffective: false)
        }
        return call.forEach(resources) { (type, name) throws(APIError) in
            do throws(APIError) {
                try scope.change(cluster: index) { cluster, now, draws, effects throws(APIError) in
                    try cluster.delete(
                        type, namespace: call.namespace(for: type), name: name, byForce: isForced, at: now,
                        draws: draws, effects: &effects)
                }
            } catch  where error.reason == .notFound && isLenient {
                return .success("", isEffective: false)
            }
            let kind = type.group.isEmpty ? type.singular : "\(type.singular).\(type.group)"
            return .success(
                "\(kind) \"\(name)\" \(isForced ? "force " : "")deleted\n", isEffective: true)
        }
    }
}

extension KubectlCall {
    /// The resources of a command that takes names, a label selector, or all of a type.
    func selectedResources(in cluster: KubernetesCluster) throws(CommandFailure) -> [NamedResources] {
        guard has("--all") || self["--selector"] != nil else { return try namedResources(in: cluster) }
        let resources = try resources(in: cluster)
        guard !resources.isEmpty else {
            throw CommandFailure(1, "error: You must provide one or more resources by argument or filename.")
        }
        var selector: Selector?
        if let text = self["--selector"] {
            guard let read = Selector(text) else { throw .notSimulated("the selector \(text)") }
            selector = read
        }
        return resources.map { resource in
            let objects =
                (try? cluster.objects(resource.type, namespace: namespace(for: resource.type))) ?? []
            let chosen = objects.filter { object in
                selector?.matches { object[path: "metadata", "labels", $0]?.string } ?? true
            }
            return (resource.type, chosen.map(\.name))
        }
    }
}
