import DRSimDocument

/// Reads the text of a JSONPath template.
struct JSONPathParser {
    private var rest: Substring

    init(_ template: String) {
        rest = template[...]
    }

    /// The whole template.
    mutating func template() throws(JSONPath.Failure) -> [JSONPath.Part] {
        let parts = try parts()
        guard rest.isEmpty else { throw JSONPath.Failure(reason: "not in range, nothing to end") }
        return parts
    }

    /// The parts up to the end, or up to `{end}`, which is left.
    private mutating func parts() throws(JSONPath.Failure) -> [JSONPath.Part] {
        var parts: [JSONPath.Part] = []
        while !rest.isEmpty, !rest.hasPrefix("{end}") {
            let text = rest.prefix { $0 != "{" }
            if !text.isEmpty { parts.append(.text(String(text))) }
            rest = rest.dropFirst(text.count)
            if rest.isEmpty || rest.hasPrefix("{end}") { break }
            parts.append(try expression())
        }
        return parts
    }

    private mutating func expression() throws(JSONPath.Failure) -> JSONPath.Part {
        guard let close = closingBrace else { throw JSONPath.Failure(reason: "unclosed action") }
        let inner = rest[rest.index(after: rest.startIndex)..<close]
        rest = rest[rest.index(after: close)...]
        if let quote = inner.first, quote == "\"" || quote == "'", inner.count > 1, inner.last == quote {
            return .text(Self.unescaped(inner.dropFirst().dropLast()))
        }
        guard inner.hasPrefix("range ") else { return .path(try Self.selectors(inner)) }
        let selectors = try Self.selectors(inner.dropFirst("range ".count))
        let body = try parts()
        guard rest.hasPrefix("{end}") else { throw JSONPath.Failure(reason: "unclosed range") }
        rest = rest.dropFirst("{end}".count)
        return .range(selectors, body)
    }

    /// The brace that closes the expression which begins here; braces in quotes do not count.
    private var closingBrace: Substring.Index? {
        var quote: Character?
        for index in rest.indices.dropFirst() {
            switch (quote, rest[index]) {
            case (nil, "}"): return index
            case (nil, "\""), (nil, "'"): quote = rest[index]
            case (let open?, let character) where open == character: quote = nil
            default: break
            }
        }
        return nil
    }

    /// The selectors of a path: `.a.b`, `[0]`, `[*]`, `['a.b']`, `[?(@.a=="b")]`; dots of a name may
    /// be escaped.
    private static func selectors(_ text: Substring) throws(JSONPath.Failure) -> [JSONPath.Selector] {
        var (selectors, rest) = ([JSONPath.Selector](), text.drop { $0 == "$" || $0 == "@" })
        while let first = rest.popFirst() {
            switch first {
            case "." where rest.first == ".": throw .gap("\(text)")
            case ".":
                let name = memberName(&rest)
                if !name.isEmpty { selectors.append(name == "*" ? .all : .member(name)) }
            case "[":
                guard let close = rest.firstIndex(of: "]") else {
                    throw JSONPath.Failure(reason: "unterminated array")
                }
                selectors.append(try subscripted(rest[..<close]))
                rest = rest[rest.index(after: close)...]
            default: throw JSONPath.Failure(reason: "unrecognized character in action: '\(first)'")
            }
        }
        return selectors
    }

    private static func memberName(_ rest: inout Substring) -> String {
        var name = ""
        while let next = rest.first, next != ".", next != "[" {
            rest.removeFirst()
            name.append(next == "\\" ? rest.popFirst() ?? next : next)
        }
        return name
    }

    private static func subscripted(_ text: Substring) throws(JSONPath.Failure) -> JSONPath.Selector {
        if text == "*" { return .all }
        if let index = Int(text) { return .index(index) }
        let isList = !text.hasPrefix("?") && (text.contains(",") || text.contains(":"))
        if isList, !text.hasPrefix("'") || text.contains("',") { throw .gap(text) }
        if text.hasPrefix("'"), text.hasSuffix("'"), text.count > 1 {
            return .member(String(text.dropFirst().dropLast()))
        }
        guard text.hasPrefix("?(") else { throw JSONPath.Failure(reason: "invalid array index \(text)") }
        // What ends earlier has brackets of its own.
        guard text.hasSuffix(")") else { throw .gap(text) }
        return try filter(text.dropFirst(2).dropLast())
    }

    private static func filter(_ text: Substring) throws(JSONPath.Failure) -> JSONPath.Selector {
        for (sign, equals) in [("==", true), ("!=", false)] {
            let halves = text.split(separator: sign, maxSplits: 1)
            guard halves.count == 2 else { continue }
            let path = halves[0].filter { $0 != " " }
            let literal = halves[1].drop { $0 == " " }.replacing("'", with: "\"")
            guard let wanted = try? JSONValue(parsing: String(literal)) else { break }
            return .filter(try selectors(path[...]), equals: equals, wanted)
        }
        guard text.contains("==") || text.contains("!=") else { throw .gap(text) }
        throw JSONPath.Failure(reason: "unterminated filter")
    }

    private static func unescaped(_ text: Substring) -> String {
        var (output, isEscaped) = ("", false)
        for character in text {
            switch (isEscaped, character) {
            case (false, "\\"): isEscaped = true
            case (true, "n"): (output, isEscaped) = (output + "\n", false)
            case (true, "t"): (output, isEscaped) = (output + "\t", false)
            default: (output, isEscaped) = (output + String(character), false)
            }
        }
        return output
    }
}
