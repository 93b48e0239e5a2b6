import DRSimDocument
import Testing

struct SourceTextsTests {
    private static func diagnostic(_ code: Diagnostic.Code, _ file: String, _ line: Int, _ column: Int)
        -> Diagnostic
    {
        Diagnostic(code, "\(file) \(line)", at: SourcePosition(file: file, line: line, column: column))
    }

    @Test(arguments: [(1, "a"), (2, ""), (3, "c"), (4, nil), (0, nil)])
    func `finds lines whatever they end with`(number: Int, line: String?) {
        var sources = SourceTexts()
        sources["x"] = "a\r\n\nc"
        #expect(sources.line(at: SourcePosition(file: "x", line: number, column: 1)) == line)
        #expect(sources.line(at: SourcePosition(file: "y", line: number, column: 1)) == nil)
    }

    @Test func `sorts by file as read, line and column, and tells nothing twice`() {
        var sources = SourceTexts()
        sources["b"] = ""
        sources["a"] = ""
        let nowhere = Diagnostic(.unreadableFile, "no file", at: nil)
        let sorted = sources.sorted([
            Self.diagnostic(.cycle, "a", 1, 1), Self.diagnostic(.cycle, "b", 2, 1),
            Self.diagnostic(.cycle, "b", 1, 7),
            Self.diagnostic(.syntax, "b", 1, 7), Self.diagnostic(.cycle, "b", 1, 7), nowhere, nowhere,
        ])
        #expect(
            sorted == [
                nowhere, Self.diagnostic(.cycle, "b", 1, 7), Self.diagnostic(.syntax, "b", 1, 7),
                Self.diagnostic(.cycle, "b", 2, 1), Self.diagnostic(.cycle, "a", 1, 1),
            ])
    }
}
