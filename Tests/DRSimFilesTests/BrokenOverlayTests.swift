import DRSimDocument
import DRSimFiles
import DRSimPlan
import Testing

struct BrokenOverlayTests {
    @Test(arguments: rows) func `says first what is wrong with a broken overlay`(
        row: (text: String, line: String)
    ) throws {
        let result = try OverlayTests.read(("change", row.text))
        #expect(result.value == nil)
        #expect(result.diagnostics.first?.summary == "overlays/change.yaml:\(row.line)")
    }

    static let rows: [(text: String, line: String)] = [
        ("", "1:1: DR002 the file is empty"),
        ("latch", "1:1: DR007 expected an overlay, a mapping of sections, found `latch`"),
        ("controller: [latch]", "1:13: DR007 this makes `controller` a list where it was a mapping"),
        ("title: Nothing", "1:1: DR014 this overlay changes nothing"),
        ("controller: {latch: false, poll_interval: 30s}", "1:1: DR014 this overlay changes nothing"),
        ("contoller: {latch: true}", "1:1: DR014 the plan folder has no key `contoller`"),
        ("controller: {latches: true}", "1:14: DR014 the controller has no key `latches`"),
        ("controller: {latch: null}", "1:14: DR006 the controller cannot do without `latch`"),
        ("controller: {lock: null}", "1:14: DR014 there is no `lock` here to remove"),
        ("controller: {latch: maybe}", "1:21: DR007 expected true or false, found `maybe`"),
        ("controller:\n  poll_interval: 30", "2:18: DR009 `30` has no unit"),
        (
            "controller: {detection: 2}",
            "1:25: DR007 this makes `controller.detection` `2` where it was a mapping"
        ),
        (
            "controller: {alert_channels: pager}",
            "1:30: DR007 this makes `controller.alert_channels` `pager` where it was a list"
        ),
        ("controller: {alert_channels: [page]}", "1:31: DR011 there is no channel `page`"),
        (
            "assumptions: [{id: switchover, $remove: true}]",
            "1:15: DR006 the plan has no assumption `switchover`"
        ),
        (
            "assumptions: [{id: switchover, unit: number, distribution: {constant: 1}}]",
            "1:38: DR008 `switchover` is in number, but the model takes it in seconds"
        ),
        (
            "assumptions: [{id: copy_age, distribution: {constant: null, uniform: {low: 1s, high: 2s}}}]",
            "1:70: DR008 `copy_age` must be a constant"
        ),
        (
            "assumptions: [{id: dns_share_by_ttl_plus_5m, distribution: {constant: 0.4}}]",
            "1:71: DR010 `dns_share_by_ttl_plus_5m` is 0.4, less than the 0.5 of `dns_share_by_ttl`"
        ),
        ("runbooks: [{steps: []}]", "1:12: DR006 an item of `runbooks` needs `id` to say which it is"),
        ("runbooks: [{id: failover, steps: [{id: setle, wait: 1m}]}]", "1:35: DR006 a step needs `title`"),
        (
            "runbooks: [{id: failover, steps: [{id: settle, $after: tel}]}]",
            "1:56: DR014 there is no item `tel` in this list"
        ),
        (
            "runbooks: [{id: failover, steps: [{id: settle, $after: tell, $before: ask}]}]",
            "1:62: DR008 an item goes before one or after one, not both"
        ),
        (
            "runbooks: [{id: failover, steps: [{id: settle, $behind: tell}]}]",
            "1:48: DR005 there is no `$behind`"
        ),
        (
            "runbooks: [{id: failover, steps: [{id: setle, $remove: true}]}]",
            "1:35: DR014 there is no item `setle` in this list"
        ),
        (
            "runbooks: [{id: failover, steps: [{id: settle, wait: 1m}, {id: settle, wait: 2m}]}]",
            "1:64: DR012 `settle` is there twice"
        ),
        (
            "topology: {dns: {records: [{name: api.example.com, ttl: 60s}]}}",
            "1:28: DR006 an item of `topology.dns.records` needs `type` to say which it is"
        ),
        (
            "services: {services: [{id: login, revenue_share: 30%}]}",
            "1:50: DR016 the revenue shares sum to 92.5%, not 100%"
        ),
        (
            "services: {services: [{id: login, needs: [checkout]}]}",
            "1:43: DR013 this closes a circle: `checkout` → `login` → `checkout`"
        ),
        ("extends: other\ncontroller: {latch: true}", "1:10: DR011 there is no overlay `other`"),
        (
            "extends: change\ncontroller: {latch: true}",
            "1:10: DR013 this closes a circle: `change` → `change`"
        ),
        ("extends: [a, b]", "1:10: DR007 `extends` takes one name, found a list"),
        (
            "controller: {latch: true}\ncontroller: {latch: true}",
            "2:1: DR003 the key `controller` is there twice"
        ),
        ("controller: &c {latch: true}", "1:13: DR004 an anchor is not part of the format"),
        (
            "runbooks: [{id: failover, steps: [{id: settle, wait: 1m, call: rest}]}]",
            "1:58: DR008 a step has `wait` and `call`, but only one can hold"
        ),
        (
            "manifests: [{origin: installed, context: east-context, manifest: {kind: Cluster}}]",
            "1:13: DR006 an item of `manifests` needs `manifest.metadata.name` to say which it is"
        ),
    ]

