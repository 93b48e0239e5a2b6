package import OrderedCollections

/// What an overlay must know of a tree's shape: which lists have items with names, and which keys
/// exclude each other.
///
/// Places are paths of keys from the root, with lists passed through: `topology.regions.cluster`.
package struct TreeShape: Sendable {
    /// The lists whose items merge by key; all other lists are replaced as a whole.
    package var keyedLists: OrderedDictionary<[String], ItemKey>
    /// Mappings that are one of several things: setting one of these keys drops the others.
    package var choices: OrderedDictionary<[String], [String]>

    /// Creates a shape.
    package init(
        keyedLists: OrderedDictionary<[String], ItemKey>, choices: OrderedDictionary<[String], [String]>
    ) {
        (self.keyedLists, self.choices) = (keyedLists, choices)
    }
}

/// What names an item of a keyed list: one value, or several together such as a record's name and type.
package struct ItemKey: Hashable, Sendable {
    /// The parts, in the order in which a path names them.
    package var parts: [Part]

    /// One value of a key.
    package struct Part: Hashable, Sendable {
        /// The paths inside the item at which the value may stand; the first that is there counts.
        package var paths: [[String]]
        /// Whether the value may be missing; then it is empty.
        package var isOptional: Bool
        /// Whether the value is a name of DNS, of which there are several spellings.
        package var isHost: Bool

        /// Creates a part; paths are written with dots.
        package init(_ paths: String..., isOptional: Bool = false, isHost: Bool = false) {
            self.paths = paths.map { $0.split(separator: ".").map(String.init) }
            (self.isOptional, self.isHost) = (isOptional, isHost)
        }

        /// The first path with dots.
        package var name: String { paths.first?.joined(separator: ".") ?? "" }
    }

    /// Creates a key from its parts.
    package init(_ parts: Part...) {
        self.parts = parts
    }

    /// What names an item: its values joined by `/`, without those it lacks at the end; `nil` if one that it
    /// must have is missing.
    package func name(of item: DocumentNode) -> String? {
        var values: [String] = []
        for part in parts {
            let value = part.paths.lazy.compactMap { item.text(at: $0) }.first
            guard let value = value ?? (part.isOptional ? "" : nil) else { return nil }
            values.append(part.isHost ? value.lowercased().trimmingFinalDot : value)
        }
        while let last = values.last, last.isEmpty, parts[values.count - 1].isOptional {
            values.removeLast()
        }
        return values.joined(separator: "/")
    }

    /// The node whose text names the item, the last if there are several; the item if there is none.
    func place(in item: DocumentNode) -> DocumentNode {
        parts.reversed().lazy.flatMap(\.paths).compactMap { item.node(at: $0) }.first ?? item
    }

    /// The parts an item lacks, for messages.
    package func missingParts(of item: DocumentNode) -> [String] {
        parts.filter { part in !part.isOptional && part.paths.allSatisfy { item.text(at: $0) == nil } }
            .map(\.name)
    }
}

extension String {
    /// A name of DNS without the dot it may end in.
    fileprivate var trimmingFinalDot: String { hasSuffix(".") ? String(dropLast()) : self }
}
