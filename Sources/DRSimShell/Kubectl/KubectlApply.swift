import DRSimDocument
import DRSimKubernetes

/// `kubectl apply -f FILE|-`: creates objects or changes them to what is given.
struct KubectlApply: KubectlSubcommand {
    private let manifests: KubectlManifests

    static let options = KubectlManifests.options

    init(_ call: KubectlCall) throws(CommandFailure) {
        manifests = try KubectlManifests(call, verb: "apply")
    }

    func run(
        _ call: KubectlCall, cluster index: Int, in scope: inout CommandScope
    ) throws(CommandFailure) -> CommandResult {
        var results: [CommandResult] = []
        for (source, object) in try manifests.objects(in: scope) {
            let home = try call.home(of: object)
            do throws(APIError) {
                let isDatabase = object["kind"]?.string == ResourceType.databaseClusters.kind
                let place = isDatabase ? (ResourceType.databaseClusters, home, object.name) : nil
                results.append(
                    try scope.write(place, in: index) { cluster, now, draws, effects throws(APIError) in
                        let outcome = try cluster.apply(
                            object, namespace: home, at: now, draws: draws, effects: &effects)
                        return .success(
                            "\(cluster.label(of: object)) \(outcome.verb.rawValue)\n",
                            isEffective: outcome.isChanged)
                    })
            } catch {
                results.append(error.commandResult(of: object, from: source))
            }
        }
        return .joined(results)
    }
}

extension KubernetesCluster {
    /// How kubectl names an object: by its type and name.
    func label(of object: JSONValue) -> String {
        let (kind, version) = (object["kind"]?.string ?? "", object["apiVersion"]?.string ?? "")
        let type = ResourceType.all.first { $0.kind == kind && $0.apiVersion == version }
        return type?.label(object.name) ?? "\(kind.lowercased())/\(object.name)"
    }
}
