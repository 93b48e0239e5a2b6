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

    @Test(arguments: ["", "{", "{a: 1}", "nul"]) func `refuses what is not JSON`(text: String) {
        #expect(throws: Diagnostic.self) { try JSONValue(parsing: text) }
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
