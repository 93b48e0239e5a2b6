import DRSimDocument
import DRSimFiles
import DRSimPlan
import DRSimUnits
import Testing

struct SettingTests {
    /// The plan under settings.
    static func plan(_ settings: String...) throws -> Plan {
        let result = try PlanFixture().read(settings: settings)
        #expect(result.diagnostics.map(\.summary) == [])
        return try #require(result.value).plan
    }

    @Test func `sets values of mappings`() throws {
        let plan = try Self.plan("controller.latch=true", "controller.detection.window=3")
        #expect(plan.controller.latch)
        #expect(plan.controller.detection == .init(required: 1, window: 3))
    }

    @Test func `finds items of keyed lists by key`() throws {
        let plan = try Self.plan("runbooks.failover.steps.settle.wait=1m", "business_impact.tiers.2.rto=2d")
        #expect(plan.runbooks[0].steps[2].action == .wait(.minutes(1)))
        #expect(plan.tier(2)?.objectives.rto == .days(2))
    }

    @Test func `takes names with dots in brackets`() throws {
        let plan = try Self.plan("topology.dns.records[api.example.com/CNAME].ttl=60s")
        #expect(plan.topology.dns.records[0].ttl == .seconds(60))
    }

    @Test func `reaches into manifests`() throws {
        let item = "manifests[installed/east-context/Cluster/production/orders]"
        let plan = try Self.plan("\(item).manifest.spec.instances=5")
        #expect(plan.manifests.contains { $0.object[path: "spec", "instances"] == 5 })
    }

    @Test func `takes lists and mappings as YAML writes them`() throws {
        let plan = try Self.plan(
            "controller.alert_channels=[pager, chat]", "assumptions.node_start.distribution={constant: 3m}")
        #expect(plan.controller.alertChannels == ["pager", "chat"])
        #expect(plan.assumption("node_start")?.distribution == .constant(180))
    }

    @Test func `removes by null`() throws {
        let plan = try Self.plan(
            "people.roles.on_call.escalates_to=null", "runbooks.failover.steps.settle=null")
        #expect(plan.people.roles[0].escalatesTo == nil)
        #expect(plan.runbooks[0].steps.count == 4)
    }

    @Test func `is laid over overlays`() throws {
        let fixture = PlanFixture.adding("controller: {cool_down: 5m}", as: "overlays/a.yaml")
        let plan = try #require(fixture.read(overlays: ["a"], settings: ["controller.cool_down=7m"]).value)
            .plan
        #expect(plan.controller.coolDown == .minutes(7))
    }

    @Test(arguments: [
        ("controller.latch", "1:1: DR002 expected `path=value`"),
        ("=true", "1:1: DR002 a name is missing in the path ``"),
        ("controller..latch=true", "1:12: DR002 a name is missing in the path `controller..latch`"),
        ("topology.dns.records[api.example.com/CNAME.ttl=60s", "1:21: DR002 `[` is never closed"),
        ("controller.latch=", "1:18: DR002 there is no value behind the `=`; `null` removes"),
        ("controller.latch=false", "1:18: DR014 this changes nothing"),
        (
            "controller.latch=[true",
            "1:18: DR002 while parsing a flow sequence: did not find expected ',' or ']'"
        ),
        ("controller.latch=*yes", "1:18: DR004 an alias is not part of the format"),
        ("controller.latch=on", "1:18: DR007 expected true or false, found `on`"),
        ("controller.poll_interval=30", "1:26: DR009 `30` has no unit"),
        ("controller.lacth=true", "1:12: DR014 the controller has no key `lacth`"),
        ("contoller.latch=true", "1:1: DR014 the plan folder has no key `contoller`"),
        ("controller.latch.on=true", "1:18: DR014 `controller.latch` is `false` and has no `on`"),
        ("controller.latch=null", "1:12: DR006 the controller cannot do without `latch`"),
        ("controller.lock=null", "1:12: DR014 there is no `lock` here to remove"),
        (
            "controller.alert_channels.0=chat",
            "1:27: DR014 `controller.alert_channels` is a list without names"
        ),
        ("runbooks.fail-over.steps.settle.wait=1m", "1:10: DR014 `runbooks` has no item `fail-over`"),
        (
            "topology.dns.records.api.example.com.ttl=60s",
            "1:22: DR014 `topology.dns.records` has no item `api`"
        ),
        ("runbooks.failover.steps=1", "1:25: DR007 this makes `runbooks.steps` `1` where it was a list"),
    ]) func `says first what is wrong with a setting`(setting: String, line: String) throws {
        let result = try PlanFixture().read(settings: [setting])
        #expect(result.value == nil)
        #expect(result.diagnostics.first?.summary == "--set #1:\(line)")
    }

    @Test func `points with its notes too behind the equals sign`() throws {
        let found = try PlanFixture().read(settings: ["controller={latch: true, latch: false}"]).diagnostics
        #expect(found.first?.position?.column == 26)
        #expect(found.first?.notes.map(\.position.column) == [13])
    }

    @Test func `explains brackets where a name has dots`() throws {
        let result = try PlanFixture().read(settings: ["topology.dns.records.api.example.com.ttl=60s"])
        let help = "a name with dots stands in brackets: `topology.dns.records[api.example.com/CNAME]`"
        #expect(result.diagnostics.first?.help == help)
    }

    @Test(arguments: [
        ("controller.poll_interval=5", "did you mean `5s`? the plan has `30s`"),
        ("business_impact.tiers.1.rto=5", "did you mean `5h`? the plan has `1h`"),
        (
            "services.checkout.rto=5h",
            "`rto` stands in `plan.objectives.rto`, `business_impact.tiers.1.rto`, `business"
        ),
        ("services.services.checkout.rto=5h", "`rto` stands in `plan.objectives.rto`, `business"),
    ]) func `says where and in which unit the plan has what was meant`(setting: String, help: String) throws {
        let diagnostic = try #require(try PlanFixture().read(settings: [setting]).diagnostics.first)
        #expect(diagnostic.help?.contains(help) == true, "\(diagnostic.help ?? "no help")")
    }

    @Test func `may have the value the plan has already where two plans are compared`() throws {
        let setting = "controller.poll_interval=30s"
        let strict = try PlanFixture().read(settings: [setting])
        #expect(strict.diagnostics.first?.message == "this changes nothing")
        let lenient = try PlanFixture().inFolder {
            PlanReader.read(folder: $0, overlays: [], settings: [setting], settingsMayBeIdle: true)
        }
        #expect(lenient.value?.sha256 == (try PlanFixture().read()).value?.sha256)
    }
}
