import DRSimDocument
import OrderedCollections

extension JSONValue {
    /// JSON as command line tools print it: a member a line, indented by four blanks.
    ///
    /// - Parameter sortedKeys: whether members come in the order of their keys, as kubectl has them.
    package func indentedText(sortedKeys: Bool) -> String {
        lines(sortedKeys: sortedKeys).joined(separator: "\n")
    }

    private func lines(sortedKeys: Bool) -> [String] {
        switch self {
        case .array(let items) where !items.isEmpty:
            let inner = items.map { $0.lines(sortedKeys: sortedKeys) }
            return Self.enclosed(inner, in: ("[", "]"))
        case .object(let members) where !members.isEmpty:
            let keys = sortedKeys ? members.keys.sorted() : Array(members.keys)
            let inner = keys.map { key in
                var lines = (members[key] ?? .null).lines(sortedKeys: sortedKeys)
                lines[0] = JSONValue.string(key).text() + ": " + lines[0]
                return lines
            }
            return Self.enclosed(inner, in: ("{", "}"))
        default: return [text()]
        }
    }

    private static func enclosed(_ parts: [[String]], in brackets: (String, String)) -> [String] {
        let inner = parts.enumerated().flatMap { index, lines in
            let comma = index < parts.count - 1 ? "," : ""
            return (lines.dropLast() + lines.suffix(1).map { $0 + comma }).map { "    " + $0 }
        }
        return [brackets.0] + inner + [brackets.1]
    }
}
