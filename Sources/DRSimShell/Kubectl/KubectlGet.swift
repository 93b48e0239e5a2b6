import DRSimDocument
import DRSimKubernetes

/// `kubectl get`: objects as a table, as JSON, as names or through a template.
struct KubectlGet: KubectlSubcommand {
    private let format: Format
    let runsForEver: Bool

    private enum Format: Sendable {
        case table(isWide: Bool)
        case json
        case yaml
        case name
        case path(JSONPath)
    }

    init(_ call: KubectlCall) throws(CommandFailure) {
        runsForEver = call.has("--watch")
        format = try Self.format(call["--output"])
    }

    private static func format(_ option: String?) throws(CommandFailure) -> Format {
        switch option {
        case nil: return .table(isWide: false)
        case "wide": return .table(isWide: true)
        case "json": return .json
        case "yaml": return .yaml
        case "name": return .name
        case let text? where text.hasPrefix("jsonpath="):
            do {
                return .path(try JSONPath(String(text.dropFirst("jsonpath=".count))))
            } catch {
                throw CommandFailure(
                    1, "error: error parsing jsonpath \(error.template), unclosed action")
            }
        case let text?:
            throw CommandFailure(
                1,
                "error: unable to match a printer suitable for the output format \"\(text)\", allowed formats are: "
                    + "json,jsonpath,name,wide,yaml")
        }
    }

    func run(_ call: KubectlCall, cluster index: Int, in scope: inout CommandScope) -> CommandResult {
        let cluster = scope.infrastructure.clusters[index]
        do {
            var output = ""
            for resource in try call.resources(in: cluster) {
                output += try text(resource.type, resource.names, call, cluster, scope)
            }
            if output.isEmpty {
                let place = call.namespace.map { " in \($0) namespace" } ?? ""
                return CommandResult(status: 0, errors: "No resources found\(place).")
            }
            return .success(output)
        } catch {
            return error.result
        }
    }

    private func text(
        _ type: ResourceType, _ names: [String], _ call: KubectlCall, _ cluster: KubernetesCluster,
        _ scope: CommandScope
    ) throws(CommandFailure) -> String {
        let objects = try find(type, names, call, cluster)
        if objects.isEmpty { return "" }
        switch format {
        case .name: return objects.map { type.label($0.name) + "\n" }.joined()
        case .json: return list(objects, names).text() + "\n"
        case .yaml: return YAMLText.render(list(objects, names))
        case .path(let path): return path.render(list(objects, names))
        case .table(let isWide):
            return ResourceTable(
                type, isWide: isWide, showsNamespace: call.namespace == nil && type.isNamespaced
            )
            .text(of: objects, showsHeader: !call.has("--no-headers"), at: scope.calendarTime)
        }
    }

    private func find(
        _ type: ResourceType, _ names: [String], _ call: KubectlCall, _ cluster: KubernetesCluster
    ) throws(CommandFailure) -> [JSONValue] {
        do {
            if names.isEmpty {
                return try cluster.objects(type, namespace: type.isNamespaced ? call.namespace : nil)
            }
            var objects: [JSONValue] = []
            for name in names {
                do {
                    objects.append(try cluster.object(type, namespace: call.namespace(for: type), name: name))
                } catch  where call.has("--ignore-not-found") && error.reason == .notFound {
                    continue
                }
            }
            return objects
        } catch {
            throw CommandFailure(result: error.commandResult)
        }
    }

    private func list(_ objects: [JSONValue], _ names: [String]) -> JSONValue {
        if names.count == 1, let only = objects.first { return only }
        return [
            "apiVersion": "v1", "items": .array(objects), "kind": "List", "metadata": ["resourceVersion": ""],
        ]
    }
}

extension JSONValue {
    /// The object's name.
    var name: String { self[path: "metadata", "name"]?.string ?? "" }
    /// The object's namespace.
    var namespace: String { self[path: "metadata", "namespace"]?.string ?? "" }
}
