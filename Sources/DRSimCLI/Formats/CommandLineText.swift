/// A command as it can be pasted into a shell.
struct CommandLineText {
    private(set) var words: [String]

    /// Begins with words that need no quotes.
    init(_ words: String...) {
        self.words = words
    }

    /// The command with further words, quoted where a shell would take them apart.
    func adding(_ more: String...) -> CommandLineText {
        var line = self
        line.words += more.map(Self.quoted)
        return line
    }

    /// The command with an option given once for each value.
    func adding(_ option: String, each values: [String]) -> CommandLineText {
        values.reduce(self) { $0.adding(option, $1) }
    }

    var text: String { words.joined(separator: " ") }

    private static func quoted(_ word: String) -> String {
        let isPlain =
            !word.isEmpty
            && word.allSatisfy { $0.isASCII && ($0.isLetter || $0.isNumber || "-_./:@,+%=".contains($0)) }
        if isPlain { return word }
        return "'" + word.split(separator: "'", omittingEmptySubsequences: false).joined(separator: "'\\''")
            + "'"
    }
}
