/// What of a command's output is kept, and the name under which later steps have it as `${NAME}`.
package struct Capture: Hashable, Sendable {
    /// The name.
    package var name: String
    /// What is kept.
    package var part: Part

    /// What of an output is kept.
    package enum Part: String, CaseIterable, Sendable {
        /// All of it, without white space at its ends.
        case all
        /// Its last word: of a listing that ends with the newest, the newest's name.
        case lastWord = "last_word"
    }

    /// Creates a rule.
    package init(name: String, part: Part) {
        (self.name, self.part) = (name, part)
    }

    /// The value in an output; `nil` where there is none.
    package func value(in output: String) -> String? {
        let words = output.split(whereSeparator: \.isWhitespace)
        guard let first = words.first, let last = words.last else { return nil }
        switch part {
        case .all: return String(output[first.startIndex..<last.endIndex])
        case .lastWord: return String(last)
        }
    }
}

/// A look at the world by a command.
package struct Look: Hashable, Sendable {
    /// What is run.
    package var command: Command
    /// What it must show.
    package var condition: Verification.Condition

    /// Creates a look.
    package init(command: Command, condition: Verification.Condition) {
        (self.command, self.condition) = (command, condition)
    }
}
