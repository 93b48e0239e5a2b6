import DRSimDocument
import OrderedCollections

/// What an overlay's file says of itself, and the tree it lays over the plan's.
struct OverlayHeader {
    /// The overlay another one builds on.
    struct Base {
        var name: String
        var node: DocumentNode
    }

    let extends: Base?
    /// The sections, without `title` and `extends`.
    let tree: DocumentNode

    /// Splits a file's tree; throws what is wrong with its head.
    init(_ file: DocumentNode) throws(Diagnostic) {
        guard case .mapping(var entries) = file.content else {
            throw Diagnostic(
                .wrongType, "expected an overlay, a mapping of sections, found \(file.kindDescription)",
                at: file.position, length: file.width)
        }
        for key in ["title", "extends"] {
            if let value = entries[key]?.value, value.scalar == nil {
                throw Diagnostic(
                    .wrongType, "`\(key)` takes one name, found \(value.kindDescription)", at: value.position,
                    length: value.width)
            }
        }
        entries.removeValue(forKey: "title")
        extends = entries.removeValue(forKey: "extends").flatMap { entry in
            entry.value.scalar.map { Base(name: $0.text, node: entry.value) }
        }
        var tree = file
        tree.content = .mapping(entries)
        self.tree = tree
    }
}
