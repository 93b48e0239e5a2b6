import DRSimDocument
import DRSimKubernetes

/// `kubectl describe`: objects in words; the sections are the object's own, not those the real one
/// composes for each kind.
struct KubectlDescribe: KubectlSubcommand {
    static let options = ObjectSearch.options

    init(_ call: KubectlCall) throws(CommandFailure) {}

    func run(
        _ call: KubectlCall, cluster index: Int, in scope: inout CommandScope
    ) throws(CommandFailure) -> CommandResult {
        let search = try ObjectSearch(call, in: scope.infrastructure.clusters[index])
        let texts = search.found.flatMap { resource, objects in
            objects.map { text(of: $0, resource.type) }
        }
        var result = CommandResult(
            status: search.errors.isEmpty ? 0 : 1, output: texts.joined(separator: "\n\n"),
            errors: search.errors.joined(separator: "\n"))
        if texts.isEmpty, search.errors.isEmpty {
            result.errors = "No resources found" + (call.namespace.map { " in \($0) namespace." } ?? "")
        }
        return result
    }

    private func text(of object: JSONValue, _ type: ResourceType) -> String {
        var lines = ["Name:         \(object.name)"]
        if type.isNamespaced { lines.append("Namespace:    \(object.namespace)") }
        lines += ["API Version:  \(type.apiVersion)", "Kind:         \(type.kind)"]
        for (title, section) in [("Spec", "spec"), ("Status", "status")] {
            guard let value = object[section] else { continue }
            lines.append("\(title):")
            lines += YAMLText.render(value).split(separator: "\n").map { "  \($0)" }
        }
        return lines.joined(separator: "\n") + "\n"
    }
}
