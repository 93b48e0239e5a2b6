/// Finds the name somebody may have meant.
package enum Suggestion {
    /// The name nearest to a misspelt one, if it is near enough to be worth naming; the first of
    /// several that are equally near.
    ///
    /// Near is a distance of at most a third of the name's length, where letters' case and the
    /// difference between `-`, `_` and space count nothing.
    package static func nearest(to name: String, among names: some Sequence<String>) -> String? {
        let wanted = folded(name)
        var best: (name: String, distance: Int)?
        for candidate in names {
            let distance = distance(wanted, folded(candidate))
            guard distance <= max(wanted.count, candidate.count) / 3 else { continue }
            if distance < best?.distance ?? .max { best = (candidate, distance) }
        }
        return best?.name
    }

    /// A line of help: the nearest name, else all names if they are few.
    package static func help(for name: String, among names: some Collection<String>) -> String? {
        if let nearest = nearest(to: name, among: names) { return "did you mean `\(nearest)`?" }
        guard !names.isEmpty, names.count <= 20 else { return nil }
        return "known here: \(names.joined(separator: ", "))"
    }

    private static func folded(_ name: String) -> [Character] {
        name.lowercased().map { "- ".contains($0) ? "_" : $0 }
    }

    /// The optimal-string-alignment distance: insertions, deletions, substitutions and swaps of
    /// two neighbours that turn one text into the other.
    static func distance(_ left: [Character], _ right: [Character]) -> Int {
        var beforeLast: [Int] = []
        var last = Array(0...right.count)
        for (row, mine) in left.enumerated() {
            var current = [row + 1]
            for (column, other) in right.enumerated() {
                let substituted = last[column] + (mine == other ? 0 : 1)
                var cost = min(substituted, last[column + 1] + 1, current[column] + 1)
                if row > 0, column > 0, mine == right[column - 1], left[row - 1] == other {
                    cost = min(cost, beforeLast[column - 1] + 1)
                }
                current.append(cost)
            }
            (beforeLast, last) = (last, current)
        }
        return last[right.count]
    }
}
