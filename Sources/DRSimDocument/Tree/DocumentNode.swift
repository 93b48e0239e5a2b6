package import OrderedCollections

/// A node of the positioned tree that plan, overlay and scenario files are read into.
///
/// Overlays merge such trees before anything is decoded, so every node keeps the place that set it.
/// Scalars keep their text: `on`, `012` and `3:25:45` are strings until a type asks.
package struct DocumentNode: Sendable {
    /// What the node holds.
    package var content: Content
    /// The place that set this node.
    package var position: SourcePosition
    /// How many code points the node's text is wide, for carets; 1 where that is not known.
    package var width: Int

    /// What a node holds.
    package enum Content: Sendable {
        /// A scalar as it was written.
        case scalar(Scalar)
        /// A list.
        case sequence([DocumentNode])
        /// A mapping in the order of the file.
        case mapping(OrderedDictionary<String, Entry>)
    }

    /// A scalar's text and whether it stood in quotes.
    package struct Scalar: Hashable, Sendable {
        /// The text without quotes.
        package var text: String
        /// True if it was quoted or a block scalar: then it is a string and nothing else.
        package var isQuoted: Bool

        /// Creates a scalar.
        package init(text: String, isQuoted: Bool) {
            (self.text, self.isQuoted) = (text, isQuoted)
        }

        /// A plain `null`, `~` or nothing at all.
        package var isNull: Bool { !isQuoted && (text.isEmpty || text == "null" || text == "~") }
    }

    /// A key's place and its value.
    package struct Entry: Sendable {
        /// Where the key stands.
        package var keyPosition: SourcePosition
        /// The value.
        package var value: DocumentNode

        /// Creates an entry.
        package init(keyPosition: SourcePosition, value: DocumentNode) {
            (self.keyPosition, self.value) = (keyPosition, value)
        }
    }

    /// Creates a node.
    package init(_ content: Content, at position: SourcePosition, width: Int = 1) {
        (self.content, self.position, self.width) = (content, position, width)
    }

    /// The mapping's value for a key; `nil` for other nodes.
    package subscript(key: String) -> DocumentNode? {
        guard case .mapping(let entries) = content else { return nil }
        return entries[key]?.value
    }

    /// True for a plain null scalar.
    package var isNull: Bool {
        guard case .scalar(let scalar) = content else { return false }
        return scalar.isNull
    }
}
