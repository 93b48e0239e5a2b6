import DRSimDocument
import DRSimKubernetes

/// `kubectl get`: objects as a table, as JSON or YAML, as names or through a template.
struct KubectlGet: KubectlSubcommand {
    private let format: Format
    /// What is asked for, as it was typed.
    private let sought: String?

    private enum Format: Sendable {
        case table(isWide: Bool)
        case json
        case yaml
        case name
        case path(JSONPath, String)
    }

    static let options =
        ObjectSearch.options + [
            .value("--output", "-o"), .flag("--watch", "-w"), .flag("--no-headers"),
            .flag("--ignore-not-found"),
        ]

    init(_ call: KubectlCall) throws(CommandFailure) {
        sought = call.words.dropFirst().first
        switch call["--output"] {
        case nil: format = .table(isWide: false)
        case "wide": format = .table(isWide: true)
        case "json": format = .json
        case "yaml": format = .yaml
        case "name": format = .name
        case let text? where text.hasPrefix("jsonpath="):
            let template = String(text.dropFirst("jsonpath=".count))
            do throws(JSONPath.Failure) {
                format = .path(try JSONPath(template), template)
            } catch {
                if error.isGap { throw .notSimulated("kubectl get -o \(text)") }
                throw CommandFailure(1, "error: error parsing jsonpath \(template), \(error.reason)")
            }
        case let text?:
            throw CommandFailure(
                1,
                "error: unable to match a printer suitable for the output format \"\(text)\", allowed "
                    + "formats are: json,jsonpath,name,wide,yaml")
        }
    }

    /// Looked for when a plan is opened, not for each command.
    var gap: String? {
        let types = sought?.split(separator: ",").map { String($0.prefix { $0 != "/" }) } ?? []
        return types.first(where: ResourceType.isUnmodelled).map { "the resource type \($0)" }
    }

    func wait(_ call: KubectlCall, cluster: Int, in scope: CommandScope) -> CommandWait {
        call.has("--watch") && succeeds(call, cluster: cluster, in: scope)
            ? .forChange(patience: nil) : .forAnswer
    }

    func run(
        _ call: KubectlCall, cluster index: Int, in scope: inout CommandScope
    ) throws(CommandFailure) -> CommandResult {
        let search = try ObjectSearch(call, in: scope.infrastructure.clusters[index])
        var result = CommandResult(
            status: search.errors.isEmpty ? 0 : 1, output: try text(of: search, call, scope),
            errors: search.errors.joined(separator: "\n"))
        if case .table = format, search.objects.isEmpty, search.errors.isEmpty {
            let isNamespaced = search.found.allSatisfy(\.resource.type.isNamespaced)
            let place = isNamespaced ? call.namespace.map { " in \($0) namespace." } : nil
            result.errors = "No resources found" + (place ?? "")
        }
        return result
    }

    private func text(
        of search: ObjectSearch, _ call: KubectlCall, _ scope: CommandScope
    ) throws(CommandFailure) -> String {
        if search.objects.isEmpty, !search.errors.isEmpty { return "" }
        switch format {
        case .table(let isWide): return tables(of: search, isWide: isWide, call, scope)
        case .name:
            return search.found.map { resource, objects in
                objects.map { resource.type.label($0.name) + "\n" }.joined()
            }.joined()
        case .json: return list(search).indentedText(sortedKeys: true) + "\n"
        case .yaml: return YAMLText.render(list(search))
        case .path(let path, let template):
            do throws(JSONPath.Failure) {
                return try path.render(list(search))
            } catch {
                throw CommandFailure(
                    1,
                    "error: error executing jsonpath \(JSONValue.string(template).text()): Error executing "
                        + "template: \(error.reason). Printing more information for debugging the template:")
            }
        }
    }

    /// A table for each type, an empty line between them.
    private func tables(
        of search: ObjectSearch, isWide: Bool, _ call: KubectlCall, _ scope: CommandScope
    ) -> String {
        let isMixed = search.found.count > 1
        return search.found.filter { !$0.objects.isEmpty }.map { resource, objects in
            let table = ResourceTable(
                resource.type, isWide: isWide, showsType: isMixed,
                showsNamespace: call.namespace == nil && resource.type.isNamespaced)
            return table.text(of: objects, showsHeader: !call.has("--no-headers"), at: scope.calendarTime)
        }.joined(separator: "\n")
    }

    private func list(_ search: ObjectSearch) -> JSONValue {
        if search.isSingle, let only = search.objects.first { return only }
        return [
            "apiVersion": "v1", "items": .array(search.objects), "kind": "List",
            "metadata": ["resourceVersion": ""],
        ]
    }
}
