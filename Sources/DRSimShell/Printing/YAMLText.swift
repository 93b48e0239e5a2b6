package import DRSimDocument
import OrderedCollections

/// YAML as `kubectl -o yaml` prints it: block style, keys in sorted order.
///
/// The library that reads YAML is not at hand inside a trial, and what is printed here is never
/// read back: it is what an operator sees.
package enum YAMLText {
    /// The lines of a value, each ended by a newline.
    package static func render(_ value: JSONValue) -> String {
        lines(value).map { $0 + "\n" }.joined()
    }

    private static func lines(_ value: JSONValue) -> [String] {
        switch value {
        case .object(let members) where !members.isEmpty:
            members.keys.sorted().flatMap { key in member(key, members[key] ?? .null) }
        case .array(let items) where !items.isEmpty:
            items.flatMap { item in
                lines(item).enumerated().map { ($0 == 0 ? "- " : "  ") + $1 }
            }
        default: [scalar(value)]
        }
    }

    private static func member(_ key: String, _ value: JSONValue) -> [String] {
        let name = scalar(.string(key)) + ":"
        switch value {
        case .object(let members) where !members.isEmpty: return [name] + lines(value).map { "  " + $0 }
        case .array(let items) where !items.isEmpty: return [name] + lines(value)
        default: return [name + " " + scalar(value)]
        }
    }

    private static func scalar(_ value: JSONValue) -> String {
        guard let text = value.string, isPlain(text) else { return value.text() }
        return text
    }

    /// Whether a string reads as the same string without quotes.
    private static func isPlain(_ text: String) -> Bool {
        let words = ["true", "false", "null", "yes", "no", "on", "off", "y", "n"]
        return text.first?.isLetter == true && text.last != " " && !words.contains(text.lowercased())
            && text.allSatisfy { $0.isLetter || $0.isNumber || "-_./ ".contains($0) }
    }
}
