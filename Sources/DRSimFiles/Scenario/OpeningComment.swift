import DRSimDocument

/// The comment a scenario must open with.
enum OpeningComment {
    /// The comment's lines before anything else, joined into one; throws if there are none.
    static func read(_ text: String, file: String) throws(Diagnostic) -> String {
        let lines = text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
        let words = lines.prefix { $0.hasPrefix("#") }.flatMap { $0.dropFirst().split(separator: " ") }
        guard !words.isEmpty else {
            throw Diagnostic(
                .missingKey, "a scenario opens with a comment",
                at: SourcePosition(file: file, line: 1, column: 1),
                help: "say in it what the scenario shows, and why it is worth a run")
        }
        return words.joined(separator: " ")
    }
}
