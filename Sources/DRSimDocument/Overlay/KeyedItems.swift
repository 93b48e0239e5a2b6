import OrderedCollections

/// The items of a keyed list by name, in order.
struct KeyedItems {
    private var nodes: OrderedDictionary<String, DocumentNode> = [:]

    /// Takes a list's items; those without a name of their own are kept under one nobody can write.
    init(_ items: [DocumentNode], by key: ItemKey) {
        for (index, item) in items.enumerated() {
            let name = key.name(of: item).flatMap { nodes[$0] == nil ? $0 : nil }
            nodes[name ?? Self.hidden(index)] = item
        }
    }

    private static func hidden(_ index: Int) -> String { "\u{0}\(index)" }

    var items: [DocumentNode] { Array(nodes.values) }
    var names: [String] { nodes.keys.filter { !$0.hasPrefix("\u{0}") } }

    /// The item of a name; a new one goes to the end.
    subscript(name: String) -> DocumentNode? {
        get { nodes[name] }
        set { nodes[name] = newValue }
    }

    /// Removes an item; false if there is none of that name.
    mutating func remove(_ name: String) -> Bool { nodes.removeValue(forKey: name) != nil }

    /// Moves an item next to another; false if there is no such other.
    mutating func move(_ name: String, nextTo neighbour: Placement.Neighbour) -> Bool {
        guard neighbour.name != name, nodes[neighbour.name] != nil,
            let node = nodes.removeValue(forKey: name),
            let index = nodes.index(forKey: neighbour.name)
        else { return false }
        nodes.updateValue(node, forKey: name, insertingAt: neighbour.isBefore ? index : index + 1)
        return true
    }
}
