import DRSimDocument
import DRSimKubernetes
import DRSimUnits

/// The simulated `argocd`: `app sync` and `app get`, asked of the cluster that holds the application.
///
/// The real one is logged in to a server; the simulated one finds it through the kubeconfig's
/// context, as with `--core`. A sync is asked for and not waited for, as with `--async`.
struct ArgoCD: Program {
    private let action: Action
    private let application: String
    private let isForced: Bool
    private let context: String
    private let format: String?

    private enum Action: String, Sendable {
        case sync
        case get

        /// What the help for it begins with.
        var title: String {
            switch self {
            case .sync: "Sync an application to its target state"
            case .get: "Get application details"
            }
        }
    }

    private static let options: [ArgumentScanner.Known] = [
        .flag("--force"), .flag("--prune"), .flag("--async"), .flag("--core"), .flag("--refresh"),
        .flag("--grpc-web"), .flag("--insecure"), .flag("--plaintext"), .value("--server"),
        .value("--timeout"),
        .value("--kube-context"), .value("--app-namespace", "-N"), .value("--output", "-o"),
    ]

    init(arguments: ArraySlice<String>, session: ShellSession) throws(CommandFailure) {
        // What is not simulated has options nobody here knows.
        if let gap = Self.gap(in: ArgumentScanner.words(of: arguments, known: Self.options)) {
            throw .notSimulated("argocd \(gap)")
        }
        let scanner = try Self.scan(arguments)
        let words = scanner.positions
        guard let command = words.first else { throw .help(0, "argocd controls a Argo CD server") }
        guard command == "app" else { throw Self.usage("unknown command \"\(command)\" for \"argocd\"") }
        guard words.count > 1 else { throw .help(1, "Manage applications") }
        guard let action = Action(rawValue: words[1]) else {
            throw Self.usage("unknown command \"\(words[1])\" for \"argocd app\"")
        }
        guard words.count > 2 else { throw .help(1, action.title) }
        guard words.count == 3 else {
            throw .notSimulated("argocd app \(action.rawValue) of several applications")
        }
        (self.action, application) = (action, words[2])
        isForced = scanner.has("--force")
        context = scanner["--kube-context"] ?? session.context
        format = scanner["--output"]
    }

    private static let commands = [
        "account", "admin", "appset", "cert", "cluster", "context", "login", "logout", "proj", "repo",
        "version",
    ]
    private static let actions = [
        "actions", "create", "delete", "diff", "edit", "history", "list", "logs", "manifests", "patch",
        "resources", "rollback", "set", "terminate-op", "unset", "wait",
    ]

    /// Options the real one has and the simulated one has not.
    private static let otherOptions = [
        "--apply-out-of-sync-only", "--assumeYes", "--auth-token", "--client-crt", "--client-crt-key",
        "--config", "--controller-name", "--dry-run", "--grpc-web-root-path", "--hard-refresh", "--header",
        "-H", "--help", "-h", "--http-retry-max", "--ignore-normalizer-jq-execution-timeout", "--info",
        "--label", "--local", "--local-repo-root", "--logformat", "--loglevel", "--port-forward",
        "--port-forward-namespace", "--preview-changes", "--project", "--prompts-enabled",
        "--redis-compress", "--redis-haproxy-name", "--redis-name", "--replace", "--repo-server-name",
        "--resource", "--retry-backoff-duration", "--retry-backoff-factor", "--retry-backoff-max-duration",
        "--retry-limit", "--revision", "--revisions", "--selector", "-l", "--server-crt", "--server-name",
        "--server-side", "--server-side-generate", "--show-operation", "--show-params", "--source-name",
        "--source-names", "--source-position", "--source-positions", "--strategy",
    ]

    /// The command or the action of applications that is not simulated, if it is one.
    private static func gap(in words: [String]) -> String? {
        guard let command = words.first, command == "app" else {
            return words.first.flatMap { commands.contains($0) ? $0 : nil }
        }
        return words.dropFirst().first.flatMap { actions.contains($0) ? "app \($0)" : nil }
    }

