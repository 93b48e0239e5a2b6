import Foundation

/// The plan document, where it is at hand; its text is not ours to keep.
struct PlanDocument: Sendable {
    /// A line of the document and the kind of block it stands in.
    struct Line: Sendable {
        let number: Int
        let text: String
        /// The language of the code block; empty for a block without one, `nil` for prose.
        let language: String?
    }

    /// The lines, without those that open and close blocks.
    let lines: [Line]

    /// Where the document is: what `PLAN_DOCUMENT` says, or beside the package; `nil` if nowhere.
    static let path: String? = {
        let beside = Package.root.appending(path: "../shared/spec/disaster-recovery-plan.md").path()
        let candidates = [ProcessInfo.processInfo.environment["PLAN_DOCUMENT"], beside]
        return candidates.compactMap(\.self).first { FileManager.default.isReadableFile(atPath: $0) }
    }()

    /// Reads the document.
    init(path: String) throws {
        self.init(text: try String(contentsOfFile: path, encoding: .utf8))
    }

    /// Splits a text into lines; blocks nest, as the document's playbook means them to (F65).
    init(text: String) {
        var languages: [String] = []
        var lines: [Line] = []
        for (index, text) in text.split(separator: "\n", omittingEmptySubsequences: false).enumerated() {
            guard text.hasPrefix("```") else {
                lines.append(Line(number: index + 1, text: String(text), language: languages.last))
                continue
            }
            let language = String(text.dropFirst(3))
            if language.isEmpty, !languages.isEmpty {
                languages.removeLast()
            } else {
                languages.append(language)
            }
        }
        self.lines = lines
    }

    /// The lines of all blocks of a language.
    func lines(in language: String) -> [Line] { lines.filter { $0.language == language } }

    /// The blocks of a language; a block ends where a line is missing or another language begins.
    func blocks(in language: String) -> [[Line]] {
        lines(in: language).reduce(into: []) { blocks, line in
            if let last = blocks.last?.last, last.number + 1 == line.number {
                blocks[blocks.count - 1].append(line)
            } else {
                blocks.append([line])
            }
        }
    }

    /// The text outside of code, that of the playbook included.
    var prose: [Line] { lines.filter { $0.language == nil || $0.language == "markdown" } }
}

extension PlanDocument.Line {
    /// A short name for what the line says: its number and its first words.
    func title(_ words: some Sequence<Substring>) -> String {
        (["L\(number)"] + words.prefix(3).map(String.init)).joined(separator: " ")
    }
}

/// The package the tests belong to.
enum Package {
    /// Its root, found from this file's place.
    static let root = URL(filePath: #filePath)
        .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
}
