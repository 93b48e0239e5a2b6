import DRSimDocument
import OrderedCollections

/// A JSON patch (RFC 6902): operations carried out in order, all or none.
struct JSONPatch {
    private let operations: [JSONValue]

    init(_ body: JSONValue) throws(APIError) {
        guard let operations = body.array else {
            throw APIError(
                .badRequest,
                "error decoding patch: json: cannot unmarshal \(body.typeName) into Go value of type "
                    + "jsonpatch.Patch")
        }
        self.operations = operations
    }

    func applied(to object: JSONValue) throws(APIError) -> JSONValue {
        var object = object
        for operation in operations {
            guard let next = Self.apply(operation, to: object) else {
                throw APIError(.invalid, "the server rejected our request due to an error in our request")
            }
            object = next
        }
        return object
    }

    private static func apply(_ operation: JSONValue, to object: JSONValue) -> JSONValue? {
        guard let pointer = operation["path"]?.string.flatMap(JSONPointer.init) else { return nil }
        switch operation["op"]?.string {
        case "add": return operation["value"].flatMap { add($0, at: pointer, to: object) }
        case "remove": return pointer.removing(from: object)
        case "replace":
            guard let value = operation["value"] else { return nil }
            return pointer.changing(object) { $0.map { _ in value } }
        case "test":
            guard let value = operation["value"], pointer.value(in: object)?.means(value) == true else {
                return nil
            }
            return object
        case "copy", "move":
            guard let from = operation["from"]?.string.flatMap(JSONPointer.init),
                let value = from.value(in: object),
                let rest = operation["op"] == "move" ? from.removing(from: object) : object
            else { return nil }
            return add(value, at: pointer, to: rest)
        default: return nil
        }
    }

    private static func add(_ value: JSONValue, at pointer: JSONPointer, to object: JSONValue) -> JSONValue? {
        guard let (parent, step) = pointer.parent else { return value }
        return parent.changing(object) { container in
            switch container {
            case .object(var members):
                members[step] = value
                return .object(members)
            case .array(var items):
                let place = step == "-" ? items.count : Int(step) ?? -1
                guard (0...items.count).contains(place) else { return nil }
                items.insert(value, at: place)
                return .array(items)
            default: return nil
            }
        }
    }
}
