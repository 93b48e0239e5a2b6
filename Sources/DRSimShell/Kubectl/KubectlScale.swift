import DRSimKubernetes

/// `kubectl scale`: sets the number of replicas.
struct KubectlScale: KubectlSubcommand {
    private let replicas: Int64

    init(_ call: KubectlCall) throws(CommandFailure) {
        guard let text = call["--replicas"] else {
            throw CommandFailure(1, "error: required flag(s) \"replicas\" not set")
        }
        guard let number = Int64(text) else {
            throw CommandFailure(
                1,
                "error: invalid argument \"\(text)\" for \"--replicas\" flag: strconv.ParseInt: parsing \"\(text)\": "
                    + "invalid syntax")
        }
        guard number >= 0 else {
            throw CommandFailure(
                1,
                "error: The --replicas=COUNT flag is required, and COUNT must be greater than or equal to 0")
        }
        replicas = number
    }

    func run(_ call: KubectlCall, cluster index: Int, in scope: inout CommandScope) -> CommandResult {
        do {
            let resource = try call.resource(in: scope.infrastructure.clusters[index])
            let (now, draws, replicas) = (scope.now, scope.draws, self.replicas)
            let namespace = call.namespace(for: resource.type)
            let outcome = try scope.patched(cluster: index) { (cluster, effects) throws(APIError) in
                try cluster.scale(
                    resource.type, namespace: namespace, name: resource.name, to: replicas, at: now,
                    draws: draws, effects: &effects)
            }
            return .success(
                "\(resource.type.label(resource.name)) scaled\n", isEffective: outcome.isChanged)
        } catch {
            return error.result
        }
    }
}
