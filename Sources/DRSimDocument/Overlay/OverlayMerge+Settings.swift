import OrderedCollections

extension OverlayMerge {
    /// Sets one value of the tree, as an overlay of a single line would; `null` removes.
    ///
    /// - Parameter mayBeIdle: whether it is right if the tree has the value already.
    package mutating func set(_ path: SettingPath, to value: DocumentNode, mayBeIdle: Bool = false) {
        replaceTree(by: value, mayBeIdle ? nil : "this changes nothing") { merge in
            do throws(Diagnostic) {
                return try merge.setting(path.segments[...], to: value, in: merge.tree, at: [])
            } catch {
                merge.diagnostics.append(error)
                return merge.tree
            }
        }
    }

    private mutating func setting(
        _ path: ArraySlice<SettingPath.Segment>, to value: DocumentNode, in node: DocumentNode,
        at place: [String]
    ) throws(Diagnostic) -> DocumentNode {
        guard let step = path.first else { return merged(value, over: node, at: place) }
        var result = node
        switch node.content {
        case .mapping(let entries):
            result.content = .mapping(
                try setting(step, path.dropFirst(), to: value, in: entries, of: node, at: place))
        case .sequence(let items):
            result.content = .sequence(try setting(step, path.dropFirst(), to: value, in: items, at: place))
        case .scalar:
            throw Diagnostic(
                .overlay,
                "`\(place.joined(separator: "."))` is \(node.kindDescription) and has no `\(step.name)`",
                at: step.position, length: step.name.unicodeScalars.count)
        }
        return result
    }

    private mutating func setting(
        _ step: SettingPath.Segment, _ rest: ArraySlice<SettingPath.Segment>, to value: DocumentNode,
        in entries: OrderedDictionary<String, DocumentNode.Entry>, of node: DocumentNode, at place: [String]
    ) throws(Diagnostic) -> OrderedDictionary<String, DocumentNode.Entry> {
        var entry = DocumentNode.Entry(keyPosition: step.position, value: value)
        if rest.isEmpty { return merged([step.name: entry], over: entries, of: node, at: place) }
        let empty = DocumentNode(.mapping([:]), at: step.position)
        entry.keyPosition = entries[step.name]?.keyPosition ?? step.position
        entry.value = try setting(
            rest, to: value, in: entries[step.name]?.value ?? empty, at: place + [step.name])
        var result = entries
        result[step.name] = entry
        return result
    }

    private mutating func setting(
        _ step: SettingPath.Segment, _ rest: ArraySlice<SettingPath.Segment>, to value: DocumentNode,
        in items: [DocumentNode], at place: [String]
    ) throws(Diagnostic) -> [DocumentNode] {
        let list = place.joined(separator: ".")
        guard let key = shape.keyedLists[place] else {
            throw Diagnostic(
                .overlay, "`\(list)` is a list without names", at: step.position,
                length: step.name.unicodeScalars.count, help: "set it as a whole: `\(list)=[…]`")
        }
        guard let index = items.firstIndex(where: { key.name(of: $0) == step.name }) else {
            throw Diagnostic(
                .overlay, "`\(list)` has no item `\(step.name)`", at: step.position,
                length: step.name.unicodeScalars.count,
                help: help(for: step.name, among: items.compactMap { key.name(of: $0) }, in: list))
        }
        var result = items
        if rest.isEmpty, value.isNull {
            result.remove(at: index)
            trail.removedItems.append(.init(name: step.name, position: step.position))
        } else {
            result[index] = try setting(rest, to: value, in: items[index], at: place)
        }
        return result
    }

    private func help(for name: String, among names: [String], in list: String) -> String? {
        if let dotted = names.first(where: { $0.hasPrefix(name + ".") }) {
            return "a name with dots stands in brackets: `\(list)[\(dotted)]`"
        }
        return Suggestion.help(for: name, among: names)
    }
}
