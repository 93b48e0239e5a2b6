import Foundation

/// How wide the screen is.
enum Screen {
    /// The columns of the terminal, or those that are taken for granted where there is none.
    static var width: Int {
        var size = winsize()
        guard isatty(STDOUT_FILENO) == 1, ioctl(STDOUT_FILENO, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 0
        else { return fallback }
        return max(60, Int(size.ws_col))
    }

    /// What reads well in a file and in most windows.
    private static let fallback = 100
}

/// Text broken between words to fit the screen.
enum Wrapped {
    /// A name and, indented beside or below it, what is said of it.
    static func entry(_ name: String, _ text: String, indent: Int, width: Int = Screen.width) -> String {
        let lines = lines(of: text, width: max(20, width - indent))
        let margin = String(repeating: " ", count: indent)
        guard name.count < indent else { return ([name] + lines.map { margin + $0 }).joined(separator: "\n") }
        let head = name + margin.dropFirst(name.count)
        return head + lines.joined(separator: "\n" + margin)
    }

    /// The lines of a text; a word that is longer than a line stands alone.
    static func lines(of text: String, width: Int) -> [String] {
        var lines: [String] = []
        for word in text.split(separator: " ") {
            if let last = lines.last, last.count + 1 + word.count <= width {
                lines[lines.count - 1] += " " + word
            } else {
                lines.append(String(word))
            }
        }
        return lines.isEmpty ? [""] : lines
    }
}
