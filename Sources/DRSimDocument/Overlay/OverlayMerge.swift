import OrderedCollections

/// Lays an overlay's tree over another, before anything is decoded.
///
/// Mappings merge by key, keyed lists by item, all else is replaced; `null` removes. Every node keeps
/// the place that set it, so that a later error names the overlay's line.
package struct OverlayMerge {
    /// The merged tree so far.
    package private(set) var tree: DocumentNode
    /// The tree as text, by which changes are seen.
    package private(set) var canonicalText: String
    /// What is wrong with the overlays.
    package internal(set) var diagnostics: [Diagnostic] = []
    /// What later errors should know of the overlays.
    package internal(set) var trail = OverlayTrail()
    let shape: TreeShape

    /// Starts with a tree and its shape.
    package init(base: DocumentNode, shape: TreeShape) {
        (self.tree, self.shape) = (base, shape)
        canonicalText = base.canonicalText
    }

    /// Lays one overlay over the tree; one that changes nothing is an error.
    package mutating func apply(_ overlay: DocumentNode) {
        replaceTree(by: overlay, "this overlay changes nothing") { merge in
            merge.merged(overlay, over: merge.tree, at: [])
        }
    }

    /// Replaces the tree by a change of it; one without errors that changes nothing is an error itself, if
    /// there is a complaint for it.
    mutating func replaceTree(
        by change: DocumentNode, _ complaint: String?, _ merged: (inout OverlayMerge) -> DocumentNode
    ) {
        let (before, errors) = (canonicalText, diagnostics.count)
        trail.files.append(change.position.file)
        tree = merged(&self)
        canonicalText = tree.canonicalText
        guard diagnostics.count == errors, canonicalText == before, let complaint else { return }
        diagnostics.append(
            Diagnostic(
                .overlay, complaint, at: change.position, length: change.width,
                help: "everything it sets has these values without it"))
    }

    mutating func merged(
        _ new: DocumentNode, over old: DocumentNode, at path: [String]
    ) -> DocumentNode {
        switch (new.content, old.content) {
        case (.mapping(let changes), .mapping(let entries)):
            var result = old
            result.content = .mapping(merged(changes, over: entries, of: old, at: path))
            return result
        case (.sequence(let changes), .sequence(let items)):
            guard let key = shape.keyedLists[path] else { return new }
            var result = old
            result.content = .sequence(merged(changes, over: items, by: key, at: path))
            return result
        case (.scalar, .scalar): return new
        default:
            if !old.isNull, !new.isNull { reportTypeChange(from: old, to: new, at: path) }
            return new
        }
    }

    mutating func merged(
        _ changes: OrderedDictionary<String, DocumentNode.Entry>,
        over entries: OrderedDictionary<String, DocumentNode.Entry>, of old: DocumentNode, at path: [String]
    ) -> OrderedDictionary<String, DocumentNode.Entry> {
        var result = entries
        for (key, change) in changes {
            if change.value.isNull {
                remove(key, change, from: &result, of: old)
            } else if let present = result[key]?.value {
                result[key]?.value = merged(change.value, over: present, at: path + [key])
                if !change.value.isCollection { result[key]?.keyPosition = change.keyPosition }
            } else {
                result[key] = change
                result[key]?.value = withoutPlacement(change.value, at: path + [key])
            }
        }
        dropOtherChoices(than: changes, from: &result, at: path)
        return result
    }

    private mutating func remove(
        _ key: String, _ change: DocumentNode.Entry,
        from entries: inout OrderedDictionary<String, DocumentNode.Entry>, of old: DocumentNode
    ) {
        if entries.removeValue(forKey: key) == nil {
            diagnostics.append(
                Diagnostic(
                    .overlay, "there is no `\(key)` here to remove", at: change.keyPosition,
                    length: key.unicodeScalars.count,
                    help: Suggestion.help(for: key, among: entries.keys)))
        } else {
            trail.removals.append(.init(key: key, mapping: old.position, position: change.keyPosition))
        }
    }

    /// Where a mapping is one of several things, what an overlay makes it replaces what it was.
    private func dropOtherChoices(
        than changes: OrderedDictionary<String, DocumentNode.Entry>,
        from entries: inout OrderedDictionary<String, DocumentNode.Entry>, at path: [String]
    ) {
        guard let choices = shape.choices[path],
            choices.contains(where: { changes[$0]?.value.isNull == false })
        else { return }
        for key in choices where changes[key] == nil { entries.removeValue(forKey: key) }
    }

    private mutating func reportTypeChange(
        from old: DocumentNode, to new: DocumentNode, at path: [String]
    ) {
        diagnostics.append(
            Diagnostic(
                .wrongType,
                "this makes `\(path.joined(separator: "."))` \(new.kindDescription) where it was "
                    + old.kindDescription,
                at: new.position, length: new.width, notes: [.init("it is set here", at: old.position)]))
    }
}
