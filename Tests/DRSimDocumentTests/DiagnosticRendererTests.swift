import DRSimDocument
import Testing

struct DiagnosticRendererTests {
    /// A diagnostic about a place of a file of one line, as text.
    private func rendered(_ line: String, column: Int, length: Int = 1) -> [String] {
        var sources = SourceTexts()
        sources["a.yaml"] = line
        let diagnostic = Diagnostic(
            .wrongType, "wrong", at: SourcePosition(file: "a.yaml", line: 1, column: column), length: length)
        let text = DiagnosticRenderer(sources: sources).text(of: diagnostic)
        return text.split(separator: "\n").map(String.init)
    }

    @Test func `writes place, code, message, line, caret, help and notes`() {
        var sources = SourceTexts()
        sources["shop/plan.yaml"] = "id: shop\ntitel: The shop\n"
        let diagnostic = Diagnostic(
            .unknownKey, "the plan has no key `titel`",
            at: SourcePosition(file: "shop/plan.yaml", line: 2, column: 1), length: 5,
            help: "did you mean `title`?",
            notes: [
                .init("the plan begins here", at: SourcePosition(file: "shop/plan.yaml", line: 1, column: 1))
            ])
        #expect(
            DiagnosticRenderer(sources: sources).text(of: diagnostic) == """
                shop/plan.yaml:2:1: error[DR005]: the plan has no key `titel`
                    titel: The shop
                    ^^^^^
                  help: did you mean `title`?
                  note: shop/plan.yaml:1:1: the plan begins here

                """)
    }

    @Test func `writes what has no place on one line`() {
        let diagnostic = Diagnostic(.unreadableFile, "cannot read a.yaml", at: nil)
        let text = DiagnosticRenderer(sources: SourceTexts()).text(of: [diagnostic, diagnostic])
        #expect(text == "error[DR001]: cannot read a.yaml\nerror[DR001]: cannot read a.yaml\n")
    }

    @Test func `moves the caret two cells for wide characters and underlines both`() {
        let lines = rendered("title: 東京 tokyo", column: 8, length: 2)
        #expect(lines[1] == "    title: 東京 tokyo")
        #expect(lines[2] == "           ^^^^")
        #expect(rendered("- ✅ done", column: 5)[2] == "         ^")
        #expect(rendered("title: 東京 tokyo", column: 11, length: 5)[2] == "                ^^^^^")
    }

    @Test func `takes no cell for marks that sit on a letter`() {
        #expect(rendered("e\u{301}a: x", column: 3)[2] == "     ^")
        #expect("e\u{301}".unicodeScalars.map(\.cells) == [1, 0])
    }

    @Test func `shows what would steer a terminal as dots`() {
        #expect(rendered("a: \u{1B}[31m\0\u{9B}", column: 4)[1] == "    a: ·[31m··")
    }

    @Test func `keeps tabs before the caret`() {
        #expect(rendered("a:\t\tb", column: 5)[2] == "      \t\t^")
    }

    @Test(arguments: [(4, 9, "       ^^"), (9, 1, "         ^"), (6, 1, "         ^")])
    func `keeps the caret inside the line, or just behind it`(column: Int, length: Int, caret: String) {
        #expect(rendered("a: bc", column: column, length: length)[2] == caret)
    }

    @Test(arguments: [(1, "", "…"), (200, "…", "…"), (395, "…", "")])
    func `quotes of a long line what stands around the place`(column: Int, head: String, tail: String) {
        let line = (1...100).map { "\(1000 + $0)" }.joined()
        let lines = rendered(line, column: column, length: 4)
        let text = lines[1].dropFirst(4)
        #expect(text.count == 100 + head.count + tail.count)
        #expect(text.hasPrefix(head) && text.hasSuffix(tail))
        let caret = lines[2].prefix { $0 == " " }.count - 4
        #expect(text.dropFirst(caret).prefix(4) == line.dropFirst(column - 1).prefix(4))
    }

    @Test func `lets a style wrap every part`() {
        var sources = SourceTexts()
        sources["a"] = "x"
        let place = SourcePosition(file: "a", line: 1, column: 1)
        let diagnostic = Diagnostic(.cycle, "m", at: place, help: "h", notes: [.init("n", at: place)])
        let text = DiagnosticRenderer(sources: sources) { "<\($0):\($1)>" }.text(of: diagnostic)
        #expect(
            text == """
                <place:a:1:1:> <error:error[DR013]:> <message:m>
                    <source:x>
                    <caret:^>
                  <help:help:> h
                  <note:note:> a:1:1: n

                """)
    }
}
