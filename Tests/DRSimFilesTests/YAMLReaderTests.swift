import DRSimDocument
import DRSimFiles
import Testing

struct YAMLReaderTests {
    private func read(_ text: String) throws(Diagnostic) -> DocumentNode {
        try YAMLReader(text, file: "f").document()
    }

    @Test(arguments: [
        "on", "012", "3:25:45", "1_000", "02:00", "2026-03-10", "yes", "0x10", "12345678901234567890",
    ])
    func `keeps the text of plain scalars`(text: String) throws {
        let node = try read("a: \(text)")
        #expect(node["a"]?.scalar == .init(text: text, isQuoted: false))
    }

    @Test func `knows quoted and block scalars from plain ones`() throws {
        let node = try read("a: 'on'\nb: \"on\"\nc: |\n  on\nd: !!str on\ne: on\n")
        #expect(
            ["a", "b", "c", "d", "e"].map { node[$0]?.scalar?.isQuoted } == [true, true, true, true, false])
    }

    @Test func `counts lines and columns from one, in code points`() throws {
        let node = try read("title: 東京\nlist:\n  - e\u{301}: x\n")
        let item = node["list"]?.items?.first
        #expect(node["title"]?.position == SourcePosition(file: "f", line: 1, column: 8))
        #expect(node["title"]?.width == 2)
        #expect(item?["e\u{301}"]?.position == SourcePosition(file: "f", line: 3, column: 9))
    }

    @Test func `takes lines that end in CR LF`() throws {
        let node = try read("a: 1\r\nb:\r\n  c: 2\r\n")
        #expect(node.text(at: ["b", "c"]) == "2")
        #expect(node.node(at: ["b", "c"])?.position.line == 3)
    }

    @Test(arguments: ["", "\n\n", "# nothing\n", "---\n", "null\n"])
    func `refuses empty files`(text: String) {
        #expect(
            throws: Diagnostic(
                .syntax, "the file is empty", at: SourcePosition(file: "f", line: 1, column: 1))
        ) {
            try read(text)
        }
    }

    @Test func `reads several documents and passes over empty ones`() throws {
        let documents = try YAMLReader("---\na: 1\n---\n# none\n---\nb: 2\n---\n", file: "f").documents()
        #expect(documents.map(\.canonicalText) == [#"{"a":1}"#, #"{"b":2}"#])
        #expect(documents.map(\.position.line) == [2, 6])
    }

    @Test(arguments: [YAMLReader.deepest - 1, YAMLReader.deepest + 1, 500, 5_000])
    func `refuses what is nested too deeply`(depth: Int) {
        let text = String(repeating: "[", count: depth) + String(repeating: "]", count: depth)
        let isRead = (try? read(text)) != nil
        #expect(isRead == (depth < YAMLReader.deepest))
    }

    @Test(arguments: [101, 5_000, 200_000]) func `points at the bracket that is one too many`(depth: Int) {
        let text = "a: 1\nb: " + String(repeating: "[", count: depth) + String(repeating: "]", count: depth)
        let place = SourcePosition(file: "f", line: 2, column: 3 + YAMLReader.deepest)
        let refusal = #expect(throws: Diagnostic.self) { try read(text) }
        #expect(refusal?.position == place)
        #expect(refusal?.message == "nested more than 100 levels deep")
    }

    @Test func `says in its own words what is nested too deeply without brackets`() {
        let text = String(repeating: "- ", count: 5_000) + "a"
        let refusal = #expect(throws: Diagnostic.self) { try read(text) }
        #expect(refusal?.message == "nested more than 100 levels deep")
        #expect(refusal?.position?.line == 1)
    }

    @Test(arguments: [
        ("a: 1\nb: 2\na: 3\n", 3, 1), ("{a: 1, b: 2, a: 3}\n", 1, 14), ("x:\n  a: 1\n  \"a\": 3\n", 3, 3),
        ("x: {a: 1,\n    a: 2}\n", 2, 5), ("a: 1\n'a' : 2\n", 2, 1), ("a:\n  - {b: 1, b: 1}\n", 2, 12),
        ("aa: 1\na: 1\nab: 1\na: 2\n", 4, 1),
    ]) func `points at the second of two equal keys`(text: String, line: Int, column: Int) {
        do throws(Diagnostic) {
            _ = try read(text)
            Issue.record("the duplicate in \(text) was not seen")
        } catch {
            #expect(error.code == .duplicateKey)
            #expect(error.position == SourcePosition(file: "f", line: line, column: column))
            #expect(error.notes.count == 1)
        }
    }

    @Test func `does not hang on what makes the parser hang`() {
        var text = "a0: &a0 [x, x]\n"
        for level in 1...12 { text += "a\(level): &a\(level) {? *a\(level - 1) : *a\(level - 1)}\n" }
        #expect(throws: Diagnostic.self) { try read(text) }
    }
}
