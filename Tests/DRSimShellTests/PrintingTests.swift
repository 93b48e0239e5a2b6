import DRSimDocument
import DRSimShell
import DRSimUnits
import Testing

struct PrintingTests {
    @Test func `columns are as wide as their widest cell and three blanks, the last is not padded`() {
        var table = ColumnTable()
        table.append(["NAME", "A", "LAST"])
        table.append(["longer-name", "1", ""])
        #expect(table.text == "NAME          A     LAST\nlonger-name   1     \n")
        #expect(ColumnTable().text == "")
    }

    @Test(arguments: [
        (0, "0s"), (45, "45s"), (119, "119s"), (120, "2m"), (320, "5m20s"), (600, "10m"), (10_799, "179m"),
        (10_800, "3h"), (11_400, "3h10m"), (28_800, "8h"), (172_799, "47h"), (172_800, "2d"),
        (273_600, "3d4h"),
        (691_200, "8d"), (63_071_999, "729d"), (63_072_000, "2y"), (66_528_000, "2y40d"), (-5, "0s"),
    ])
    func `ages are written as kubectl writes them`(seconds: Int64, text: String) {
        #expect(Span.seconds(seconds).ageText == text)
    }

    @Test func `JSON is indented, empty structures stay on their line`() {
        let value: JSONValue = ["b": [1, ["c": .null]], "a": [:], "d": []]
        #expect(
            value.indentedText(sortedKeys: true) == """
                {
                    "a": {},
                    "b": [
                        1,
                        {
                            "c": null
                        }
                    ],
                    "d": []
                }
                """)
        #expect(value.indentedText(sortedKeys: false).hasPrefix("{\n    \"b\": [\n"))
        #expect(JSONValue.string("x\"y").indentedText(sortedKeys: true) == "\"x\\\"y\"")
    }

    @Test func `YAML quotes what would read as something else, and lists stand under their key`() {
        let value: JSONValue = [
            "name": "a-b.c/d", "version": "1", "flag": "true", "empty": "", "none": .null, "on": 3,
            "map": [:],
            "list": ["x", ["k": "v", "l": [1, 2]], [[1]]], "text": "a: b",
        ]
        #expect(
            YAMLText.render(value) == """
                empty: ""
                flag: "true"
                list:
                - x
                - k: v
                  l:
                  - 1
                  - 2
                - - - 1
                map: {}
                name: a-b.c/d
                none: null
                "on": 3
                text: "a: b"
                version: "1"

                """)
    }

    @Test(arguments: [
        ("90s", 90_000), ("1m30s", 90_000), ("2", 2_000), ("2.5", 2_500), ("500ms", 500), ("1h", 3_600_000),
        ("0", 0),
    ])
    func `durations of command lines are read`(text: String, milliseconds: Int64) {
        #expect(Span(commandLine: text) == Span(milliseconds: milliseconds))
    }

    @Test(arguments: ["", "s", "5x", "-5", "5m-", "nan", "inf", "1e300", "soon"])
    func `what is no duration is none`(text: String) {
        #expect(Span(commandLine: text) == nil)
    }
}
