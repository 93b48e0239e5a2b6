import DRSimKubernetes

/// The words and options of one `kubectl` command line.
struct KubectlCall: Sendable {
    /// The words that are no options, the subcommand first.
    let words: [String]
    /// The words after `--`.
    let rest: [String]
    /// The context: the one named, else the session's current one.
    let context: String
    private let scanner: ArgumentScanner

    static let options: [ArgumentScanner.Known] = [
        .value("--namespace", "-n"), .value("--context"), .value("--output", "-o"),
        .value("--type"), .value("--patch", "-p"), .value("--patch-file"), .value("--subresource"),
        .value("--replicas"), .value("--current-replicas"), .value("--selector", "-l"),
        .value("--tail"), .value("--timeout"), .value("--since"), .value("--container", "-c"),
        .value("--dry-run"), .value("--field-selector"), .value("--request-timeout"),
        .flag("--all-namespaces", "-A"), .flag("--watch", "-w"), .flag("--no-headers"),
        .flag("--ignore-not-found"), .flag("--follow", "-f"), .flag("--verbose", "-v"),
    ]

    init(scanner: ArgumentScanner, session: ShellSession) {
        (self.scanner, words, rest) = (scanner, scanner.positions, scanner.rest)
        context = scanner["--context"] ?? session.context
    }

    /// The namespace: the one named, else `default`; `nil` with `--all-namespaces`.
    var namespace: String? { has("--all-namespaces") ? nil : self["--namespace"] ?? "default" }

    /// The namespace objects of a type are looked for in; empty for those that have none.
    func namespace(for type: ResourceType) -> String { type.isNamespaced ? namespace ?? "default" : "" }

    /// The value of an option.
    subscript(option: String) -> String? { scanner[option] }

    /// Whether an option was given.
    func has(_ option: String) -> Bool { scanner.has(option) }

    /// The resource type and names that follow the subcommand: `deployment backend`, `deployment/backend`,
    /// `pods`, `deployments,services`.
    ///
    /// - Parameter skipping: how many words come before the type.
    func resources(
        skipping: Int = 1, in cluster: KubernetesCluster
    ) throws(CommandFailure) -> [(type: ResourceType, names: [String])] {
        let words = self.words.dropFirst(skipping)
        guard let first = words.first else {
            throw CommandFailure(
                1,
                "error: Required resource not specified.\n"
                    + "See 'kubectl \(self.words.first ?? "") -h' for help and examples")
        }
        if first.contains("/") {
            var pairs: [(type: ResourceType, names: [String])] = []
            for word in words {
                let halves = word.split(separator: "/", maxSplits: 1)
                guard halves.count == 2 else {
                    throw CommandFailure(
                        1,
                        "error: there is no need to specify a resource type as a separate argument when passing "
                            + "arguments in resource/name form (e.g. 'kubectl get resource/<resource_name>' instead of "
                            + "'kubectl get resource resource/<resource_name>'")
                }
                pairs.append((try type(String(halves[0]), in: cluster), [String(halves[1])]))
            }
            return pairs
        }
        var found: [(type: ResourceType, names: [String])] = []
        for name in first.split(separator: ",") {
            found.append((try type(String(name), in: cluster), Array(words.dropFirst())))
        }
        return found
    }

    /// The one resource type and name that follow the subcommand.
    func resource(
        skipping: Int = 1, in cluster: KubernetesCluster
    ) throws(CommandFailure) -> (type: ResourceType, name: String) {
        let all = try resources(skipping: skipping, in: cluster)
        guard all.count == 1, let only = all.first, let name = only.names.first, only.names.count == 1 else {
            throw CommandFailure(1, "error: resource(s) were provided, but no name was specified")
        }
        return (only.type, name)
    }

    private func type(
        _ name: String, in cluster: KubernetesCluster
    ) throws(CommandFailure) -> ResourceType {
        guard let type = cluster.resourceType(named: name) else {
            throw CommandFailure(1, "error: the server doesn't have a resource type \"\(name)\"")
        }
        return type
    }
}

extension APIError {
    /// How kubectl prints an error of the API server.
    var commandResult: CommandResult {
        .failure(1, commandLineText)
    }
}

extension ResourceType {
    /// How kubectl names one object in its answers: `deployment.apps/backend`.
    func label(_ name: String) -> String {
        (group.isEmpty ? singular : "\(singular).\(group)") + "/" + name
    }
}
