import DRSimCloud
import DRSimKernel
import DRSimUnits
import Testing

struct HealthCheckTests {
    /// The public name leads west and, by a health check, east.
    private static func run(interval: Span = .seconds(10), trial: UInt32 = 0) -> CloudRun {
        var configuration = CloudConfiguration.twoRegions(ttl: .seconds(60))
        let check = DNSRecord.HealthCheck(interval: interval, threshold: 3)
        configuration.dns.records[0].routing = .primary(check)
        configuration.dns.records.append(
            DNSRecord(
                name: "api.example.com", type: "CNAME", ttl: .seconds(60), value: "lb.east",
                routing: .secondary))
        return CloudRun(configuration, trial: trial)
    }

    private static func failovers(of run: CloudRun, to target: String) -> [Instant] {
        run.instants { $0 == .dnsFailedOver(name: "api.example.com", value: target) }
    }

    @Test(arguments: [(Span.seconds(10), 30...40), (.seconds(30), 90...120)] as [(Span, ClosedRange<Int64>)])
    func `users are led to the second target after as many looks as decide`(
        _ interval: Span, _ seconds: ClosedRange<Int64>
    ) throws {
        var found: [Int64] = []
        for trial in 0..<50 as Range<UInt32> {
            var run = Self.run(interval: interval, trial: trial)
            run.loseRegion(0, at: .minutes(1))
            run.run(through: .minutes(5))
            let decision = try #require(Self.failovers(of: run, to: "lb.east").first)
            found.append((decision - Instant.minutes(1)).milliseconds / 1_000)
        }
        #expect(found.allSatisfy { seconds.contains($0) })
        #expect(Set(found).count > 5)
    }

    @Test func `no control plane is needed, and the old record's time to live governs`() throws {
        var run = Self.run()
        run.at(.start) { cloud, _, _, effects in cloud.dnsControlPlaneLost(effects: &effects) }
        run.loseRegion(0, at: .minutes(1))
        run.run(through: .minutes(5))
        #expect(run.cloud.address(of: "api.example.com") == "lb.east")
        #expect(run.share(at: "lb.east", at: .minutes(5)) > .percent(85))
        #expect(run.share(at: "lb.west", at: .minutes(5)) > .none)
    }

    @Test func `a target that is back before enough looks was never gone, one that returns is used again`() {
        var run = Self.run()
        run.loseRegion(0, at: .minutes(1))
        run.returnRegion(0, at: .minutes(1) + .seconds(20))
        run.run(through: .minutes(10))
        #expect(Self.failovers(of: run, to: "lb.east") == [])
        run.loseRegion(0, at: .minutes(11))
        run.returnRegion(0, at: .minutes(20))
        run.run(through: .minutes(30))
        #expect(Self.failovers(of: run, to: "lb.west").count == 1)
        #expect(run.cloud.address(of: "api.example.com") == "lb.west")
    }

    @Test(arguments: [(Site.clients, Site.region(0)), (.region(0), .clients)])
    func `a region that users do not reach fails its check though it works, until they do`(
        _ source: Site, _ target: Site
    ) {
        var run = Self.run()
        run.at(.minutes(1)) { $0.cut(source, target, at: $1, draws: $2, effects: &$3) }
        run.run(through: .minutes(3))
        #expect(run.cloud.isUp(region: 0))
        #expect(run.cloud.address(of: "api.example.com") == "lb.east")
        run.at(.minutes(4)) { $0.heal(source, target, at: $1, draws: $2, effects: &$3) }
        run.run(through: .minutes(6))
        #expect(run.cloud.address(of: "api.example.com") == "lb.west")
    }

    @Test func `a region that users reach passes its check whatever else it is cut off from`() {
        var run = Self.run()
        for other in [Site.region(1), .third] {
            run.at(.minutes(1)) { $0.cut(.region(0), other, at: $1, draws: $2, effects: &$3) }
        }
        run.run(through: .minutes(30))
        #expect(run.cloud.address(of: "api.example.com") == "lb.west")
    }

    @Test func `a control plane with a fault of its own refuses until the last fault ends`() throws {
        var run = CloudRun()
        for _ in 0..<2 {
            run.at(.start) { cloud, _, _, effects in cloud.dnsControlPlaneLost(effects: &effects) }
        }
        #expect(run.cloud.isUp(region: 1) && !run.cloud.isDNSControlPlaneUp)
        #expect(
            refusal { try run.point(at: "lb.east", at: .minutes(1)) }
                == "An error occurred (ServiceUnavailable) when calling the ChangeResourceRecordSets "
                + "operation (reached max retries: 2): The request has failed due to a temporary failure of "
                + "the server."
        )
        for _ in 0..<2 {
            run.at(.minutes(2)) { cloud, _, _, effects in cloud.dnsControlPlaneReturned(effects: &effects) }
        }
        try run.point(at: "lb.east", at: .minutes(3))
        #expect(run.instants { $0 == .dnsControlPlaneLost } == [.start])
        #expect(run.instants { $0 == .dnsControlPlaneReturned } == [.minutes(2)])
    }
}
