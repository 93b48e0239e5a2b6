import DRSimCloud
import DRSimKernel
import DRSimUnits
import Testing

/// Records whose first label is an asterisk (RFC 4592).
struct WildcardRecordTests {
    private static let hosts = ["shop.example.com", "deep.down.example.com"]

    private static func record(
        _ name: String, to target: String, _ routing: DNSRecord.Routing? = nil
    ) -> DNSRecord {
        DNSRecord(name: name, type: "CNAME", ttl: .seconds(60), value: target, routing: routing)
    }

    /// Users ask for two names that only `*.example.com` answers for, beside `api.example.com`.
    private static func run(_ records: DNSRecord...) -> CloudRun {
        var configuration = CloudConfiguration.twoRegions()
        configuration.dns.records += records
        configuration.dns.hosts = hosts + ["API.example.com."]
        return CloudRun(configuration)
    }

    private static func east(_ host: String, in run: CloudRun, at instant: Instant) -> Share {
        run.cloud.clients(of: host, at: instant).first { $0.target == "lb.east" }?.share ?? .none
    }

    @Test func `lead the clients of every name below that has none of its own`() throws {
        var run = Self.run(Self.record("\\052.Example.com.", to: "lb.west"))
        for host in Self.hosts {
            #expect(run.cloud.address(of: host) == "lb.west")
            #expect(run.cloud.clients(of: host, at: .start).map(\.target) == ["lb.west"])
        }
        try run.change(
            [DNSRecordChange(.upsert, Self.record("*.example.com", to: "lb.east"))], at: .minutes(1))
        run.run(through: .minutes(3))
        for host in Self.hosts { #expect(Self.east(host, in: run, at: .minutes(3)) > .percent(80)) }
        #expect(run.cloud.address(of: "api.example.com") == "lb.west")
        #expect(Self.east("api.example.com", in: run, at: .minutes(3)) == .none)
    }

    @Test func `give way to a record of the name itself, and take its clients when it goes`() throws {
        var run = Self.run(Self.record("*.example.com", to: "lb.west"))
        let own = Self.record("Shop.example.com", to: "lb.east")
        try run.change([DNSRecordChange(.create, own)], at: .minutes(1))
        run.run(through: .start + .days(2))
        #expect(Self.east("shop.example.com", in: run, at: .start + .days(2)) == .all)
        #expect(Self.east("deep.down.example.com", in: run, at: .start + .days(2)) == .none)
        try run.change([DNSRecordChange(.delete, own)], at: .start + .days(2))
        run.run(through: .start + .days(4))
        #expect(Self.east("shop.example.com", in: run, at: .start + .days(4)) == .none)
        #expect(run.cloud.address(of: "shop.example.com") == "lb.west")
    }

    @Test func `answer for nothing below a nearer name`() throws {
        var run = Self.run(Self.record("*.example.com", to: "lb.west"))
        let nearer = Self.record("other.down.example.com", to: "lb.east")
        try run.change([DNSRecordChange(.create, nearer)], at: .minutes(1))
        run.run(through: .minutes(5))
        #expect(run.cloud.address(of: "deep.down.example.com") == nil)
        #expect(run.cloud.address(of: "shop.example.com") == "lb.west")
    }

    @Test func `leave names without an answer when they go`() throws {
        let wildcard = Self.record("*.example.com", to: "lb.west")
        var run = Self.run(wildcard)
        try run.change([DNSRecordChange(.delete, wildcard)], at: .minutes(1))
        run.run(through: .start + .days(2))
        #expect(run.cloud.address(of: "shop.example.com") == nil)
        let left = run.cloud.clients(of: "shop.example.com", at: .start + .days(2))
        #expect(left.filter { $0.share > .none }.map(\.target) == [""])
    }

    @Test func `have health checks that move all they answer for`() {
        let check = DNSRecord.HealthCheck(interval: .seconds(10), threshold: 3)
        var run = Self.run(
            Self.record("*.example.com", to: "lb.west", .primary(check)),
            Self.record("*.example.com", to: "lb.east", .secondary))
        run.loseRegion(0, at: .minutes(1))
        run.run(through: .minutes(10))
        for host in Self.hosts { #expect(Self.east(host, in: run, at: .minutes(10)) > .percent(80)) }
        #expect(Self.east("api.example.com", in: run, at: .minutes(10)) == .none)
    }

    @Test func `are named as the real one names them where they are refused`() {
        var run = Self.run(Self.record("*.example.com", to: "lb.west"))
        let error = #expect(throws: CloudError.self) {
            try run.change(
                [DNSRecordChange(.create, Self.record("*.example.com", to: "lb.east"))], at: .start)
        }
        #expect(
            error?.message == "[Tried to create resource record set [name='\\052.example.com.', "
                + "type='CNAME'] but it already exists]")
    }
}
