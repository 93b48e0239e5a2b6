import DRSimDocument
import DRSimKubernetes

/// The simulated `argocd`: `app sync` and `app get`, asked of the cluster that holds the application.
struct ArgoCD: Program {
    private let action: String
    private let application: String
    private let isForced: Bool
    private let context: String

    init(arguments: ArraySlice<String>, session: ShellSession) throws(CommandFailure) {
        let scanner: ArgumentScanner
        do {
            scanner = try ArgumentScanner(
                arguments,
                known: [
                    .flag("--force"), .flag("--prune"), .flag("--core"), .value("--timeout"),
                    .value("--kube-context"), .value("--output", "-o"),
                ])
        } catch {
            switch error {
            case .unknownOption(let option): throw CommandFailure(20, "Error: unknown flag: \(option)")
            case .missingValue(let option):
                throw CommandFailure(20, "Error: flag needs an argument: \(option)")
            }
        }
        let words = scanner.positions
        guard words.first == "app", words.count >= 2, ["sync", "get"].contains(words[1]) else {
            throw CommandFailure(
                20, "Error: unknown command \"\(words.joined(separator: " "))\" for \"argocd\"")
        }
        guard words.count == 3 else {
            throw CommandFailure(20, "Error: accepts 1 arg(s), received \(words.count - 2)")
        }
        (action, application) = (words[1], words[2])
        isForced = scanner.has("--force")
        context = scanner["--kube-context"] ?? session.context
    }

    func silentAddress(in scope: CommandScope) -> Bool {
        scope.cluster(context: context).map { !scope.answers(cluster: $0) } ?? false
    }

    func run(in scope: inout CommandScope) -> CommandResult {
        guard let cluster = scope.cluster(context: context), scope.answers(cluster: cluster) else {
            return .failure(
                20, "FATA[0030] rpc error: code = Unavailable desc = connection error: i/o timeout")
        }
        do {
            let (now, draws) = (scope.now, scope.draws)
            if action == "get" { return try get(in: scope.infrastructure.clusters[cluster]) }
            let (name, force) = (application, isForced)
            let namespace = try find(in: scope.infrastructure.clusters[cluster]).namespace
            try scope.change(cluster: cluster) { (cluster, effects) throws(APIError) in
                try cluster.sync(
                    application: name, namespace: namespace, force: force, at: now, draws: draws,
                    effects: &effects)
            }
            return .success("application '\(application)' sync requested\n", isEffective: true)
        } catch {
            return .failure(
                20, "FATA[0000] rpc error: code = NotFound desc = error getting application: \(error.message)"
            )
        }
    }

    private func get(in cluster: KubernetesCluster) throws(APIError) -> CommandResult {
        let object = try find(in: cluster)
        let sync = object[path: "status", "sync", "status"]?.string ?? "Unknown"
        let health = object[path: "status", "health", "status"]?.string ?? "Unknown"
        return .success("Name: \(application)\nSync Status: \(sync)\nHealth Status: \(health)\n")
    }

    /// The application of this name: Argo CD's own API knows it without its namespace.
    private func find(in cluster: KubernetesCluster) throws(APIError) -> JSONValue {
        guard let type = cluster.resourceType(named: "applications.argoproj.io"),
            let object = try cluster.objects(type, namespace: nil).first(where: { $0.name == application })
        else {
            throw APIError(.notFound, "applications.argoproj.io \"\(application)\" not found")
        }
        return object
    }
}
