import DRSimDocument
import DRSimFiles
import DRSimPlan
import DRSimUnits
import Testing

struct OverlayTests {
    /// Reads the shop with overlays of these names and texts, the last of which is asked for.
    static func read(_ overlays: (name: String, text: String)...) throws -> ReadResult<LoadedPlan> {
        var fixture = PlanFixture()
        for overlay in overlays { fixture.files["overlays/\(overlay.name).yaml"] = overlay.text }
        return try fixture.read(overlays: overlays.last.map { [$0.name] } ?? [])
    }

    /// The plan under one overlay.
    static func plan(_ text: String) throws -> Plan {
        let result = try read(("change", text))
        #expect(result.diagnostics.map(\.summary) == [])
        return try #require(result.value).plan
    }

    @Test func `merges mappings by key and leaves the rest alone`() throws {
        let plan = try Self.plan(
            "title: A latch\ncontroller: {latch: true, detection: {required: 2, window: 3}}")
        #expect(plan.controller.latch)
        #expect(plan.controller.detection == .init(required: 2, window: 3))
        #expect(plan.controller.pollInterval == .seconds(30))
    }

    @Test func `merges items of keyed lists by key`() throws {
        let plan = try Self.plan(
            """
            runbooks:
              - id: failover
                steps: [{id: settle, wait: 1m}]
            topology:
              dns: {records: [{name: api.example.com, type: CNAME, ttl: 60s}]}
            """)
        #expect(plan.runbooks[0].steps.map(\.id) == ["ask", "promote", "settle", "check", "tell"])
        #expect(plan.runbooks[0].steps[2].action == .wait(.minutes(1)))
        #expect(plan.topology.dns.records.map(\.ttl) == [.seconds(60)])
    }

    @Test func `knows a name of DNS in any spelling`() throws {
        let plan = try Self.plan(
            """
            services: {services: [{id: login, host: Api.Example.com.}]}
            topology:
              dns: {records: [{name: API.example.com., type: CNAME, ttl: 60s}]}
            """)
        #expect(plan.topology.dns.records.map(\.ttl) == [.seconds(60)])
        #expect(plan.topology.dns.records.map(\.name) == ["api.example.com"])
        #expect(plan.services.map(\.host) == ["api.example.com", "api.example.com"])
    }

