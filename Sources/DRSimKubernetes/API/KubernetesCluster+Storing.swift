import DRSimDocument
import DRSimKernel
import OrderedCollections

extension KubernetesCluster {
    func requireControlPlane() throws(APIError) {
        guard isControlPlaneUp else {
            throw APIError(.serviceUnavailable, "the server is currently unable to handle the request")
        }
    }

    func stored(_ type: ResourceType, _ key: ObjectKey) throws(APIError) -> StoredObject {
        try requireControlPlane()
        if type == .pods || type == .nodes { throw Self.notWritable }
        guard let object = store[key] else { throw .notFound(type, key.name) }
        return object
    }

    /// The type and key of an object that is to be written.
    func address(
        of object: JSONValue, namespace: String
    ) throws(APIError) -> (type: ResourceType, key: ObjectKey) {
        try requireControlPlane()
        guard let kind = object["kind"]?.string, let version = object["apiVersion"]?.string else {
            let missing = object["kind"] == nil ? "Kind" : "apiVersion"
            throw APIError(.badRequest, "Object '\(missing)' is missing in '\(object.text())'")
        }
        guard let type = ResourceType.all.first(where: { $0.kind == kind && $0.apiVersion == version }) else {
            throw APIError(.notFound, "no matches for kind \"\(kind)\" in version \"\(version)\"")
        }
        if type == .pods || type == .nodes { throw Self.notWritable }
        guard let name = object[path: "metadata", "name"]?.string, !name.isEmpty else {
            throw .invalid(type, "", [.required("metadata.name", "name or generateName is required")])
        }
        let home = object[path: "metadata", "namespace"]?.string ?? namespace
        if type.isNamespaced, !store.hasNamespace(home) { throw .notFound(.namespaces, home) }
        return (type, ObjectKey(type, home, name))
    }

    /// Pods and nodes are made by their owners only.
    private static let notWritable = APIError(
        .methodNotAllowed, "the server does not allow this method on the requested resource")

    /// Stores a new object.
    mutating func insert(
        _ object: JSONValue, _ type: ResourceType, _ key: ObjectKey, owner: ObjectKey? = nil,
        isStrict: Bool = true, _ turn: inout Turn
    ) throws(APIError) -> WriteOutcome {
        var object = object
        if type.hasStatus { object["status"] = nil }
        if type.isNamespaced { object.setMetadata("namespace", .string(key.namespace)) }
        let outcome = try review(object, type, key, old: nil, isStrict: isStrict, &turn)
        for path in outcome.pruned {
            turn.record(
                .fieldPruned(
                    ObjectReference(kind: type.kind, namespace: key.namespace, name: key.name), path: path))
        }
        store.insert(outcome.object, of: type, key: key, lastApplied: object, owner: owner, at: turn.now)
        if !turn.isWarm, let stored = store[key] {
            turn.record(.objectChanged(stored.reference, summary: "created"))
        }
        written(key, type, from: nil, to: outcome.object, &turn)
        return WriteOutcome(verb: .created, warnings: [])
    }

    mutating func apply(
        _ object: JSONValue, namespace: String, isStrict: Bool = true, _ turn: inout Turn
    ) throws(APIError) -> WriteOutcome {
        let (type, key) = try address(of: object, namespace: namespace)
        guard let present = store[key] else {
            return try insert(object, type, key, isStrict: isStrict, &turn)
        }
        var desired = object
        if type.isNamespaced { desired.setMetadata("namespace", .string(key.namespace)) }
        if type.hasStatus { desired["status"] = nil }
        let removals = desired.removals(since: present.lastApplied ?? [:])
        let merged = present.value.merging(patch: removals).merging(patch: desired)
        let outcome = try update(key, type, to: merged, isStrict: isStrict, &turn)
        store.setLastApplied(key, desired)
        return outcome
    }

