import DRSimDocument
import Foundation

/// The lines of a file or of standard input that are not empty, each with its place.
enum InputLines {
    struct Line {
        let place: String
        let text: String
    }

    /// Hands over line by line, standard input (`-`) as it comes.
    ///
    /// - Throws: `InputErrors` for a file that cannot be read, and what `body` throws.
    static func forEach(of path: String, _ body: (Line) throws -> Void) throws {
        if path == "-" {
            var number = 0
            while let text = readLine() {
                number += 1
                if let line = line(text, number, of: "standard input") { try body(line) }
            }
        } else {
            guard let file = FileHandle(forReadingAtPath: path), let data = try? file.readToEnd() ?? Data()
            else {
                let help = "name a file of JSON lines, or - for standard input"
                throw InputErrors(.unreadableFile, "cannot read \(path)", help: help)
            }
            let texts = String(decoding: data, as: UTF8.self).components(separatedBy: "\n")
            for (index, text) in texts.enumerated() {
                if let line = line(text, index + 1, of: path) { try body(line) }
            }
        }
    }

    private static func line(_ text: String, _ number: Int, of name: String) -> Line? {
        let trimmed = text.trimmingCharacters(in: .whitespacesAndNewlines)
        return trimmed.isEmpty ? nil : Line(place: "\(name):\(number)", text: trimmed)
    }
}

/// A filter of JSON lines: each line of input is answered by lines, or by an error.
enum LineFilter {
    /// What came of a line.
    enum Answer: Hashable {
        case lines([String])
        case error(String)
    }

    /// Answers all lines of a file; a bad one goes to standard error alone and makes the whole end
    /// with bad input, after the others have been answered.
    static func run(_ path: String, _ answer: (String) -> Answer) throws {
        var isClean = true
        try InputLines.forEach(of: path) { line in
            switch answer(line.text) {
            case .lines(let lines): lines.forEach(Console.output)
            case .error(let message):
                isClean = false
                Console.standardError(
                    "\(line.place): error[\(Diagnostic.Code.syntax.rawValue)]: \(message)")
            }
        }
        if !isClean { throw ExitStatus.usage }
    }
}
