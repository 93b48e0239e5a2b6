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
        switch (call.words.dropFirst().first, call.words.dropFirst(2).first) {
        case ("use-context", let name?): action = .use(name)
        case ("use-context", nil):
            throw CommandFailure(1, "error: Unexpected args: []")
        case ("current-context", _): action = .current
        case ("get-contexts", _): action = .list
        case (let word, _):
            throw CommandFailure(1, "error: unknown command \"\(word ?? "")\" for \"kubectl config\"")
        }
    }

    func run(_ call: KubectlCall, cluster: Int, in scope: inout CommandScope) -> CommandResult {
        switch action {
        case .current: return .success(scope.session.context + "\n")
        case .use(let name):
            guard scope.cluster(context: name) != nil else {
                return .failure(1, "error: no context exists with the name: \"\(name)\"")
            }
            let isChanged = scope.session.context != name
            scope.session.context = name
            return .success("Switched to context \"\(name)\".\n", isEffective: isChanged)
        case .list:
            var table = ColumnTable(["CURRENT", "NAME", "CLUSTER"])
            for cluster in scope.infrastructure.clusters {
                table.append([
                    cluster.context == scope.session.context ? "*" : "", cluster.context, cluster.name,
                ])
            }
            return .success(table.text)
        }
    }
}
