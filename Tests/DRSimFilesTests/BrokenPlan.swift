import DRSimDocument
import DRSimFiles
import Testing

/// A plan with one thing wrong in it, and the line that must be said of it first.
struct BrokenPlan: Sendable, CustomTestStringConvertible {
    let file: String
    let piece: String
    let replacement: String
    let line: String

    /// Replaces a piece of a file, every time it stands there.
    init(_ file: String, _ piece: String, _ replacement: String, _ line: String) {
        (self.file, self.piece, self.replacement, self.line) = (file, piece, replacement, line)
    }

    var testDescription: String { "\(file): \(piece) → \(replacement)" }

    /// What is said of the plan, line by line, with paths relative to the plan folder.
    func lines() throws -> [String] {
        let result = try PlanFixture.replacing(piece, with: replacement, in: file).read()
        #expect(result.value == nil)
        return result.diagnostics.map(\.summary)
    }
}

extension Diagnostic {
    /// Place, code and message, with paths relative to the plan folder.
    var summary: String {
        let file = position.map { $0.file.split(separator: "/shop/").last.map(String.init) ?? $0.file }
        let place = position.map { "\(file ?? ""):\($0.line):\($0.column): " } ?? ""
        let message = message.replacing(/\/[^ ]*\/drsim-[^\/]*\//, with: "")
        return "\(place)\(code.rawValue) \(message)"
    }
}
