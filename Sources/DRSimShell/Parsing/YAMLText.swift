import DRSimDocument
import OrderedCollections

/// YAML as `kubectl -o yaml` prints it: block style, keys in sorted order.
///
/// The library that reads YAML is not at hand inside a trial, and what is printed here is never
/// read back: it is what an operator sees.
enum YAMLText {
    /// The lines of a value.
    static func render(_ value: JSONValue) -> String {
        var output = ""
        write(value, indentation: 0, to: &output)
        return output
    }

    private static func write(_ value: JSONValue, indentation: Int, to output: inout String) {
        let blanks = String(repeating: " ", count: indentation)
        switch value {
        case .object(let members):
            for key in members.keys.sorted() {
                guard let member = members[key] else { continue }
                output += "\(blanks)\(key):"
                writeMember(member, indentation: indentation + 2, to: &output)
            }
        case .array(let items):
            for item in items {
                var inner = ""
                write(item, indentation: indentation + 2, to: &inner)
                output += "\(blanks)- \(inner.dropFirst(indentation + 2))"
            }
        default: output += "\(blanks)\(scalar(value))\n"
        }
    }

    private static func writeMember(_ member: JSONValue, indentation: Int, to output: inout String) {
        switch member {
        case .object(let members) where members.isEmpty: output += " {}\n"
        case .array(let items) where items.isEmpty: output += " []\n"
        case .object:
            output += "\n"
            write(member, indentation: indentation, to: &output)
        case .array:
            output += "\n"
            write(member, indentation: indentation - 2, to: &output)
        default: output += " \(scalar(member))\n"
        }
    }

    private static func scalar(_ value: JSONValue) -> String {
        guard case .string(let text) = value else { return value.text() }
        let isPlain =
            !text.isEmpty && Double(text) == nil
            && !["true", "false", "null", "yes", "no", "on", "off"].contains(text)
            && text.allSatisfy { $0.isLetter || $0.isNumber || "-_./ ".contains($0) }
            && text.first?.isLetter == true
        return isPlain ? text : value.text()
    }
}
