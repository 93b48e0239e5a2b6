import DRSimDocument
import DRSimKernel
import OrderedCollections

extension PodTemplate {
    /// The containers' images as one name, to know which nodes have pulled them.
    var image: StreamName {
        let images = containers.map { $0["image"]?.string ?? "" }
        return StreamName(images.joined(separator: " "))
    }

    var containers: [JSONValue] { spec["containers"]?.array ?? [] }
}

/// A config map or key that a container's environment names and that is not there.
struct MissingConfiguration: Error, CustomStringConvertible {
    let description: String
}

extension KubernetesCluster {
    /// The environment that containers started now would get; references are resolved at the start
    /// and never again (D10).
    func environment(
        of template: PodTemplate, namespace: String
    ) -> Result<OrderedDictionary<String, String>, MissingConfiguration> {
        var environment: OrderedDictionary<String, String> = [:]
        do {
            for container in template.containers {
                try readSources(container["envFrom"]?.array ?? [], namespace, into: &environment)
                try readVariables(container["env"]?.array ?? [], namespace, into: &environment)
            }
            return .success(environment)
        } catch {
            return .failure(error)
        }
    }

    private func readSources(
        _ sources: [JSONValue], _ namespace: String, into environment: inout OrderedDictionary<String, String>
    ) throws(MissingConfiguration) {
        for source in sources {
            guard let reference = source["configMapRef"], let name = reference["name"]?.string else {
                continue
            }
            guard let data = configuration(named: name, namespace: namespace) else {
                if reference["optional"] == true { continue }
                throw MissingConfiguration(description: "configmap \"\(name)\" not found")
            }
            let prefix = source["prefix"]?.string ?? ""
            for (key, value) in data { environment[prefix + key] = value.string }
        }
    }

    private func readVariables(
        _ variables: [JSONValue], _ namespace: String,
        into environment: inout OrderedDictionary<String, String>
    ) throws(MissingConfiguration) {
        for variable in variables {
            guard let name = variable["name"]?.string else { continue }
            if let reference = variable[path: "valueFrom", "configMapKeyRef"] {
                let value = try value(at: reference, namespace)
                if let value { environment[name] = value }
            } else if let value = variable["value"]?.string {
                environment[name] = value
            }
        }
    }

    private func value(
        at reference: JSONValue, _ namespace: String
    ) throws(MissingConfiguration) -> String? {
        let (name, key) = (reference["name"]?.string ?? "", reference["key"]?.string ?? "")
        let data = configuration(named: name, namespace: namespace)
        if let value = data?[key]?.string { return value }
        if reference["optional"] == true { return nil }
        throw MissingConfiguration(
            description: data == nil
                ? "configmap \"\(name)\" not found"
                : "couldn't find key \(key) in ConfigMap \(namespace)/\(name)")
    }

    private func configuration(
        named name: String, namespace: String
    ) -> OrderedDictionary<String, JSONValue>? {
        guard let map = store[ObjectKey(.configMaps, namespace, name)] else { return nil }
        return map.value["data"]?.object ?? [:]
    }
}
