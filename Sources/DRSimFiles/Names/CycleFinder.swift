import DRSimDocument
import OrderedCollections

/// Finds circles in references that lead from owner to name.
struct CycleFinder {
    private let outgoing: OrderedDictionary<String, [NameReference]>
    private var finished: OrderedSet<String> = []
    private var cycles: [[NameReference]] = []

    /// Takes references with owners.
    init(_ references: [NameReference]) {
        outgoing = OrderedDictionary(grouping: references) { $0.owner ?? "" }
    }

    /// One error for each circle, at the reference that closes it.
    func diagnostics() -> [Diagnostic] {
        var search = self
        for owner in outgoing.keys { search.visit(owner, along: []) }
        return search.cycles.map(Self.diagnostic)
    }

    private mutating func visit(_ name: String, along path: [NameReference]) {
        if let start = path.firstIndex(where: { $0.owner == name }) {
            cycles.append(Array(path[start...]))
            return
        }
        guard !finished.contains(name) else { return }
        for reference in outgoing[name] ?? [] { visit(reference.name, along: path + [reference]) }
        finished.append(name)
    }

    private static func diagnostic(_ cycle: [NameReference]) -> Diagnostic {
        precondition(!cycle.isEmpty, "a circle has at least one reference")
        let closing = cycle[cycle.count - 1]
        let names = cycle.compactMap(\.owner) + [closing.name]
        return Diagnostic(
            .cycle, "this closes a circle: \(names.map { "`\($0)`" }.joined(separator: " → "))",
            at: closing.position, length: closing.width,
            notes: cycle.dropLast().map {
                .init("`\($0.owner ?? "")` leads to `\($0.name)` here", at: $0.position)
            })
    }
}
