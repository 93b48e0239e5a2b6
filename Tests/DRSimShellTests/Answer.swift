import DRSimShell
import Testing

/// A row of a table of command lines: what is typed, and how the program answers.
struct Answer: Sendable, CustomTestStringConvertible {
    let line: String
    let status: Int
    /// The first line of the errors, or of the output where there are none.
    let firstLine: String
    let isEffective: Bool

    init(_ line: String, _ status: Int, _ firstLine: String, effective isEffective: Bool = false) {
        (self.line, self.status, self.firstLine, self.isEffective) = (line, status, firstLine, isEffective)
    }

    var testDescription: String { line }

    /// Types the line and compares.
    func check(in shell: inout ShellFixture, sourceLocation: SourceLocation = #_sourceLocation) {
        let result = shell.run(line)
        #expect(result.status == status, sourceLocation: sourceLocation)
        #expect(result.firstLine == firstLine, sourceLocation: sourceLocation)
        #expect(result.isEffective == isEffective, sourceLocation: sourceLocation)
    }
}

extension CommandResult {
    var firstLine: String {
        (errors.isEmpty ? output : errors).split(separator: "\n").first.map(String.init) ?? ""
    }
}
