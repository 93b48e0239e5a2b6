import DRSimDocument
import Yams

/// Why the YAML parser gave up, as a diagnostic.
struct YAMLFailure {
    private let error: any Error
    private let text: String
    private let file: String

    init(_ error: any Error, text: String, file: String) {
        (self.error, self.text, self.file) = (error, text, file)
    }

    var diagnostic: Diagnostic {
        switch error as? YamlError {
        case .scanner(let context, let problem, let mark, _), .parser(let context, let problem, let mark, _),
            .composer(let context, let problem, let mark, _):
            return syntax(problem, context: context, at: mark)
        case .duplicatedKeysInMapping(let duplicates, let context):
            return duplicate(duplicates.first ?? "", first: context.mark)
        case .reader(let problem, let offset, _, _):
            return Diagnostic(.syntax, problem, at: position(ofOffset: offset ?? 0))
        default:
            return Diagnostic(.syntax, "\(error)", at: SourcePosition(file: file, line: 1, column: 1))
        }
    }

    /// What is never closed is told at its beginning, anything else where the parser stumbles.
    private func syntax(_ problem: String, context: YamlError.Context?, at mark: Mark) -> Diagnostic {
        guard let context else {
            return Diagnostic(.syntax, problem, at: position(mark), help: help(for: problem))
        }
        if isEnd(mark) {
            return Diagnostic(.syntax, "\(context.text): \(problem)", at: position(context.mark))
        }
        return Diagnostic(
            .syntax, problem, at: position(mark), help: help(for: problem),
            notes: [.init(context.text, at: position(context.mark))])
    }

    /// True behind the last character of the text.
    private func isEnd(_ mark: Mark) -> Bool {
        let lines = text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
        guard lines.indices.contains(mark.line - 1) else { return true }
        let rest = lines[mark.line - 1].unicodeScalars.count >= mark.column ? 1 : 0
        return rest + lines.dropFirst(mark.line).reduce(0) { $0 + $1.count } == 0
    }

    private func help(for problem: String) -> String? {
        if problem.contains("cannot start any token") {
            return "indent with spaces, and put text that starts with a special character in quotes"
        }
        if problem.contains("mapping values are not allowed") {
            return "put text that contains `: ` in quotes"
        }
        return nil
    }

    private func duplicate(_ key: String, first mark: Mark) -> Diagnostic {
        let first = position(mark)
        let second = DuplicateKeySearch(text).second(key, after: (mark.line, mark.column))
        let place = second.map { SourcePosition(file: file, line: $0.line, column: $0.column) }
        return Diagnostic(
            .duplicateKey, "the key `\(key)` is there twice", at: place ?? first, length: key.width,
            notes: place == nil ? [] : [.init("it is first here", at: first)])
    }

    private func position(_ mark: Mark) -> SourcePosition {
        SourcePosition(file: file, line: max(1, mark.line), column: max(1, mark.column))
    }

    private func position(ofOffset offset: Int) -> SourcePosition {
        let before = text.prefix(offset)
        let line = before.count(where: \.isNewline)
        let column = before.reversed().prefix { !$0.isNewline }.reduce(0) { $0 + $1.unicodeScalars.count }
        return SourcePosition(file: file, line: line + 1, column: column + 1)
    }
}

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