    private static func scan(_ arguments: ArraySlice<String>) throws(CommandFailure) -> ArgumentScanner {
        do throws(ArgumentScanner.Problem) {
            return try ArgumentScanner(arguments, known: options)
        } catch {
            if let option = error.option(among: otherOptions) { throw .notSimulated("argocd \(option)") }
            throw switch error {
            case .unknownOption(let option): usage("unknown flag: \(option)")
            case .unknownLetter(let letter, let word): usage("unknown shorthand flag: '\(letter)' in \(word)")
            case .missingValue(let option, _): usage("flag needs an argument: \(option)")
            }
        }
    }

    private static func usage(_ reason: String) -> CommandFailure { CommandFailure(1, "Error: \(reason)") }

    func wait(in scope: CommandScope) -> CommandWait {
        guard let cluster = scope.cluster(context: context), !scope.answers(cluster: cluster) else {
            return .forAnswer
        }
        return .inVain(patience: nil)
    }

    func run(in scope: inout CommandScope) throws(CommandFailure) -> CommandResult {
        guard let cluster = scope.cluster(context: context) else {
            throw CommandFailure(20, "FATA[0000] context \"\(context)\" does not exist")
        }
        guard scope.answers(cluster: cluster) else {
            throw Self.fatal(
                30, "Unavailable", "connection error: desc = \"transport: Error while dialing: i/o timeout\"")
        }
        let object = try find(in: scope.infrastructure.clusters[cluster])
        if action == .get { return .success(try text(of: object)) }
        do throws(APIError) {
            try scope.change(cluster: cluster) { (cluster, now, draws, effects) throws(APIError) in
                try cluster.sync(
                    application: application, namespace: object.namespace, force: isForced, at: now,
                    draws: draws, effects: &effects)
            }
        } catch {
            throw Self.fatal(0, "FailedPrecondition", error.message)
        }
        let started = try find(in: scope.infrastructure.clusters[cluster])
        return .success(try text(of: started), isEffective: true)
    }

    /// The application of this name. Of one that is not there the server does not say so, lest
    /// names be guessed.
    private func find(in cluster: KubernetesCluster) throws(CommandFailure) -> JSONValue {
        let type = cluster.resourceType(named: "applications.argoproj.io")
        let objects = type.flatMap { try? cluster.objects($0, namespace: nil) } ?? []
        guard let object = objects.first(where: { $0.name == application }) else {
            throw Self.fatal(0, "PermissionDenied", "permission denied")
        }
        return object
    }

    private static func fatal(_ seconds: Int, _ code: String, _ message: String) -> CommandFailure {
        let clock = String(repeating: "0", count: 4 - "\(seconds)".count) + "\(seconds)"
        return CommandFailure(20, "FATA[\(clock)] rpc error: code = \(code) desc = \(message)")
    }

    private func text(of object: JSONValue) throws(CommandFailure) -> String {
        switch format {
        case nil, "wide": return summary(of: object)
        case "json": return object.indentedText(sortedKeys: true) + "\n"
        case "yaml": return YAMLText.render(object)
        case let format?: throw CommandFailure(20, "FATA[0000] unknown output format: \(format)")
        }
    }

    private func summary(of object: JSONValue) -> String {
        func field(_ keys: String...) -> String {
            keys.reduce(Optional(object)) { $0?[$1] }?.plainText ?? ""
        }
        let revision = field("status", "sync", "revision").prefix(7)
        var lines = [
            ("Name:", "\(object.namespace)/\(application)"), ("Project:", field("spec", "project")),
            ("Server:", field("spec", "destination", "server")),
            ("Namespace:", field("spec", "destination", "namespace")),
            ("Repo:", field("spec", "source", "repoURL")), ("Path:", field("spec", "source", "path")),
            ("Sync Status:", "\(field("status", "sync", "status")) (\(revision))"),
            ("Health Status:", field("status", "health", "status")),
        ]
        if object[path: "status", "operationState"] != nil {
            lines.append(("Phase:", field("status", "operationState", "phase")))
            lines.append(("Message:", field("status", "operationState", "message")))
        }
        return lines.map { $0 + String(repeating: " ", count: 20 - $0.count) + $1 + "\n" }.joined()
    }
}
