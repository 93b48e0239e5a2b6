/// Finds the second of two equal keys, of which the parser names only the first.
struct DuplicateKeySearch {
    private let lines: [[Unicode.Scalar]]

    init(_ text: String) {
        lines = text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
            .map { Array($0.unicodeScalars) }
    }

    /// The next place after the first key at which it stands as a key: on the same line in a flow
    /// mapping, else at the same column of a later line.
    func second(_ key: String, after first: (line: Int, column: Int)) -> (line: Int, column: Int)? {
        guard lines.indices.contains(first.line - 1) else { return nil }
        let row = lines[first.line - 1]
        if let column = row.indices.dropFirst(first.column).first(where: { stands(key, in: row, at: $0) }) {
            return (first.line, column + 1)
        }
        let line = lines.indices.dropFirst(first.line).first {
            stands(key, in: lines[$0], at: first.column - 1)
        }
        return line.map { ($0 + 1, first.column) }
    }

    private func stands(_ key: String, in row: [Unicode.Scalar], at column: Int) -> Bool {
        ["\(key)", "\"\(key)\"", "'\(key)'"].contains { form in
            let rest = row.dropFirst(column)
            guard rest.starts(with: form.unicodeScalars) else { return false }
            return rest.dropFirst(form.width).first { $0 != " " } == ":"
        }
    }
}
