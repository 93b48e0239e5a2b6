import DRSimDocument
import Testing

struct JSONValueTests {
    @Test(arguments: [
        "null", "true", "12", "-1.5", #""a\"\\\n\té""#, "[]", "{}", #"{"a":[1,{"b":null}],"c":"d"}"#,
    ]) func `writes what it reads`(text: String) throws {
        #expect(try JSONValue(parsing: text).text() == text)
    }

    @Test func `sorts keys for the canonical form only`() {
        let value: JSONValue = ["b": 1, "a": ["d": 2, "c": 3]]
        #expect(value.text() == #"{"b":1,"a":{"d":2,"c":3}}"#)
        #expect(value.text(sortedKeys: true) == #"{"a":{"c":3,"d":2},"b":1}"#)
    }

    @Test(arguments: [
        ("", "expected a value at column 1, found the end"),
        ("{", "expected a key in double quotes at column 2, found the end"),
        ("{a: 1}", "expected a key in double quotes at column 2, found `a`"),
        ("nul", "expected a value at column 1, found `n`"),
        ("[1,]", "expected a value at column 4, found `]`"),
        (#"{"a":1,}"#, "expected a key in double quotes at column 8, found `}`"),
        (#"{"a" 1}"#, "expected `:` at column 6, found `1`"),
        ("[1 2]", "expected `,` or `]` at column 4, found `2`"),
        ("1 2", "expected the end at column 3, found `2`"),
        (#"{"a":1,"b":2,"a":3}"#, #"the key "a" stands twice in one object"#),
        ("01", "expected a value at column 1, found `0`"), ("+1", "expected a value at column 1, found `+`"),
        (".5", "expected a value at column 1, found `.`"), ("1.", "expected a value at column 1, found `1`"),
        ("1e", "expected a value at column 1, found `1`"), ("1e999", "1e999 is too large a number"),
        ("NaN", "expected a value at column 1, found `N`"),
        (#""a"#, "a string that does not end"), ("\"a\n\"", "a control character within a string"),
        (#""\x""#, "an escape JSON does not have"), (#""\u00g0""#, #"\u without four hexadecimal digits"#),
        (#""\ud83d""#, "half of a surrogate pair"), (#""\ude00""#, "half of a surrogate pair"),
    ]) func `refuses what is not JSON, and says why`(text: String, reason: String) {
        let error = #expect(throws: Diagnostic.self) { try JSONValue(parsing: text) }
        #expect(error?.message == "not valid JSON: " + reason)
    }

    @Test func `refuses what is nested too deeply instead of running out of stack`() {
        let deep = String(repeating: "[", count: 100_000)
        #expect(throws: Diagnostic.self) { try JSONValue(parsing: deep) }
    }

    @Test func `reads escapes, pairs of surrogates and numbers of every form`() throws {
        #expect(try JSONValue(parsing: #""\ud83d\ude00 \u00e9 \/ \b\f\r""#) == "😀 é / \u{8}\u{C}\r")
        #expect(
            try JSONValue(parsing: " [ -0 , 1E2 , 2.5e-1 , 9223372036854775808 ] ") == [
                0, .number(100), .number(0.25), .number(9_223_372_036_854_775_808),
            ])
        #expect(try JSONValue(parsing: "\r\n{\t}") == [:])
    }

    @Test func `reads and writes members by key and path`() {
        var value: JSONValue = ["spec": ["replicas": 2]]
        #expect(value[path: "spec", "replicas"]?.integer == 2)
        #expect(value[path: "spec", "missing", "deeper"] == nil)
        value["spec"]?["replicas"] = 3
        value["kind"] = "Deployment"
        #expect(value == ["spec": ["replicas": 3], "kind": "Deployment"])
        value["spec"] = nil
        #expect(value == ["kind": "Deployment"])
    }

    /// The examples of RFC 7386, appendix A.
    @Test(arguments: [
        (#"{"a":"b"}"#, #"{"a":"c"}"#, #"{"a":"c"}"#),
        (#"{"a":"b"}"#, #"{"b":"c"}"#, #"{"a":"b","b":"c"}"#),
        (#"{"a":"b"}"#, #"{"a":null}"#, #"{}"#),
        (#"{"a":"b","b":"c"}"#, #"{"a":null}"#, #"{"b":"c"}"#),
        (#"{"a":["b"]}"#, #"{"a":"c"}"#, #"{"a":"c"}"#),
        (#"{"a":"c"}"#, #"{"a":["b"]}"#, #"{"a":["b"]}"#),
        (#"{"a":{"b":"c"}}"#, #"{"a":{"b":"d","c":null}}"#, #"{"a":{"b":"d"}}"#),
        (#"{"a":[{"b":"c"}]}"#, #"{"a":[1]}"#, #"{"a":[1]}"#),
        (#"["a","b"]"#, #"["c","d"]"#, #"["c","d"]"#),
        (#"{"a":"b"}"#, #"["c"]"#, #"["c"]"#),
        (#"{"a":"foo"}"#, "null", "null"),
        (#"{"a":"foo"}"#, #""bar""#, #""bar""#),
        (#"{"e":null}"#, #"{"a":1}"#, #"{"a":1,"e":null}"#),
        (#"[1,2]"#, #"{"a":"b","c":null}"#, #"{"a":"b"}"#),
        (#"{}"#, #"{"a":{"bb":{"ccc":null}}}"#, #"{"a":{"bb":{}}}"#),
    ]) func `merges patches as RFC 7386 has it`(target: String, patch: String, merged: String) throws {
        let result = try JSONValue(parsing: target).merging(patch: try JSONValue(parsing: patch))
        #expect(result.text(sortedKeys: true) == merged)
    }
}
