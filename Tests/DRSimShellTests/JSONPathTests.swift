import DRSimDocument
import DRSimShell
import Testing

struct JSONPathTests {
    static let value: JSONValue = [
        "kind": "List", "count": 2, "ok": true,
        "items": [
            [
                "name": "a", "size": 1, "labels": ["x.y/z": "1"],
                "state": ["type": "Ready", "status": "True"],
            ],
            ["name": "b", "size": 2, "state": ["type": "Synced", "status": "False"]],
        ],
    ]

    @Test(arguments: [
        ("{.kind}", "List"), ("{.count}", "2"), ("{.ok}", "true"), ("{$.kind}", "List"),
        ("{.missing.too}", ""),
        ("{.items[0].name}", "a"), ("{.items[-1].name}", "b"), ("{.items[*].name}", "a b"),
        ("{['kind']}", "List"),
        ("{.items[0].labels['x.y/z']}", "1"), ("{.items[0].labels.x\\.y/z}", "1"),
        ("{.items[0].state.*}", "Ready True"),
        ("{.items[?(@.name==\"b\")].size}", "2"), ("{.items[?(@.name!='b')].size}", "1"),
        ("{.items[?(@.size==2)].name}", "b"), ("{.items[?(@.state.type==\"Ready\")].state.status}", "True"),
        ("{.items[?(@.name==\"c\")].size}", ""),
        ("{.items[0].state}", "{\"type\":\"Ready\",\"status\":\"True\"}"),
        ("all: {.count}!", "all: 2!"), ("{.kind}{\"\\n\"}{.count}{'\\t'}", "List\n2\t"), ("plain", "plain"),
        ("", ""),
        ("{range .items[*]}{.name}={.size};{end}", "a=1;b=2;"), ("{\"}\"}", "}"),
    ])
    func `a template is filled in`(template: String, text: String) throws {
        #expect(try JSONPath(template).render(Self.value) == text)
    }

    @Test(arguments: [
        ("{.items", "unclosed action"), ("{.items[0}", "unterminated array"),
        ("{.items[x]}", "invalid array index x"),
        ("{items}", "unrecognized character in action: 'i'"), ("{range .items[*]}{.name}", "unclosed range"),
        ("{.name}{end}", "not in range, nothing to end"),
        ("{.items[?(@.a==b)]}", "unterminated filter"),
    ])
    func `what cannot be read is refused`(template: String, reason: String) {
        #expect(throws: JSONPath.Failure(reason: reason)) { try JSONPath(template) }
    }

    @Test(arguments: [
        "{..name}", "{.items..name}", "{.items[0:2]}", "{.items[0,1]}", "{['kind','count']}",
        "{.items[?(@.a)]}", "{.items[?(@.size>1)].name}", "{.items[?(@.list[0]==1)].name}",
    ])
    func `what kubectl can read and this cannot is said to be a gap`(template: String) throws {
        let failure = #expect(throws: JSONPath.Failure.self) { try JSONPath(template) }
        #expect(failure?.isGap == true)
    }

    @Test func `a gap of a template is one of the command`() throws {
        var shell = try ShellFixture()
        let result = shell.run("kubectl get pods -n production -o jsonpath={..metadata.name}")
        #expect(result.status == 126)
        #expect(result.gap == "kubectl get -o jsonpath={..metadata.name}")
    }

    @Test(arguments: [2, -3])
    func `an index that is not there is refused`(index: Int) throws {
        let path = try JSONPath("{.items[\(index)].name}")
        let reason = "array index out of bounds: index \(index), length 2"
        #expect(throws: JSONPath.Failure(reason: reason)) { try path.render(Self.value) }
    }
}
