import OrderedCollections

/// What an overlay's item says of its own place: `$before`, `$after` or `$remove`, and the item
/// without these keys.
struct Placement {
    /// The item another is put next to.
    struct Neighbour {
        var name: String
        var isBefore: Bool
        var position: SourcePosition
    }

    var item: DocumentNode
    var neighbour: Neighbour?
    var removes = false
    var diagnostics: [Diagnostic] = []

    private static let before = "$before"
    private static let after = "$after"
    private static let remove = "$remove"

    init(of item: DocumentNode) {
        self.item = item
        guard case .mapping(var entries) = item.content else { return }
        let directives = entries.keys.filter { $0.hasPrefix("$") }
        for key in directives {
            guard let entry = entries.removeValue(forKey: key) else { continue }
            read(key, entry)
        }
        self.item.content = .mapping(entries)
    }

    private mutating func read(_ key: String, _ entry: DocumentNode.Entry) {
        let value = entry.value
        switch key {
        case Self.before, Self.after:
            guard let name = value.scalar?.text else {
                return report(
                    .wrongType, "`\(key)` takes the name of an item, found \(value.kindDescription)", entry)
            }
            if neighbour != nil {
                report(.invalidValue, "an item goes before one or after one, not both", entry)
            }
            neighbour = Neighbour(name: name, isBefore: key == Self.before, position: value.position)
        case Self.remove:
            removes = value.scalar?.text == "true"
            if !removes { report(.invalidValue, "`\(key)` can only be true", entry) }
        default:
            report(.unknownKey, "there is no `\(key)`", entry)
            diagnostics[diagnostics.count - 1].help =
                Suggestion.help(for: key, among: [Self.before, Self.after, Self.remove])
        }
    }

    private mutating func report(_ code: Diagnostic.Code, _ message: String, _ entry: DocumentNode.Entry) {
        diagnostics.append(Diagnostic(code, message, at: entry.keyPosition))
    }
}
