import Foundation
import Rainbow

/// Standard output and error: results go to the one, everything else to the other.
enum Console {
    /// Writes a line to standard error.
    static func standardError(_ text: String) {
        FileHandle.standardError.write(Data((text + "\n").utf8))
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
