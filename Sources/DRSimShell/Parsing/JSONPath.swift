import DRSimDocument
import OrderedCollections

/// The part of kubectl's JSONPath that runbooks use: `{.status.readyReplicas}`, `{.items[*].metadata.name}`,
/// `{.items[0]}`, with text between the braces' expressions.
struct JSONPath: Sendable {
    private enum Part: Sendable {
        case text(String)
        case path([Selector])
    }

    private enum Selector: Sendable {
        case member(String)
        case index(Int)
        case all
    }

    /// A template that cannot be read.
    struct Malformed: Error, Hashable {
        var template: String
    }

    private let parts: [Part]

    /// Reads a template; throws if a brace or bracket is not closed.
    init(_ template: String) throws(Malformed) {
        var parts: [Part] = []
        var rest = Substring(template)
        while let open = rest.firstIndex(of: "{") {
            if open > rest.startIndex { parts.append(.text(String(rest[..<open]))) }
            guard let close = rest[open...].firstIndex(of: "}") else { throw Malformed(template: template) }
            let inner = rest[rest.index(after: open)..<close]
            if inner.hasPrefix("\""), inner.hasSuffix("\""), inner.count >= 2 {
                parts.append(.text(inner.dropFirst().dropLast().replacingEscapes))
            } else if let selectors = Self.selectors(inner) {
                parts.append(.path(selectors))
            } else {
                throw Malformed(template: template)
            }
            rest = rest[rest.index(after: close)...]
        }
        if !rest.isEmpty { parts.append(.text(String(rest))) }
        self.parts = parts
    }

    private static func selectors(_ text: Substring) -> [Selector]? {
        var selectors: [Selector] = []
        var rest = text
        while let first = rest.first {
            if first == "." {
                rest = rest.dropFirst()
                let name = rest.prefix { $0 != "." && $0 != "[" }
                if !name.isEmpty { selectors.append(.member(String(name))) }
                rest = rest.dropFirst(name.count)
            } else if first == "[", let close = rest.firstIndex(of: "]") {
                let inner = rest[rest.index(after: rest.startIndex)..<close]
                if inner == "*" {
                    selectors.append(.all)
                } else if let index = Int(inner) {
                    selectors.append(.index(index))
                } else if inner.hasPrefix("'"), inner.hasSuffix("'"), inner.count >= 2 {
                    selectors.append(.member(String(inner.dropFirst().dropLast())))
                } else {
                    return nil
                }
                rest = rest[rest.index(after: close)...]
            } else {
                return nil
            }
        }
        return selectors
    }

    /// The template filled in from a value; missing members print as nothing.
    func render(_ value: JSONValue) -> String {
        parts.map { part in
            switch part {
            case .text(let text): text
            case .path(let selectors):
                Self.select(selectors[...], from: [value]).map(Self.print).joined(separator: " ")
            }
        }.joined()
    }

    private static func select(_ selectors: ArraySlice<Selector>, from values: [JSONValue]) -> [JSONValue] {
        guard let selector = selectors.first else { return values }
        let next: [JSONValue] = values.flatMap { value -> [JSONValue] in
            switch selector {
            case .member(let name): value[name].map { [$0] } ?? []
            case .all: value.array ?? value.object.map { Array($0.values) } ?? []
            case .index(let index):
                value.array.flatMap { items in
                    let position = index < 0 ? items.count + index : index
                    return items.indices.contains(position) ? [items[position]] : nil
                } ?? []
            }
        }
        return select(selectors.dropFirst(), from: next)
    }

    private static func print(_ value: JSONValue) -> String {
        value.string ?? value.text()
    }
}

extension Substring {
    fileprivate var replacingEscapes: String {
        var output = ""
        var isEscaped = false
        for character in self {
            if isEscaped {
                output.append(character == "n" ? "\n" : character == "t" ? "\t" : character)
                isEscaped = false
            } else if character == "\\" {
                isEscaped = true
            } else {
                output.append(character)
            }
        }
        return output
    }
}
