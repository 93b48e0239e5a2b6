/// The selector of `-l` and `--field-selector`: requirements joined by commas, such as
/// `app=backend,tier!=cache` or, for a label that has to be there, `app`.
package struct Selector: Hashable, Sendable {
    private let requirements: [Requirement]

    private struct Requirement: Hashable, Sendable {
        let key: String
        /// The value the key must have, or must not have; `nil` if it only matters whether it is there.
        let value: String?
        let isNegated: Bool
    }

    /// Reads a selector; `nil` for sets such as `app in (a, b)`, which are not simulated.
    package init?(_ text: String) {
        var requirements: [Requirement] = []
        for part in text.split(separator: ",") {
            guard let requirement = Self.requirement(part) else { return nil }
            requirements.append(requirement)
        }
        self.requirements = requirements
    }

    private static func requirement(_ text: Substring) -> Requirement? {
        guard !text.contains(where: { " ()<>".contains($0) }) else { return nil }
        let key = text.prefix { $0 != "=" && $0 != "!" }
        let rest = text.dropFirst(key.count)
        if key.isEmpty, rest.hasPrefix("!") {
            return Requirement(key: String(rest.dropFirst()), value: nil, isNegated: true)
        }
        if rest.isEmpty { return Requirement(key: String(key), value: nil, isNegated: false) }
        for (sign, isNegated) in [("!=", true), ("==", false), ("=", false)] where rest.hasPrefix(sign) {
            let value = String(rest.dropFirst(sign.count))
            return Requirement(key: String(key), value: value, isNegated: isNegated)
        }
        return nil
    }

    /// Whether what `value` knows of the keys fulfils all requirements.
    package func matches(_ value: (String) -> String?) -> Bool {
        requirements.allSatisfy { requirement in
            let present = value(requirement.key)
            let fits = requirement.value.map { $0 == present } ?? (present != nil)
            return fits != requirement.isNegated
        }
    }
}