    @Test func `names the circle of overlays that extend each other`() throws {
        let result = try OverlayTests.read(
            ("a", "extends: b\ncontroller: {latch: true}"), ("b", "extends: c\ncontroller: {cool_down: 1m}"),
            ("c", "extends: a\ncontroller: {cool_down: 2m}"))
        #expect(
            result.diagnostics.map(\.summary) == [
                "overlays/b.yaml:1:10: DR013 this closes a circle: `c` → `a` → `b` → `c`"
            ])
    }

    @Test func `tells overlays of one name in two folders apart`() throws {
        let change = ("change", "controller: {latch: true}")
        let found = try OverlayTests.read(
            change, ("mine/change", "extends: change\ncontroller: {cool_down: 1m}"))
        #expect(found.value?.plan.controller.latch == true)
        let missing = try OverlayTests.read(change, ("mine/change", "extends: yours/change"))
        #expect(missing.diagnostics.map(\.message) == ["there is no overlay `yours/change`"])
    }

    @Test func `suggests an overlay that is there`() throws {
        let fixture = PlanFixture.adding("controller: {latch: true}", as: "overlays/latched.yaml")
        let result = try fixture.read(overlays: ["latch"])
        #expect(
            result.diagnostics.map(\.summary) == [
                "DR001 there is no overlay latch: cannot read shop/overlays/latch.yaml"
            ])
        #expect(result.diagnostics.first?.help == "did you mean `latched`?")
    }

    @Test func `points at the null that removed what is needed`() throws {
        let result = try OverlayTests.read(("change", "controller:\n  latch: null"))
        let diagnostic = try #require(result.diagnostics.first)
        #expect(diagnostic.notes.map(\.message) == ["it is removed from here"])
        #expect(diagnostic.notes.first?.position.file.hasSuffix("controller.yaml") == true)
    }

    @Test func `says which overlay removed what others refer to`() throws {
        let result = try OverlayTests.read(("change", "people: {roles: [{id: manager, $remove: true}]}"))
        let diagnostic = try #require(result.diagnostics.first)
        #expect(diagnostic.summary == "controller.yaml:19:18: DR011 there is no role `manager`")
        #expect(diagnostic.notes.map(\.message) == ["`manager` is removed here"])
        #expect(diagnostic.notes.first?.position.column == 18)
    }

    @Test func `suspects that an incomplete new item is a misspelt old one`() throws {
        let result = try OverlayTests.read(
            ("change", "runbooks: [{id: failover, steps: [{id: setle, wait: 1m}]}]"))
        #expect(result.diagnostics.first?.help == "`setle` is new in this list; did you mean `settle`?")
    }

    @Test func `finds the errors of the folder and of all overlays at once`() throws {
        var fixture = PlanFixture.replacing("title: The shop", with: "title:", in: "plan.yaml")
        fixture.files["people.yaml"] = "respond: [true"
        fixture.files["overlays/a.yaml"] = "controller: {latch: true"
        fixture.files["overlays/b.yaml"] = "controller: &c {latch: true}"
        let lines = try fixture.read(overlays: ["a", "b"]).diagnostics.map(\.summary)
        #expect(
            lines == [
                "plan.yaml:2:1: DR006 the plan needs a value of `title`",
                "people.yaml:1:10: DR002 while parsing a flow sequence: did not find expected ',' or ']'",
                "overlays/a.yaml:1:13: DR002 while parsing a flow mapping: did not find expected ',' or '}'",
                "overlays/b.yaml:1:13: DR004 an anchor is not part of the format",
            ])
    }
}
