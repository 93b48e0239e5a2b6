import DRSimDocument
import DRSimKubernetes

/// The objects a reading command finds, with what the API server said about those it has not.
struct ObjectSearch {
    /// What was found, by the types and names of the command line.
    private(set) var found: [(resource: NamedResources, objects: [JSONValue])] = []
    /// What the API server said about names it does not have.
    private(set) var errors: [String] = []

    /// Options that narrow a search.
    static let options: [ArgumentScanner.Known] = [
        .flag("--all-namespaces", "-A"), .value("--selector", "-l"), .value("--field-selector"),
    ]

    /// Finds the objects a command line asks for.
    init(_ call: KubectlCall, in cluster: KubernetesCluster) throws(CommandFailure) {
        let resources = try call.resources(in: cluster)
        guard !resources.isEmpty else { throw Self.nothingAskedFor(call.words.first ?? "") }
        let (labels, fields) = (
            try Self.selector("--selector", in: call), try Self.selector("--field-selector", in: call)
        )
        for resource in resources {
            let objects = find(resource, call, cluster).filter { object in
                let isLabelled = labels?.matches { object[path: "metadata", "labels", $0]?.string } ?? true
                return isLabelled && fields?.matches(object.plainText(atField:)) ?? true
            }
            found.append((resource, objects))
        }
    }

    /// All objects found.
    var objects: [JSONValue] { found.flatMap(\.objects) }

    /// Whether one object was asked for by its name.
    var isSingle: Bool { found.count == 1 && found[0].resource.names.count == 1 }

    private mutating func find(
        _ resource: NamedResources, _ call: KubectlCall, _ cluster: KubernetesCluster
    ) -> [JSONValue] {
        let (type, names) = resource
        do throws(APIError) {
            if names.isEmpty {
                return try cluster.objects(type, namespace: type.isNamespaced ? call.namespace : nil)
            }
        } catch {
            errors.append(error.commandLineText)
        }
        var objects: [JSONValue] = []
        for name in names {
            do throws(APIError) {
                objects.append(try cluster.object(type, namespace: call.namespace(for: type), name: name))
            } catch {
                if call.has("--ignore-not-found"), error.reason == .notFound { continue }
                errors.append(error.commandLineText)
            }
        }
        return objects
    }

    private static func selector(
        _ option: String, in call: KubectlCall
    ) throws(CommandFailure) -> Selector? {
        guard let text = call[option] else { return nil }
        guard let selector = Selector(text) else { throw .notSimulated("the selector \(text)") }
        return selector
    }

    private static func nothingAskedFor(_ subcommand: String) -> CommandFailure {
        CommandFailure(
            1,
            "You must specify the type of resource to \(subcommand). Use \"kubectl api-resources\" for a "
                + "complete list of supported resources.\n\nerror: Required resource not specified.\n"
                + "See 'kubectl \(subcommand) -h' for help and examples")
    }
}

extension JSONValue {
    /// The text at a field's path, such as `status.phase`.
    fileprivate func plainText(atField path: String) -> String? {
        path.split(separator: ".").reduce(Optional(self)) { $0?[String($1)] }?.plainText
    }
}
