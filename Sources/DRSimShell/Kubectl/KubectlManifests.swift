import DRSimDocument
import DRSimKubernetes

/// The objects `kubectl apply` and `kubectl create` are given, with the names of the files they are from.
struct KubectlManifests: Sendable {
    let names: [String]
    private let verb: String

    static let options: [ArgumentScanner.Known] = [
        .value("--filename", "-f"), .value("--dry-run"), .value("--output", "-o"), .flag("--force"),
        .flag("--server-side"), .value("--validate"), .value("--field-manager"), .flag("--save-config"),
    ]

    /// Reads the option `-f`, which may be given once; what it names is read when the command runs.
    init(_ call: KubectlCall, verb: String) throws(CommandFailure) {
        self.verb = verb
        guard let name = call["--filename"] else {
            throw CommandFailure(1, "error: must specify one of -f and -k")
        }
        if call.has("--server-side") { throw .notSimulated("kubectl \(verb) --server-side") }
        names = [name]
    }

    /// The objects, each with the name of what it is from.
    func objects(in scope: CommandScope) throws(CommandFailure) -> [(source: String, object: JSONValue)] {
        var found: [(source: String, object: JSONValue)] = []
        for name in names {
            let (source, documents) = try read(name, in: scope)
            for document in documents {
                let items = document["kind"]?.string == "List" ? document["items"]?.array : nil
                found += (items ?? [document]).map { (source, $0) }
            }
        }
        guard !found.isEmpty else { throw CommandFailure(1, "error: no objects passed to \(verb)") }
        let others = ResourceType.vacant + ResourceType.unmodelled
        for (_, object) in found {
            guard let type = others.first(where: { $0.isType(of: object) }) else { continue }
            throw .notSimulated("kubectl \(verb) of the kind \(type.kind)")
        }
        return found
    }

    private func read(
        _ name: String, in scope: CommandScope
    ) throws(CommandFailure) -> (String, [JSONValue]) {
        if name == "-" {
            let text = scope.input ?? ""
            if text.allSatisfy(\.isWhitespace) { return ("STDIN", []) }
            guard let document = try? JSONValue(parsing: text) else {
                throw .notSimulated("a manifest on standard input that is not JSON")
            }
            return ("STDIN", [document])
        }
        if name.contains("://") { throw .notSimulated("kubectl \(verb) -f \(name)") }
        guard let file = scope.session.provided(name) else {
            throw CommandFailure(1, "error: the path \"\(name)\" does not exist")
        }
        guard let objects = file.objects else {
            throw .notSimulated("a manifest in a file that is neither JSON nor named *.yaml")
        }
        return (name, objects)
    }
}

extension KubectlCall {
    /// The namespace an object goes to; one it names itself must not be contradicted.
    func home(of object: JSONValue) throws(CommandFailure) -> String {
        guard let own = object[path: "metadata", "namespace"]?.string, let named = self["--namespace"],
            own != named
        else { return namespace ?? "default" }
        throw CommandFailure(
            1,
            "error: the namespace from the provided object \"\(own)\" does not match the namespace "
                + "\"\(named)\". You must pass '--namespace=\(own)' to perform this operation.")
    }
}

extension ResourceType {
    /// Whether an object is one of this type, in whichever version of its group.
    fileprivate func isType(of object: JSONValue) -> Bool {
        let halves = (object["apiVersion"]?.string ?? "").split(separator: "/")
        return object["kind"]?.string == kind && (halves.count == 2 ? halves[0] : "") == group
    }
}

extension APIError {
    /// How kubectl prints what the API server said of an object from a file.
    func commandResult(of object: JSONValue, from source: String) -> CommandResult {
        if message.hasPrefix("no matches for kind") {
            let version = "\"\(object["apiVersion"]?.string ?? "")\""
            return .failure(
                1,
                "error: resource mapping not found for name: \"\(object.name)\" namespace: "
                    + "\"\(object.namespace)\" from \"\(source)\": no matches for kind "
                    + "\"\(object["kind"]?.string ?? "")\" in version \(version)\n"
                    + "ensure CRDs are installed first"
            )
        }
        guard reason != .invalid else { return commandResult }
        return .failure(1, "Error from server (\(reason)): error when creating \"\(source)\": \(message)")
    }
}