    /// Stores a changed object, if it is one.
    mutating func update(
        _ key: ObjectKey, _ type: ResourceType, to object: JSONValue, isStrict: Bool, _ turn: inout Turn
    ) throws(APIError) -> WriteOutcome {
        let old = try stored(type, key)
        let outcome = try review(object, type, key, old: old.value, isStrict: isStrict, &turn)
        let warnings = outcome.pruned.map { "unknown field \"\($0)\"" }
        for path in outcome.pruned { turn.record(.fieldPruned(old.reference, path: path)) }
        let changes = Change.between(old.value, outcome.object)
        guard !changes.isEmpty else { return WriteOutcome(verb: .unchanged, warnings: warnings) }
        let isSpecification = changes.contains {
            !$0.path.hasPrefix("metadata") && !$0.path.hasPrefix("status")
        }
        store.replace(key, by: outcome.object, changesSpecification: isSpecification)
        turn.record(.objectChanged(old.reference, summary: Change.summary(changes)))
        written(key, type, from: old.value, to: outcome.object, &turn)
        return WriteOutcome(verb: .configured, warnings: warnings)
    }

    private func review(
        _ object: JSONValue, _ type: ResourceType, _ key: ObjectKey, old: JSONValue?, isStrict: Bool,
        _ turn: inout Turn
    ) throws(APIError) -> Admission.Outcome {
        do {
            let outcome = try Admission(type: type, name: key.name, old: old).review(
                object, isStrict: isStrict)
            if type == .ingresses { try reviewIngress(outcome.object, key) }
            return outcome
        } catch {
            let reference = ObjectReference(kind: type.kind, namespace: key.namespace, name: key.name)
            if !isStrict {
                // Unknown fields are dropped, and warned of, before anybody else looks at the object.
                for path in Schema.of(type).check(object).unknown {
                    turn.record(.fieldPruned(reference, path: path))
                }
            }
            turn.record(.objectRefused(reference, error: error))
            throw error
        }
    }

    /// Removes an object with what it owns, or all a namespace holds.
    mutating func remove(_ key: ObjectKey, _ type: ResourceType, _ turn: inout Turn) throws(APIError) {
        let object = try stored(type, key)
        store.remove(key)
        turn.record(.objectChanged(object.reference, summary: "deleted"))
        var dependents = store.owned(by: key)
        if type == .namespaces { dependents += store.keys(inNamespace: key.name) }
        for dependent in dependents {
            if let object = store[dependent] { try remove(dependent, object.type, &turn) }
        }
        deleted(key, type, &turn)
    }

    func requireSameIdentity(_ old: JSONValue, _ new: JSONValue, name: String) throws(APIError) {
        let (before, after) = (old["metadata"] ?? [:], new["metadata"] ?? [:])
        if after["name"] != before["name"] {
            throw APIError(
                .badRequest,
                "the name of the object (\(after["name"]?.string ?? "")) does not match the name on the URL "
                    + "(\(name))")
        }
        if after["namespace"] != before["namespace"] {
            throw APIError(
                .badRequest,
                "the namespace of the provided object does not match the namespace sent on the request")
        }
        if new["kind"] != old["kind"] || new["apiVersion"] != old["apiVersion"] {
            throw APIError(
                .badRequest, "the kind of the provided object does not match the resource on the URL")
        }
    }
}

extension JSONValue {
    mutating func setMetadata(_ key: String, _ value: JSONValue?) {
        var metadata = self["metadata"] ?? [:]
        metadata[key] = value
        self["metadata"] = metadata
    }

    /// A merge patch that removes what `earlier` named and this value does not.
    fileprivate func removals(since earlier: JSONValue) -> JSONValue {
        guard let before = earlier.object, let now = object else { return [:] }
        var patch: JSONValue = [:]
        for (key, value) in before {
            guard let kept = now[key] else {
                patch[key] = .null
                continue
            }
            let inner = kept.removals(since: value)
            if inner.object?.isEmpty == false { patch[key] = inner }
        }
        return patch
    }
}
