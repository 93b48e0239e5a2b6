import DRSimDocument
import Testing

struct SettingPathTests {
    @Test(arguments: [
        ("a", ["a"], [1]), ("a.b.c", ["a", "b", "c"], [1, 3, 5]),
        ("a[b.c/d].e", ["a", "b.c/d", "e"], [1, 3, 10]), ("a[b][c]", ["a", "b", "c"], [1, 3, 6]),
        ("a.東京.b", ["a", "東京", "b"], [1, 3, 6]),
    ]) func `splits paths and knows where the parts stand`(text: String, names: [String], columns: [Int])
        throws
    {
        let path = try SettingPath(text, file: "--set #1")
        #expect(path.segments.map(\.name) == names)
        #expect(path.segments.map(\.position.column) == columns)
    }

    @Test(arguments: ["", ".a", "a.", "a..b", "a[b", "a[]", "[", "a.[b", "a[b]c.d"])
    func `refuses paths with holes`(text: String) {
        #expect(throws: Diagnostic.self) { try SettingPath(text, file: "--set #1") }
    }
}
