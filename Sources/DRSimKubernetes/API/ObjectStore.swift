import DRSimDocument
import DRSimKernel
import DRSimUnits
import OrderedCollections

/// Names a declared object: the plural of its type, its namespace (empty for none) and its name.
struct ObjectKey: Hashable, Sendable {
    let plural, namespace, name: String

    init(_ type: ResourceType, _ namespace: String, _ name: String) {
        plural = type.plural
        self.namespace = type.isNamespaced ? namespace : ""
        self.name = name
    }
}

/// A declared object with what the store knows about it.
struct StoredObject: Sendable {
    let type: ResourceType
    /// The object without the metadata the server keeps.
    var value: JSONValue
    /// What was applied last; what it no longer names, the next apply removes.
    var lastApplied: JSONValue?
    let created: Instant
    var generation: Int64 = 1
    var resourceVersion: Int64
    /// What the object goes with when that is deleted.
    var owner: ObjectKey?

    var reference: ObjectReference {
        ObjectReference(kind: type.kind, namespace: namespace, name: name)
    }

    var name: String { value[path: "metadata", "name"]?.string ?? "" }
    var namespace: String { value[path: "metadata", "namespace"]?.string ?? "" }
}

/// The declared objects of a cluster; pods and nodes are not among them.
struct ObjectStore: Sendable {
    private(set) var objects: OrderedDictionary<ObjectKey, StoredObject> = [:]
    private var resourceVersion: Int64 = 1_000

    subscript(key: ObjectKey) -> StoredObject? { objects[key] }

    /// The objects of a type, by namespace and name.
    func objects(of type: ResourceType, namespace: String?) -> [StoredObject] {
        objects.elements.filter { key, _ in
            key.plural == type.plural
                && (namespace == nil || !type.isNamespaced || key.namespace == namespace)
        }
        .sorted { ($0.key.namespace, $0.key.name) < ($1.key.namespace, $1.key.name) }
        .map(\.value)
    }

    func hasNamespace(_ name: String) -> Bool { objects[ObjectKey(.namespaces, "", name)] != nil }

    mutating func insertNamespace(_ name: String, at instant: Instant) {
        let value: JSONValue = [
            "apiVersion": "v1", "kind": "Namespace",
            "metadata": ["name": .string(name), "labels": ["kubernetes.io/metadata.name": .string(name)]],
        ]
        insert(value, of: .namespaces, key: ObjectKey(.namespaces, "", name), at: instant)
    }

    mutating func insert(
        _ value: JSONValue, of type: ResourceType, key: ObjectKey, lastApplied: JSONValue? = nil,
        owner: ObjectKey? = nil, at instant: Instant
    ) {
        resourceVersion += 1
        objects[key] = StoredObject(
            type: type, value: value, lastApplied: lastApplied, created: instant,
            resourceVersion: resourceVersion, owner: owner)
    }

    mutating func replace(_ key: ObjectKey, by value: JSONValue, changesSpecification: Bool) {
        resourceVersion += 1
        let version = resourceVersion
        guard var object = objects[key] else { return }
        object.value = value
        object.resourceVersion = version
        if changesSpecification { object.generation += 1 }
        objects[key] = object
    }

    mutating func setLastApplied(_ key: ObjectKey, _ value: JSONValue) {
        objects[key]?.lastApplied = value
    }

    mutating func remove(_ key: ObjectKey) {
        objects[key] = nil
    }

    /// The keys of the objects that go with `owner`.
    func owned(by owner: ObjectKey) -> [ObjectKey] {
        objects.filter { $0.value.owner == owner }.map(\.key)
    }

    /// The keys of the objects in a namespace.
    func keys(inNamespace namespace: String) -> [ObjectKey] {
        objects.keys.filter { $0.namespace == namespace }
    }
}
