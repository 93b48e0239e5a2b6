package import OrderedCollections

/// The texts that were read, by file: what a diagnostic quotes its line from.
package struct SourceTexts: Hashable, Sendable {
    private var texts: OrderedDictionary<String, String> = [:]

    /// Creates an empty collection.
    package init() {}

    /// The files in the order in which they were read.
    package var files: OrderedSet<String> { texts.keys }

    /// The text of a file, or of a pseudo file such as `--set #1`.
    package subscript(file: String) -> String? {
        get { texts[file] }
        set { texts[file] = newValue }
    }

    /// The line a position stands in, without its end; `nil` where the file has no such line.
    package func line(at position: SourcePosition) -> String? {
        guard let text = texts[position.file] else { return nil }
        let lines = text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
        guard lines.indices.contains(position.line - 1) else { return nil }
        return String(lines[position.line - 1])
    }

    /// Takes over the texts of another collection.
    package mutating func add(_ others: SourceTexts) {
        for (file, text) in others.texts { texts[file] = text }
    }

    /// Diagnostics in reading order: by file, line and column, those without a place first; of
    /// several with the same code at the same place only the first.
    package func sorted(_ diagnostics: [Diagnostic]) -> [Diagnostic] {
        func rank(_ diagnostic: Diagnostic, _ order: Int) -> (Int, Int, Int, Int) {
            guard let position = diagnostic.position else { return (-1, 0, 0, order) }
            let file = texts.index(forKey: position.file) ?? texts.count
            return (file, position.line, position.column, order)
        }
        var seen: OrderedSet<[String]> = []
        let unique = diagnostics.filter { diagnostic in
            let place = diagnostic.position?.description ?? diagnostic.message
            return seen.append([diagnostic.code.rawValue, place]).inserted
        }
        return unique.enumerated()
            .sorted { rank($0.element, $0.offset) < rank($1.element, $1.offset) }
            .map(\.element)
    }
}
