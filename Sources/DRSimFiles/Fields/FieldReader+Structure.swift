import DRSimDocument

extension FieldReader {
    /// A mapping that must be there.
    func mapping<Value>(_ key: String, _ title: String, _ body: (FieldReader) -> Value) -> Value {
        FieldReader.read(requiredNode(key), title, report, body)
    }

    /// A mapping that may be missing.
    func optionalMapping<Value>(_ key: String, _ title: String, _ body: (FieldReader) -> Value) -> Value? {
        node(key).map { FieldReader.read($0, title, report, body) }
    }

    /// A list of mappings that must be there.
    func mappings<Value>(_ key: String, _ title: String, _ body: (FieldReader) -> Value) -> [Value] {
        items(of: requiredNode(key)).map { FieldReader.read($0, title, report, body) }
    }

    /// A list of mappings; a missing one is empty.
    func optionalMappings<Value>(
        _ key: String, _ title: String, _ body: (FieldReader) -> Value
    ) -> [Value] {
        items(of: node(key)).map { FieldReader.read($0, title, report, body) }
    }

    /// The one key of several that the mapping must have, and its value; none or two are errors.
    func alternative(_ keys: [String]) -> (key: String, node: DocumentNode)? {
        let nodes = keys.compactMap { key in node(key).map { (key: key, node: $0) } }
        let present = self.keys.compactMap { key in nodes.first { $0.key == key } }
        guard let position, present.count != 1 else { return present.first }
        let known = keys.map { "`\($0)`" }.joined(separator: ", ")
        if present.isEmpty {
            report.add(Diagnostic(.missingKey, "\(title) needs one of \(known)", at: position))
            return nil
        }
        let places = present.compactMap { keyPosition($0.key) }
        report.add(
            Diagnostic(
                .invalidValue,
                "\(title) has `\(present[0].key)` and `\(present[1].key)`, but only one can hold",
                at: places.last ?? position, length: present[present.count - 1].key.width,
                notes: places.dropLast().map { .init("the other is here", at: $0) }))
        return nil
    }
}
