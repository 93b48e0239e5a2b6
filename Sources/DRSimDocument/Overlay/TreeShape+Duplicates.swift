import OrderedCollections

extension TreeShape {
    /// An error for every item of a keyed list whose key another item before it has.
    package func duplicates(in tree: DocumentNode, at path: [String] = []) -> [Diagnostic] {
        switch tree.content {
        case .scalar: []
        case .mapping(let entries):
            entries.flatMap { key, entry in duplicates(in: entry.value, at: path + [key]) }
        case .sequence(let items):
            (keyedLists[path].map { Self.duplicates(of: items, by: $0) } ?? [])
                + items.flatMap { duplicates(in: $0, at: path) }
        }
    }

    private static func duplicates(of items: [DocumentNode], by key: ItemKey) -> [Diagnostic] {
        var first: OrderedDictionary<String, SourcePosition> = [:]
        var found: [Diagnostic] = []
        for item in items {
            guard let name = key.name(of: item) else { continue }
            let place = key.place(in: item)
            if let earlier = first[name] {
                found.append(
                    Diagnostic(
                        .duplicateName, "`\(name)` is there twice", at: place.position, length: place.width,
                        notes: [.init("it is first here", at: earlier)]))
            } else {
                first[name] = place.position
            }
        }
        return found
    }
}
