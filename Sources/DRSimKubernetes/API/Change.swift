import DRSimDocument
import OrderedCollections

/// One difference between two states of an object.
struct Change {
    let path: String
    let text: String

    /// The differences of two objects, in the order of their fields.
    static func between(_ old: JSONValue, _ new: JSONValue, at path: String = "") -> [Change] {
        if let before = old.array, let after = new.array, before.count == after.count {
            return before.indices.flatMap { between(before[$0], after[$0], at: "\(path)[\($0)]") }
        }
        guard let before = old.object, let after = new.object else {
            return old.means(new) ? [] : [Change(path: path, text: "\(path) \(show(old)) → \(show(new))")]
        }
        var changes: [Change] = []
        for (key, value) in after {
            let place = path.isEmpty ? key : "\(path).\(key)"
            if let earlier = before[key] {
                changes += between(earlier, value, at: place)
            } else {
                changes.append(Change(path: place, text: "\(place) = \(show(value))"))
            }
        }
        for key in before.keys where after[key] == nil {
            let place = path.isEmpty ? key : "\(path).\(key)"
            changes.append(Change(path: place, text: "\(place) removed"))
        }
        return changes
    }

    /// The first differences in words.
    static func summary(_ changes: [Change]) -> String {
        let shown = changes.prefix(3).map(\.text)
        let rest = changes.count - shown.count
        return (shown + (rest > 0 ? ["\(rest) more"] : [])).joined(separator: ", ")
    }

    private static func show(_ value: JSONValue) -> String {
        switch value {
        case .string(let text): text
        case .array(let items): "[\(items.count)]"
        case .object: "{…}"
        default: value.text()
        }
    }
}
