import DRSimDocument
import OrderedCollections

/// How a patch is to be read.
package enum PatchStrategy: String, CaseIterable, Hashable, Sendable {
    /// A JSON merge patch (RFC 7386).
    case merge
    /// Kubernetes' own: like a merge patch, but lists of built-in types merge by key.
    case strategic
    /// A list of operations (RFC 6902).
    case json
}

/// A part of an object with an address of its own.
package enum Subresource: String, CaseIterable, Hashable, Sendable {
    /// What the object's controller reports.
    case status
    /// The number of replicas.
    case scale
}

/// Applies patches to objects as the API server does.
struct Patch {
    let strategy: PatchStrategy
    let body: JSONValue

    /// The patched object.
    func applied(to object: JSONValue, of type: ResourceType) throws(APIError) -> JSONValue {
        switch strategy {
        case .merge:
            try requireObject()
            let patched = object.merging(patch: body)
            if let wrong = mistyped(in: patched, type) {
                throw .undecodablePatch(patched.text(), APIError.unread(type.kind, wrong.text))
            }
            return patched
        case .strategic:
            guard !type.isCustom else {
                throw APIError(
                    .unsupportedMediaType,
                    "the body of the request was in an unknown format - accepted media types include: "
                        + "application/json-patch+json, application/merge-patch+json, "
                        + "application/apply-patch+yaml")
            }
            try requireObject()
            let patched = StrategicMerge.merge(body, into: object)
            guard mistyped(in: patched, type) == nil else {
                throw .undecodablePatch(body.goText, "unrecognized type: int32")
            }
            return patched
        case .json:
            return try JSONPatch(body).applied(to: object)
        }
    }

    /// The first value of another type than a built-in type has for it.
    private func mistyped(in object: JSONValue, _ type: ResourceType) -> Schema.Undecodable? {
        Schema.of(type).check(object).undecodable.flatMap { $0.value.integer == nil ? $0 : nil }
    }

    private func requireObject() throws(APIError) {
        guard body.object == nil else { return }
        throw APIError(
            .badRequest,
            "error decoding patch: json: cannot unmarshal \(body.typeName) into Go value of type "
                + "map[string]interface {}")
    }
}

extension JSONValue {
    /// The kind of value as the API's decoder names it.
    var typeName: String {
        switch self {
        case .null: "null"
        case .bool: "bool"
        case .integer, .number: "number"
        case .string: "string"
        case .array: "array"
        case .object: "object"
        }
    }
}

extension JSONValue {
    /// How the API server prints what it has read: maps with their keys in order, strings without quotes.
    fileprivate var goText: String {
        if let items = array { return "[\(items.map(\.goText).joined(separator: " "))]" }
        guard let members = object else { return self == .null ? "<nil>" : string ?? text() }
        let pairs = members.sorted { $0.key < $1.key }.map { "\($0.key):\($0.value.goText)" }
        return "map[\(pairs.joined(separator: " "))]"
    }
}

/// A strategic merge patch: a merge patch in which lists of built-in types merge by key.
enum StrategicMerge {
    private static let keys: [String: [String]] = [
        "containers": ["name"], "initContainers": ["name"], "env": ["name"], "volumes": ["name"],
        "volumeMounts": ["mountPath"], "imagePullSecrets": ["name"], "conditions": ["type"],
        "ports": ["containerPort", "port"], "topologySpreadConstraints": ["topologyKey"],
    ]

    static func merge(_ patch: JSONValue, into value: JSONValue?) -> JSONValue {
        guard let changes = patch.object else { return patch }
        if changes["$patch"] == "replace" {
            var whole = patch
            whole["$patch"] = nil
            return whole
        }
        var members = value?.object ?? [:]
        for (key, change) in changes {
            if let items = change.array, let names = keys[key] {
                members[key] = .array(merge(items, into: members[key]?.array ?? [], by: names))
            } else if change == .null {
                members.removeValue(forKey: key)
            } else {
                members[key] = merge(change, into: members[key])
            }
        }
        return .object(members)
    }

    private static func merge(_ items: [JSONValue], into list: [JSONValue], by names: [String]) -> [JSONValue]
    {
        var list = list
        for item in items {
            let place = names.firstNonNil { name in
                item[name].flatMap { value in list.firstIndex { $0[name] == value } }
            }
            switch (item["$patch"] == "delete", place) {
            case (true, let place?): list.remove(at: place)
            case (true, nil): break
            case (false, let place?): list[place] = merge(item, into: list[place])
            case (false, nil): list.append(item)
            }
        }
        return list
    }
}

extension Sequence {
    fileprivate func firstNonNil<Value>(_ transform: (Element) -> Value?) -> Value? {
        for element in self {
            if let value = transform(element) { return value }
        }
        return nil
    }
}
