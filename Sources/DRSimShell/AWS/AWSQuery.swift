import DRSimDocument

/// The `--query` of an `aws` command. It is JMESPath, of which paths of names and indices with one wildcard
/// are simulated: they read like JSONPath.
struct AWSQuery: Sendable {
    private let path: JSONPath
    /// What the wildcard lists; `nil` where there is none.
    private let listed: JSONPath?

    init(_ text: String) throws(CommandFailure) {
        let parts = text.split(separator: "*", omittingEmptySubsequences: false)
        let head = parts[0].hasSuffix("[") || parts[0].hasSuffix(".") ? parts[0].dropLast() : parts[0]
        let isPath = text.replacing("[-", with: "[").allSatisfy {
            $0.isLetter || $0.isNumber || "._[]*".contains($0)
        }
        let isSimple = parts.count == 1 || parts.count == 2 && !parts[1].contains("[")
        guard isPath, isSimple, let path = try? JSONPath("{.\(text)}"),
            let whole = try? JSONPath("{.\(head)}")
        else { throw .notSimulated("aws --query \(text)") }
        (self.path, listed) = (path, parts.count == 2 ? whole : nil)
    }

    /// What is selected: of a wildcard a list of what is there, or null where there is nothing to list.
    func answer(in value: JSONValue) -> JSONValue {
        let values = (try? path.values(in: value)) ?? []
        guard let listed else { return values.first ?? .null }
        guard let whole = (try? listed.values(in: value))?.first, whole.array != nil || whole.object != nil
        else { return .null }
        return .array(values.filter { $0 != .null })
    }
}
