package import DRSimDocument
import DRSimKernel

extension KubernetesCluster {
    /// An object as the API shows it; what it shows of pods and nodes may be out of date.
    package func object(
        _ type: ResourceType, namespace: String, name: String
    ) throws(APIError) -> JSONValue {
        try requireControlPlane()
        let found: JSONValue? =
            switch type {
            case .pods: pods.index(namespace: namespace, name: name).map { rendered(pods[$0]) }
            case .nodes: nodeIndex(name).map { rendered(nodes[$0]) }
            default: store[ObjectKey(type, namespace, name)].map { rendered($0) }
            }
        guard let found else { throw .notFound(type, name) }
        return found
    }

    /// The objects of a type as the API shows them, by namespace and name; all namespaces for `nil`.
    package func objects(_ type: ResourceType, namespace: String?) throws(APIError) -> [JSONValue] {
        try requireControlPlane()
        switch type {
        case .pods:
            return pods.all.filter { namespace == nil || $0.namespace == namespace }
                .sorted { ($0.namespace, $0.name) < ($1.namespace, $1.name) }.map { rendered($0) }
        case .nodes:
            return nodes.filter { !$0.isRemoved }.sorted { $0.name < $1.name }.map { rendered($0) }
        default:
            return store.objects(of: type, namespace: namespace).map { rendered($0) }
        }
    }

    /// Whether the API has a namespace.
    package func hasNamespace(_ name: String) -> Bool { store.hasNamespace(name) }

    private func rendered(_ object: StoredObject) -> JSONValue {
        var value = object.value
        value.setMetadata("creationTimestamp", .string(creation(object.created)))
        value.setMetadata("generation", .integer(object.generation))
        value.setMetadata("resourceVersion", .string("\(object.resourceVersion)"))
        value.setMetadata("uid", .string(uid(object.type.plural, object.namespace, object.name)))
        if let status = status(of: object) { value["status"] = status }
        return value
    }

    /// A stable identifier in the form of a UUID.
    func uid(_ parts: String...) -> String {
        let text = ([context] + parts).joined(separator: "/")
        let (high, low) = (StreamName(text).hash, StreamName("uid of " + text).hash)
        let digits = Self.hexadecimal(high) + Self.hexadecimal(low)
        var (uid, place) = ("", digits.startIndex)
        for length in [8, 4, 4, 4, 12] {
            let end = digits.index(place, offsetBy: length)
            uid += (uid.isEmpty ? "" : "-") + digits[place..<end]
            place = end
        }
        return uid
    }

    private static func hexadecimal(_ number: UInt64) -> String {
        let text = String(number, radix: 16)
        return String(repeating: "0", count: 16 - text.count) + text
    }

    private func status(of object: StoredObject) -> JSONValue? {
        switch object.type {
        case .deployments: deploymentStatus(object)
        case .applications: applicationStatus(object)
        case .namespaces: ["phase": "Active"]
        case .volumeClaims: ["phase": "Bound"]
        default: nil
        }
    }
}
