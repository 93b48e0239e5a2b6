package import DRSimDocument
import OrderedCollections

/// A template of kubectl's JSONPath: `{.status.readyReplicas}`, `{.items[*].metadata.name}`,
/// `{.status.conditions[?(@.type=="Ready")].status}`, `{range .items[*]}…{end}`, with literal text
/// between the braces. Slices, unions, recursive descent and filters of other kinds are not simulated.
package struct JSONPath: Sendable {
    private let parts: [Part]

    indirect enum Part: Hashable, Sendable {
        case text(String)
        case path([Selector])
        case range([Selector], [Part])
    }

    enum Selector: Hashable, Sendable {
        case member(String)
        case index(Int)
        case all
        case filter([Selector], equals: Bool, JSONValue)
    }

    /// A template that cannot be read, or not be filled in; the reason in kubectl's words, unless it is ours.
    package struct Failure: Error, Hashable {
        /// The reason, as kubectl prints it.
        package let reason: String
        /// Whether it is one kubectl can read, and the simulated one cannot.
        package let isGap: Bool

        /// Creates a failure.
        package init(reason: String, isGap: Bool = false) {
            (self.reason, self.isGap) = (reason, isGap)
        }

        /// What is not simulated of templates.
        static func gap(_ what: some StringProtocol) -> Failure {
            Failure(reason: "\(what) is not simulated", isGap: true)
        }
    }

    /// Reads a template.
    package init(_ template: String) throws(Failure) {
        var parser = JSONPathParser(template)
        parts = try parser.template()
    }

    /// The template filled in from a value; missing members print as nothing.
    package func render(_ value: JSONValue) throws(Failure) -> String {
        try Self.render(parts, value)
    }

    /// All that the template's expressions select, in order.
    func values(in value: JSONValue) throws(Failure) -> [JSONValue] {
        var values: [JSONValue] = []
        for case .path(let selectors) in parts { values += try Self.select(selectors, from: value) }
        return values
    }

    private static func render(_ parts: [Part], _ value: JSONValue) throws(Failure) -> String {
        var output = ""
        for part in parts {
            switch part {
            case .text(let text): output += text
            case .path(let selectors):
                output += try select(selectors, from: value).map(\.plainText).joined(separator: " ")
            case .range(let selectors, let body):
                for item in try select(selectors, from: value) { output += try render(body, item) }
            }
        }
        return output
    }

    private static func select(_ selectors: [Selector], from value: JSONValue) throws(Failure) -> [JSONValue]
    {
        var values = [value]
        for selector in selectors {
            var next: [JSONValue] = []
            for value in values { next += try select(selector, from: value) }
            values = next
        }
        return values
    }

    private static func select(_ selector: Selector, from value: JSONValue) throws(Failure) -> [JSONValue] {
        switch selector {
        case .member(let name): return value[name].map { [$0] } ?? []
        case .all: return value.array ?? value.object.map { Array($0.values) } ?? []
        case .index(let index):
            guard let items = value.array else { return [] }
            let position = index < 0 ? items.count + index : index
            guard items.indices.contains(position) else {
                throw Failure(reason: "array index out of bounds: index \(index), length \(items.count)")
            }
            return [items[position]]
        case .filter(let path, let equals, let wanted):
            var kept: [JSONValue] = []
            for item in value.array ?? [] {
                guard let found = try select(path, from: item).first else { continue }
                if (found == wanted) == equals { kept.append(item) }
            }
            return kept
        }
    }
}

extension JSONValue {
    /// A string without its quotes, anything else as JSON.
    var plainText: String { string ?? text() }
}
