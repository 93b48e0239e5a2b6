import Foundation
import Rainbow

/// Standard output and error: results go to the one, everything else to the other.
enum Console {
    /// Writes a line to standard error.
    static func standardError(_ text: String) {
        FileHandle.standardError.write(Data((text + "\n").utf8))
    }

    /// Sets whether colour is used: only on a terminal, never with `NO_COLOR` or a dumb terminal.
    static func configureColour() {
        let environment = ProcessInfo.processInfo.environment
        let isForbidden = !(environment["NO_COLOR"] ?? "").isEmpty || environment["TERM"] == "dumb"
        Rainbow.enabled = !isForbidden && isatty(STDOUT_FILENO) == 1
    }
}

/// The roles text plays on the console; colour never carries meaning alone.
enum Ink {
    static func heading(_ text: String) -> String { text.bold }
    static func good(_ text: String) -> String { text.green }
    static func bad(_ text: String) -> String { text.red }
    static func doubtful(_ text: String) -> String { text.yellow }
    static func quiet(_ text: String) -> String { text.dim }
}