    @Test(arguments: [
        ("login.example.com", true), ("a.b.example.com", true), ("v2.api.example.com", false),
        ("login.example.net", false), ("example.com", false),
    ])
    func `takes a host that only a wildcard record covers`(host: String, isKnown: Bool) throws {
        let found = try Self.read(
            (
                "change",
                """
                services: {services: [{id: login, host: \(host)}]}
                topology:
                  dns: {records: [{name: "*.example.com", type: CNAME, ttl: 60s, value: lb.east.example.com}]}
                """
            )
        ).diagnostics
        #expect(
            found.map(\.message) == (isKnown ? [] : ["there is no DNS record for `\(host)`"]))
    }

    @Test func `reads a record of several values`() throws {
        let plan = try Self.plan(
            """
            topology:
              dns:
                records: [{name: two.example.com, type: A, ttl: 60s, values: [192.0.2.1, 192.0.2.2]}]
            """)
        #expect(
            plan.topology.dns.records.map(\.values) == [["lb.east.example.com"], ["192.0.2.1", "192.0.2.2"]])
    }

    @Test func `merges manifests by origin, context, kind, namespace and name`() throws {
        let plan = try Self.plan(
            """
            manifests:
              - origin: installed
                context: east-context
                manifest:
                  {kind: Cluster, metadata: {name: orders, namespace: production}, spec: {instances: 5}}
            """)
        #expect(plan.manifests.count == 3)
        let cluster = plan.manifests.first { $0.object["kind"] == "Cluster" }
        #expect(cluster?.object[path: "spec", "instances"] == 5)
        #expect(cluster?.object[path: "spec", "enableSuperuserAccess"] == true)
    }

    @Test func `replaces lists whose items have no keys`() throws {
        let plan = try Self.plan("controller: {alert_channels: [chat], defined_functions: [a, b]}")
        #expect(plan.controller.alertChannels == ["chat"])
        #expect(plan.controller.definedFunctions == ["a", "b"])
    }

    @Test func `removes keys by null and items by $remove`() throws {
        let plan = try Self.plan(
            """
            people: {roles: [{id: on_call, escalates_to: null}]}
            runbooks: [{id: failover, steps: [{id: settle, $remove: true}]}]
            """)
        #expect(plan.people.roles[0].escalatesTo == nil)
        #expect(plan.runbooks[0].steps.map(\.id) == ["ask", "promote", "check", "tell"])
    }

    @Test(arguments: [
        ("$before: ask", ["new", "ask", "promote"]), ("$after: ask", ["ask", "new", "promote"]),
        ("source: L1", ["ask", "promote", "settle"]),
    ]) func `places new items`(place: String, first: [StepID]) throws {
        let source = place.hasPrefix("source") ? "" : ", source: L1"
        let plan = try Self.plan(
            "runbooks: [{id: failover, steps: [{id: new, title: New, wait: 1s, \(place)\(source)}]}]")
        #expect(Array(plan.runbooks[0].steps.map(\.id).prefix(3)) == first)
        #expect(plan.runbooks[0].steps.count == 6)
    }

    @Test func `moves items that are there`() throws {
        let plan = try Self.plan("runbooks: [{id: failover, steps: [{id: ask, $after: tell}]}]")
        #expect(plan.runbooks[0].steps.map(\.id) == ["promote", "settle", "check", "tell", "ask"])
    }

    @Test func `lets a step become another kind of step`() throws {
        let plan = try Self.plan("runbooks: [{id: failover, steps: [{id: settle, call: settle_down}]}]")
        #expect(plan.runbooks[0].steps[2].action == .call("settle_down"))
    }

    @Test func `lets a distribution become another`() throws {
        let plan = try Self.plan("assumptions: [{id: node_start, distribution: {constant: 3m}}]")
        #expect(plan.assumption("node_start")?.distribution == .constant(180))
    }

    @Test func `adds runbooks and manifests`() throws {
        let plan = try Self.plan(
            """
            runbooks:
              - {id: rest, title: Rest, source: L1, steps: [{id: wait, title: Wait, wait: 1h, source: L1}]}
            manifests:
              - origin: document
                context: west-context
                manifest: {apiVersion: v1, kind: ConfigMap, metadata: {name: new}, data: {flag: yes}}
            """)
        #expect(plan.runbook("rest")?.steps.count == 1)
        #expect(plan.manifests.last?.object[path: "data", "flag"] == true)
        #expect(plan.manifests.last?.origin == .document(context: "west-context"))
    }

    @Test func `lays what an overlay extends first, and once`() throws {
        let base = ("base", "controller: {latch: true, cool_down: 5m}")
        let middle = ("middle", "extends: base\ncontroller: {cool_down: 10m}")
        let result = try Self.read(base, middle, ("top", "extends: middle\ncontroller: {location: dr}"))
        let controller = try #require(result.value).plan.controller
        #expect(controller.latch)
        #expect(controller.coolDown == .minutes(10))
        #expect(controller.location == .recovery)
        #expect(result.value?.overlays == ["top"])
        #expect(result.value?.knownOverlays == ["base", "middle", "top"])
    }

    @Test func `stacks overlays in the order in which they are asked for`() throws {
        var fixture = PlanFixture.adding("controller: {cool_down: 5m}", as: "overlays/a.yaml")
        fixture.files["overlays/b.yaml"] = "extends: a\ncontroller: {cool_down: 10m}"
        let plan = try #require(fixture.read(overlays: ["a", "b"]).value).plan
        #expect(plan.controller.coolDown == .minutes(10))
    }

    @Test(arguments: [["a", "a"], ["b", "a"]])
    func `refuses an overlay that is in the stack already`(names: [String]) throws {
        var fixture = PlanFixture.adding("controller: {cool_down: 5m}", as: "overlays/a.yaml")
        fixture.files["overlays/b.yaml"] = "extends: a\ncontroller: {cool_down: 10m}"
        let result = try fixture.read(overlays: names)
        #expect(result.value == nil)
        #expect(
            result.diagnostics.map(\.summary) == [
                "DR014 the overlay a is in the stack already and would change nothing"
            ])
    }

    @Test func `finds an overlay by path and what it extends beside it`() throws {
        var fixture = PlanFixture.adding("controller: {latch: true}", as: "../elsewhere/base.yaml")
        fixture.files["../elsewhere/top.yaml"] = "extends: base.yaml\ncontroller: {cool_down: 1m}"
        let plan = try fixture.inFolder { folder in
            PlanReader.read(folder: folder, overlays: ["\(folder)/../elsewhere/top.yaml"], settings: [])
                .value?.plan
        }
        #expect(plan?.controller.latch == true)
        #expect(plan?.controller.coolDown == .minutes(1))
    }
}
