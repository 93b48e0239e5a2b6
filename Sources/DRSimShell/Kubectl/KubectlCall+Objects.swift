import DRSimDocument
import DRSimKubernetes

/// A type of resource with the names a command line gives; no names mean all objects.
typealias NamedResources = (type: ResourceType, names: [String])

extension KubectlCall {
    /// The types and names that follow the subcommand: `deployment backend`, `deployment/backend`,
    /// `pods`, `deployments,services`.
    ///
    /// - Parameter skipping: how many words come before the type.
    func resources(
        skipping: Int = 1, in cluster: KubernetesCluster
    ) throws(CommandFailure) -> [NamedResources] {
        let words = self.words.dropFirst(skipping)
        guard let first = words.first else { return [] }
        let slashed = words.count { $0.contains("/") }
        if slashed == words.count { return try pairs(words, in: cluster) }
        guard slashed == 0 else {
            throw CommandFailure(
                1,
                "error: there is no need to specify a resource type as a separate argument when passing "
                    + "arguments in resource/name form (e.g. 'kubectl get resource/<resource_name>' instead "
                    + "of 'kubectl get resource resource/<resource_name>'")
        }
        if namespace == nil, words.count > 1 {
            throw CommandFailure(1, "error: a resource cannot be retrieved by name across all namespaces")
        }
        var found: [NamedResources] = []
        for name in first.split(separator: ",") {
            found.append((try cluster.type(named: String(name)), Array(words.dropFirst())))
        }
        return found
    }

    /// The resources of words of the form `type/name`, those of one type in a row taken together.
    private func pairs(
        _ words: ArraySlice<String>, in cluster: KubernetesCluster
    ) throws(CommandFailure) -> [NamedResources] {
        var found: [NamedResources] = []
        for word in words {
            let halves = word.split(separator: "/", omittingEmptySubsequences: false).map(String.init)
            guard halves.count == 2 else {
                throw CommandFailure(
                    1, "error: arguments in resource/name form may not have more than one slash")
            }
            guard !halves.contains("") else {
                throw CommandFailure(
                    1, "error: arguments in resource/name form must have a single resource and name")
            }
            let type = try cluster.type(named: halves[0])
            if found.last?.type == type {
                found[found.count - 1].names.append(halves[1])
            } else {
                found.append((type, [halves[1]]))
            }
        }
        return found
    }

    /// The resources of a command that changes objects, which must be named.
    func namedResources(in cluster: KubernetesCluster) throws(CommandFailure) -> [NamedResources] {
        let resources = try resources(in: cluster)
        guard !resources.isEmpty else {
            throw CommandFailure(1, "error: You must provide one or more resources by argument or filename.")
        }
        guard resources.allSatisfy({ !$0.names.isEmpty }) else {
            throw CommandFailure(1, "error: resource(s) were provided, but no name was specified")
        }
        return resources
    }

    /// The namespace objects of a type are looked for in; empty for those that have none.
    func namespace(for type: ResourceType) -> String { type.isNamespaced ? namespace ?? "default" : "" }

    /// Does the same to each object, going on after what the API server refuses.
    func forEach(
        _ resources: [NamedResources], _ body: (ResourceType, String) throws(APIError) -> CommandResult
    ) -> CommandResult {
        .joined(
            resources.flatMap { resource in
                resource.names.map { name in
                    do throws(APIError) {
                        return try body(resource.type, name)
                    } catch {
                        return error.commandResult
                    }
                }
            })
    }
}

extension KubernetesCluster {
    /// The type a command line means.
    func type(named name: String) throws(CommandFailure) -> ResourceType {
        if let type = resourceType(named: name) { return type }
        if let type = ResourceType.vacant.first(where: { $0.answers(to: name) }) { return type }
        guard !ResourceType.isUnmodelled(name) else {
            let known = ResourceType.all.map(\.plural).joined(separator: ", ")
            throw .notSimulated("the resource type \(name)", known: known)
        }
        throw CommandFailure(1, "error: the server doesn't have a resource type \"\(name)\"")
    }
}

extension APIError {
    /// How kubectl prints an error of the API server.
    var commandResult: CommandResult { .failure(1, commandLineText) }
}

extension ResourceType {
    /// Whether a cluster has such a type, and the simulated one has not.
    static func isUnmodelled(_ name: String) -> Bool {
        name == "all" || unmodelled.contains { $0.answers(to: name) }
    }

    /// How kubectl names one object in its answers: `deployment.apps/backend`.
    func label(_ name: String) -> String {
        (group.isEmpty ? singular : "\(singular).\(group)") + "/" + name
    }
}

extension JSONValue {
    /// The object's name.
    var name: String { self[path: "metadata", "name"]?.string ?? "" }
    /// The object's namespace.
    var namespace: String { self[path: "metadata", "namespace"]?.string ?? "" }
}
