import DRSimDocument
import OrderedCollections
import Testing

struct DocumentNodeTests {
    private func scalar(_ text: String, quoted: Bool = false, line: Int = 1) -> DocumentNode {
        let place = SourcePosition(file: "f", line: line, column: 1)
        return DocumentNode(.scalar(.init(text: text, isQuoted: quoted)), at: place)
    }

    private func mapping(_ members: [(String, DocumentNode)], line: Int = 1) -> DocumentNode {
        let place = SourcePosition(file: "f", line: line, column: 1)
        let entries = members.map { ($0, DocumentNode.Entry(keyPosition: place, value: $1)) }
        return DocumentNode(.mapping(OrderedDictionary(uniqueKeysWithValues: entries)), at: place)
    }

    @Test func `has a canonical text that knows no order of keys and no places`() {
        let left = mapping([("b", scalar("x", line: 7)), ("a", scalar("5"))])
        let right = mapping([("a", scalar("5", line: 3)), ("b", scalar("x"))], line: 9)
        #expect(left.canonicalText == #"{"a":5,"b":"x"}"#)
        #expect(left.canonicalText == right.canonicalText)
    }

    @Test(arguments: [
        ("five", false, #""five""#), ("five", true, #""five""#), ("5", false, "5"), ("5", true, #""5""#),
        ("on", false, "on"), ("on", true, #""on""#), ("~", false, "null"), ("~", true, #""~""#),
        ("say \"no\"", false, #""say \"no\"""#),
    ]) func `tells numbers from strings of digits`(text: String, isQuoted: Bool, canonical: String) {
        #expect(scalar(text, quoted: isQuoted).canonicalText == canonical)
    }

    @Test func `becomes a Kubernetes object by the rules of YAML 1_1`() {
        let node = mapping([
            ("flag", scalar("on")), ("text", scalar("on", quoted: true)), ("none", scalar("")),
        ])
        #expect(node.manifestValue == ["flag": true, "text": "on", "none": .null])
    }

    @Test func `answers nothing for what is not there`() {
        let node = mapping([("a", mapping([("b", scalar("c"))]))])
        #expect(node.text(at: ["a", "b"]) == "c")
        #expect(node.text(at: ["a"]) == nil)
        #expect(node.text(at: ["a", "b", "c"]) == nil)
        #expect(node.node(at: ["x"]) == nil)
        #expect(node["a"]?["b"]?.kindDescription == "`c`")
    }
}
