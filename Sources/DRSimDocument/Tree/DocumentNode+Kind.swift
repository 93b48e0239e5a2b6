extension DocumentNode {
    /// What the node is, for messages: `a mapping`, `a list`, `nothing`, or the text of a scalar.
    package var kindDescription: String {
        switch content {
        case .mapping: "a mapping"
        case .sequence: "a list"
        case .scalar(let scalar) where scalar.isNull: "nothing"
        case .scalar(let scalar): scalar.isQuoted ? "the text \"\(scalar.text)\"" : "`\(scalar.text)`"
        }
    }

    /// True for a mapping or a list.
    package var isCollection: Bool {
        if case .scalar = content { false } else { true }
    }

    /// The scalar, if it is one and not null.
    package var scalar: Scalar? {
        guard case .scalar(let scalar) = content, !scalar.isNull else { return nil }
        return scalar
    }

    /// The items of a list.
    package var items: [DocumentNode]? {
        guard case .sequence(let items) = content else { return nil }
        return items
    }

    /// The node at a path of keys.
    package func node(at path: [String]) -> DocumentNode? {
        path.reduce(Optional(self)) { node, key in node?[key] }
    }

    /// The text of the scalar at a path of keys.
    package func text(at path: [String]) -> String? { node(at: path)?.scalar?.text }
}
