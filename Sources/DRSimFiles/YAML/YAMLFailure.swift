import DRSimDocument
import Yams

/// Why the YAML parser gave up, as a diagnostic.
struct YAMLFailure {
    private let error: any Error
    private let text: String
    private let file: String
    private let lines: [Substring]

    init(_ error: any Error, text: String, file: String) {
        (self.error, self.text, self.file) = (error, text, file)
        lines = text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
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
        if problem.hasPrefix("Maximum nesting level") { return .nestedTooDeeply(at: position(mark)) }
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

    /// The place of a mark; one behind the text is moved to its end.
    private func position(_ mark: Mark) -> SourcePosition {
        if lines.indices.contains(mark.line - 1) {
            return SourcePosition(file: file, line: mark.line, column: max(1, mark.column))
        }
        let last = lines.last?.unicodeScalars.count ?? 0
        return SourcePosition(file: file, line: max(1, lines.count), column: last + 1)
    }

    private func position(ofOffset offset: Int) -> SourcePosition {
        let before = text.prefix(offset)
        let line = before.count(where: \.isNewline)
        let column = before.reversed().prefix { !$0.isNewline }.reduce(0) { $0 + $1.unicodeScalars.count }
        return SourcePosition(file: file, line: line + 1, column: column + 1)
    }
}
