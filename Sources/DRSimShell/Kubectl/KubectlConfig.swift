import DRSimKubernetes

/// `kubectl config use-context|current-context|get-contexts`: what the session's kubeconfig says.
struct KubectlConfig: KubectlSubcommand {
    private let action: Action

    private enum Action: Sendable {
        case use(String)
        case current
        case list
    }

    let needsServer = false

    init(_ call: KubectlCall) throws(CommandFailure) {
        let arguments = call.words.dropFirst(2)
        switch call.words.dropFirst().first {
        case "use-context", "use":
            guard let name = arguments.first, arguments.count == 1 else {
                throw CommandFailure(
                    1,
                    "error: Unexpected args: [\(arguments.joined(separator: " "))]\n"
                        + "See 'kubectl config use-context -h' for help and examples")
            }
            action = .use(name)
        case "current-context": action = .current
        case "get-contexts": action = .list
        case let word?:
            throw CommandFailure(
                1, "error: unknown command \"\(word)\"\nSee 'kubectl config -h' for help and examples")
        case nil: throw CommandFailure(1, "Modify kubeconfig files using subcommands.")
        }
    }

    func run(
        _ call: KubectlCall, cluster: Int, in scope: inout CommandScope
    ) throws(CommandFailure) -> CommandResult {
        switch action {
        case .current: return .success(scope.session.context + "\n")
        case .use(let name):
            guard scope.cluster(context: name) != nil else {
                throw CommandFailure(1, "error: no context exists with the name: \"\(name)\"")
            }
            let isChanged = scope.session.context != name
            scope.session.context = name
            // Turned to before, it is the one that was asked for all the same.
            return .success("Switched to context \"\(name)\".\n", isEffective: isChanged ? true : nil)
        case .list:
            var table = ColumnTable()
            table.append(["CURRENT", "NAME", "CLUSTER", "AUTHINFO", "NAMESPACE"])
            for cluster in scope.infrastructure.clusters.sorted(by: { $0.context < $1.context }) {
                let mark = cluster.context == scope.session.context ? "*" : ""
                table.append([mark, cluster.context, cluster.name, cluster.name, ""])
            }
            return .success(table.text)
        }
    }
}
