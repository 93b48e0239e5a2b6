import OrderedCollections

extension OverlayMerge {
    /// Merges the items of a keyed list.
    mutating func merged(
        _ changes: [DocumentNode], over items: [DocumentNode], by key: ItemKey, at path: [String]
    ) -> [DocumentNode] {
        var list = KeyedItems(items, by: key)
        for change in changes {
            guard let name = key.name(of: change) else {
                reportMissingKey(key.missingParts(of: change), of: change, at: path)
                continue
            }
            let placement = Placement(of: change)
            diagnostics += placement.diagnostics
            apply(placement, named: name, to: &list, at: path)
        }
        return list.items
    }

    private mutating func apply(
        _ placement: Placement, named name: String, to list: inout KeyedItems, at path: [String]
    ) {
        let item = placement.item
        if placement.removes {
            if list.remove(name) {
                trail.removedItems.append(.init(name: name, position: item.position))
            } else {
                reportUnknown(name, among: list.names, at: item.position)
            }
            return
        }
        if let present = list[name] {
            list[name] = merged(item, over: present, at: path)
        } else {
            trail.additions.append(.init(name: name, position: item.position, known: list.names))
            list[name] = withoutPlacement(item, at: path)
        }
        guard let neighbour = placement.neighbour else { return }
        if !list.move(name, nextTo: neighbour) {
            reportUnknown(neighbour.name, among: list.names, at: neighbour.position)
        }
    }

    /// A new subtree as it enters the tree: its own keyed lists are as yet empty, so their items' placement
    /// works among themselves.
    mutating func withoutPlacement(_ node: DocumentNode, at path: [String]) -> DocumentNode {
        var result = node
        switch node.content {
        case .scalar: break
        case .mapping(let entries):
            result.content = .mapping(merged(entries, over: [:], of: node, at: path))
        case .sequence(let items):
            guard let key = shape.keyedLists[path] else { break }
            result.content = .sequence(merged(items, over: [], by: key, at: path))
        }
        return result
    }

    private mutating func reportMissingKey(_ parts: [String], of item: DocumentNode, at path: [String]) {
        let keys = parts.map { "`\($0)`" }.joined(separator: " and ")
        diagnostics.append(
            Diagnostic(
                .missingKey, "an item of `\(path.joined(separator: "."))` needs \(keys) to say which it is",
                at: item.position))
    }

    private mutating func reportUnknown(_ name: String, among names: [String], at position: SourcePosition) {
        diagnostics.append(
            Diagnostic(
                .overlay, "there is no item `\(name)` in this list", at: position,
                length: name.unicodeScalars.count, help: Suggestion.help(for: name, among: names)))
    }
}
