import DRSimDocument
import OrderedCollections

/// A place in a JSON value (RFC 6901): `/spec/template/0`.
struct JSONPointer: Hashable, Sendable {
    let steps: [String]

    /// `nil` if the text is no pointer.
    init?(_ text: String) {
        guard text.isEmpty || text.hasPrefix("/") else { return nil }
        steps = text.split(separator: "/", omittingEmptySubsequences: false).dropFirst().map {
            Self.unescaped(String($0))
        }
    }

    private init(steps: [String]) {
        self.steps = steps
    }

    /// The pointer to the value that contains this one, and the last step.
    var parent: (pointer: JSONPointer, step: String)? {
        steps.last.map { (JSONPointer(steps: steps.dropLast()), $0) }
    }

    /// The value there; `nil` where there is none.
    func value(in root: JSONValue) -> JSONValue? {
        steps.reduce(Optional(root)) { value, step in
            switch value {
            case .object(let members): members[step]
            case .array(let items): items.indices.first { String($0) == step }.map { items[$0] }
            default: nil
            }
        }
    }

    /// The root with what `change` makes of the value there; `nil` if the way there is missing or
    /// `change` refuses.
    func changing(_ root: JSONValue, _ change: (JSONValue?) -> JSONValue?) -> JSONValue? {
        Self.change(root, steps[...], change)
    }

    /// The root without the value there; `nil` if there is none.
    func removing(from root: JSONValue) -> JSONValue? {
        guard let (parent, step) = parent else { return nil }
        return parent.changing(root) { container in
            switch container {
            case .object(var members):
                guard members.removeValue(forKey: step) != nil else { return nil }
                return .object(members)
            case .array(var items):
                guard let place = Int(step), items.indices.contains(place) else { return nil }
                items.remove(at: place)
                return .array(items)
            default: return nil
            }
        }
    }

    private static func change(
        _ value: JSONValue?, _ steps: ArraySlice<String>, _ change: (JSONValue?) -> JSONValue?
    ) -> JSONValue? {
        guard let step = steps.first else { return change(value) }
        switch value {
        case .object(var members):
            guard let part = Self.change(members[step], steps.dropFirst(), change) else { return nil }
            members[step] = part
            return .object(members)
        case .array(var items):
            guard let index = Int(step), items.indices.contains(index),
                let part = Self.change(items[index], steps.dropFirst(), change)
            else { return nil }
            items[index] = part
            return .array(items)
        default: return nil
        }
    }

    private static func unescaped(_ step: String) -> String {
        var (text, isEscaped) = ("", false)
        for character in step {
            switch (isEscaped, character) {
            case (true, "0"): text.append("~")
            case (true, "1"): text.append("/")
            case (false, "~"): break
            default: text.append(character)
            }
            isEscaped = !isEscaped && character == "~"
        }
        return text
    }
}
