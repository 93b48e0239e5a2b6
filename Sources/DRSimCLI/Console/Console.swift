import Foundation
import Rainbow

/// Standard output and error: results go to the one, everything else to the other.
enum Console {
    /// Writes a result, and a line break; it is seen at once, through a pipe too.
    static func output(_ text: String) {
        outputBytes(of: text + "\n")
    }

    /// Writes a result as it stands. Where it cannot be written, on a full disk say, the process ends
    /// with 3: nobody must take what is missing for the whole.
    static func outputBytes(of text: String) {
        do {
            try FileHandle.standardOutput.write(contentsOf: Data(text.utf8))
        } catch {
            let failure = CommandFailure.broken(
                "cannot write to standard output: \(error.localizedDescription)")
            standardError(failure.message)
            exit(failure.status.rawValue)
        }
    }

    /// Writes a line to standard error.
    static func standardError(_ text: String) {
        try? FileHandle.standardError.write(contentsOf: Data((text + "\n").utf8))
    }

    /// Shows how far a long computation is, on one line of a terminal that the next text overwrites;
    /// nothing where standard error is no terminal.
    static func progress(_ text: String) {
        guard isatty(FileHandle.standardError.fileDescriptor) == 1 else { return }
        try? FileHandle.standardError.write(contentsOf: Data("\r\u{1B}[K\(text)".utf8))
    }
}

/// The roles text plays on the console; colour never carries meaning alone. The library leaves it out
/// where standard output is no terminal and where `NO_COLOR` is set.
enum Ink {
    static func heading(_ text: String) -> String { text.bold }
    static func good(_ text: String) -> String { text.green }
    static func bad(_ text: String) -> String { text.red }
    static func doubtful(_ text: String) -> String { text.yellow }
    static func quiet(_ text: String) -> String { text.dim }
}
