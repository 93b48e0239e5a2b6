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
        case .string(let text): output += text.quotedForJSON
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
                output += key.quotedForJSON + ":"
                members[key]?.write(to: &output, sortedKeys: sortedKeys)
            }
            output += "}"
        }
    }
}

extension String {
    /// The text in double quotes with JSON's escapes.
    fileprivate var quotedForJSON: String {
        if utf8.allSatisfy({ $0 >= 0x20 && $0 != 0x22 && $0 != 0x5C }) { return "\"" + self + "\"" }
        var output = "\""
        for scalar in unicodeScalars {
            switch scalar {
            case "\"": output += "\\\""
            case "\\": output += "\\\\"
            case "\n": output += "\\n"
            case "\r": output += "\\r"
            case "\t": output += "\\t"
            case let control where control.value < 0x20:
                let hex = String(control.value, radix: 16)
                output += "\\u" + String(repeating: "0", count: 4 - hex.count) + hex
            default: output.unicodeScalars.append(scalar)
            }
        }
        return output + "\""
    }
}
