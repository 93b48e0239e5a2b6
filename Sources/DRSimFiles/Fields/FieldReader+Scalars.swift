import DRSimDocument

extension FieldReader {
    /// A value that must be there.
    func required<Value>(_ key: String, _ syntax: ScalarSyntax<Value>) -> Value {
        requiredNode(key).flatMap { scalar($0, syntax) } ?? syntax.placeholder
    }

    /// A value that may be missing.
    func optional<Value>(_ key: String, _ syntax: ScalarSyntax<Value>) -> Value? {
        node(key).flatMap { scalar($0, syntax) }
    }

    /// A list of values that must be there; it may be empty.
    func list<Value>(_ key: String, of syntax: ScalarSyntax<Value>) -> [Value] {
        items(of: requiredNode(key)).map { scalar($0, syntax) ?? syntax.placeholder }
    }

    /// A list of values; a missing one is empty.
    func optionalList<Value>(_ key: String, of syntax: ScalarSyntax<Value>) -> [Value] {
        items(of: node(key)).map { scalar($0, syntax) ?? syntax.placeholder }
    }

    /// The items of a node that must be a list.
    func items(of node: DocumentNode?) -> [DocumentNode] {
        guard let node else { return [] }
        if let items = node.items { return items }
        report.add(Self.notAList(node))
        return []
    }

    /// The error of a node that should be a list.
    static func notAList(_ node: DocumentNode) -> Diagnostic {
        Diagnostic(
            .wrongType, "expected a list, found \(node.kindDescription)", at: node.position,
            length: node.width)
    }

    /// A node's value; an error if it is not a scalar of the syntax.
    func scalar<Value>(_ node: DocumentNode, _ syntax: ScalarSyntax<Value>) -> Value? {
        do throws(ScalarError) {
            guard let scalar = node.scalar else {
                throw ScalarError(.wrongType, "expected a single value, found \(node.kindDescription)")
            }
            return try syntax.read(scalar)
        } catch {
            report.add(
                Diagnostic(error.code, error.message, at: node.position, length: node.width, help: error.help)
            )
            return nil
        }
    }
}
