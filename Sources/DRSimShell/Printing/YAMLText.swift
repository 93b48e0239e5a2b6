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
        guard let first = text.unicodeScalars.first, isLetter(first), text.utf8.last != UInt8(ascii: " ")
        else {
            return false
        }
        return text.unicodeScalars.allSatisfy { isLetter($0) || isOtherwisePlain($0) }
            && !(text.utf8.count <= 5 && constants.contains(text.lowercased()))
    }

    /// What YAML reads as something else than a string.
    private static let constants = ["true", "false", "null", "yes", "no", "on", "off", "y", "n"]

    private static func isLetter(_ scalar: Unicode.Scalar) -> Bool {
        scalar.isASCII
            ? ("a"..."z").contains(scalar) || ("A"..."Z").contains(scalar) : scalar.properties.isAlphabetic
    }

    private static func isOtherwisePlain(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar {
        case "0"..."9", "-", "_", ".", "/", " ": true
        default: false
        }
    }
}
