import Foundation

/// The lines of a file or of standard input that are not empty, each with its place.
enum InputLines {
    struct Line {
        let place: String
        let text: String
    }

    /// Reads a file, or standard input for `-`; a file that cannot be read ends the program.
    static func read(_ path: String) throws -> [Line] {
        let name = path == "-" ? "standard input" : path
        let data =
            path == "-"
            ? try FileHandle.standardInput.readToEnd() : FileManager.default.contents(atPath: path)
        guard let data = data ?? (path == "-" ? Data() : nil) else {
            Console.standardError("error[DR001]: cannot read \(path)")
            throw ExitStatus.usage
        }
        let lines = String(decoding: data, as: UTF8.self).components(separatedBy: "\n")
        return lines.enumerated().compactMap { number, text in
            let trimmed = text.trimmingCharacters(in: .whitespaces)
            return trimmed.isEmpty ? nil : Line(place: "\(name):\(number + 1)", text: trimmed)
        }
    }
}
