import OrderedCollections

extension JSONValue {
    /// Reads JSON text; throws a `Diagnostic` with the parser's reason.
    ///
    /// Keys come in sorted order, as Kubernetes prints them.
    package init(parsing text: String) throws(Diagnostic) {
        var parser = JSONParser(text)
        do throws(JSONParser.Problem) {
            self = try parser.document()
        } catch {
            throw Diagnostic(.syntax, "not valid JSON: \(error.reason)", at: nil)
        }
    }

    /// JSON text on one line; with `sortedKeys` the canonical form that is hashed.
    package func text(sortedKeys: Bool = false) -> String {
        var output = ""
        write(to: &output, sortedKeys: sortedKeys)
        return output
    }

    private func write(to output: inout String, sortedKeys: Bool) {
        switch self {
        case .null: output += "null"
        case .bool(let flag): output += flag ? "true" : "false"
        case .integer(let number): output += String(number)
        case .number(let number): output += number.isFinite ? "\(number)" : "null"
        case .string(let text): text.writeQuotedForJSON(to: &output)
        case .array(let items):
            output += "["
            for (index, item) in items.enumerated() {
                if index > 0 { output += "," }
                item.write(to: &output, sortedKeys: sortedKeys)
            }
            output += "]"
        case .object(let members):
            output += "{"
            let keys = sortedKeys ? members.keys.sorted() : Array(members.keys)
            for (index, key) in keys.enumerated() {
                if index > 0 { output += "," }
                key.writeQuotedForJSON(to: &output)
                output += ":"
                members[key]?.write(to: &output, sortedKeys: sortedKeys)
            }
            output += "}"
        }
    }
}

extension String {
    /// Writes the text in double quotes with JSON's escapes.
    func writeQuotedForJSON(to output: inout String) {
        output += "\""
        if utf8.allSatisfy({ $0 >= 0x20 && $0 != 0x22 && $0 != 0x5C }) {
            output += self
        } else {
            unicodeScalars.forEach { output += Self.escaped($0) }
        }
        output += "\""
    }

    private static func escaped(_ scalar: Unicode.Scalar) -> String {
        switch scalar {
        case "\"": return "\\\""
        case "\\": return "\\\\"
        case "\n": return "\\n"
        case "\r": return "\\r"
        case "\t": return "\\t"
        case let control where control.value < 0x20:
            let hex = String(control.value, radix: 16)
            return "\\u" + String(repeating: "0", count: 4 - hex.count) + hex
        default: return String(scalar)
        }
    }
}
