import DRSimCloud
import DRSimKernel
import DRSimUnits
import Testing

/// Records that share a name by weight.
struct WeightedRecordTests {
    private static let check = DNSRecord.HealthCheck(interval: .seconds(10), threshold: 3)

    private static func record(
        _ set: String, weight: Int, check: DNSRecord.HealthCheck? = check
    ) -> DNSRecord {
        DNSRecord(
            name: "api.example.com", type: "CNAME", ttl: .seconds(60), value: "lb.\(set)",
            routing: .weighted(set: set, weight: weight, check))
    }

    private static func run(west: Int = 3, east: Int = 1, trial: UInt32 = 0) -> CloudRun {
        var configuration = CloudConfiguration.twoRegions()
        configuration.dns.records[0] = record("west", weight: west)
        configuration.dns.records.append(record("east", weight: east))
        return CloudRun(configuration, trial: trial)
    }

    /// That the shares of all flows sum to the whole, now and at the next breakpoint.
    private static func expectWhole(_ run: CloudRun, at instant: Instant) {
        let flows = run.cloud.clients(of: "api.example.com", at: instant)
        #expect(flows.map(\.share).reduce(.none, +) == .all)
        #expect(flows.map(\.finalShare).reduce(.none, +) == .all)
    }

    @Test func `spread clients as their weights say, and all that is left goes to the last`() {
        let run = Self.run()
        #expect(run.share(at: "lb.west", at: .start) == .percent(75))
        #expect(run.share(at: "lb.east", at: .start) == .percent(25))
        let thirds = Self.run(west: 1, east: 2)
        #expect(thirds.share(at: "lb.west", at: .start) == Share(partsPerMillion: 333_333))
        Self.expectWhole(thirds, at: .start)
        #expect(run.cloud.address(of: "api.example.com") == "lb.west")
        #expect(thirds.cloud.address(of: "api.example.com") == "lb.east")
    }

    @Test func `leave out a target whose health check fails, and take it in again`() throws {
        var run = Self.run()
        run.loseRegion(0, at: .minutes(1))
        run.run(through: .minutes(2))
        #expect(run.cloud.address(of: "api.example.com") == "lb.east")
        for minute in Int64(2)...40 {
            run.run(through: .minutes(minute))
            Self.expectWhole(run, at: .minutes(minute))
        }
        #expect(run.share(at: "lb.east", at: .minutes(40)) > .percent(98))
        run.returnRegion(0, at: .minutes(60))
        run.run(through: .start + .days(3))
        #expect(run.share(at: "lb.west", at: .start + .days(3)) == .percent(75))
        #expect(run.share(at: "lb.east", at: .start + .days(3)) == .percent(25))
        let told = run.facts.compactMap { entry -> String? in
            if case .dnsFailedOver(_, let value) = entry.fact { value } else { nil }
        }
        #expect(told == ["lb.east", "lb.west and lb.east"])
    }

    @Test func `are answered as if all were well where all have failed`() {
        var run = Self.run()
        run.loseRegion(0, at: .minutes(1))
        run.loseRegion(1, at: .minutes(1))
        run.run(through: .start + .days(2))
        #expect(run.share(at: "lb.west", at: .start + .days(2)) == .percent(75))
    }

    @Test func `keep a target without a check, and one without weight in reserve`() {
        var configuration = CloudConfiguration.twoRegions()
        configuration.dns.records[0] = Self.record("west", weight: 1, check: nil)
        configuration.dns.records.append(Self.record("east", weight: 1))
        var unchecked = CloudRun(configuration)
        unchecked.loseRegion(0, at: .minutes(1))
        unchecked.run(through: .minutes(30))
        #expect(unchecked.share(at: "lb.west", at: .minutes(30)) == .percent(50))

        var reserve = Self.run(west: 1, east: 0)
        #expect(reserve.share(at: "lb.west", at: .start) == .all)
        reserve.loseRegion(0, at: .minutes(1))
        reserve.run(through: .minutes(2))
        #expect(reserve.cloud.address(of: "api.example.com") == "lb.east")
    }

    @Test func `let people drain a region by taking its weight`() throws {
        var run = Self.run()
        let drained = Self.record("west", weight: 0, check: nil)
        try run.change([DNSRecordChange(.upsert, drained)], at: .minutes(1))
        run.run(through: .start + .days(2))
        #expect(run.share(at: "lb.east", at: .start + .days(2)) == .all)
        #expect(try run.cloud.records(inZone: "Z1").map(\.weight).prefix(2) == [0, nil])
    }

    @Test func `have each health check decide by its own luck`() {
        var instants: Set<Instant> = []
        for trial in 0..<20 as Range<UInt32> {
            var run = Self.run(trial: trial)
            run.loseRegion(1, at: .minutes(1))
            run.run(through: .minutes(2))
            let news = CloudFact.dnsFailedOver(name: "api.example.com", value: "lb.west")
            instants.formUnion(run.instants { $0 == news })
        }
        #expect(instants.count > 10)
        #expect(instants.allSatisfy { (Instant.seconds(90)...Instant.seconds(100)).contains($0) })
    }

    @Test func `leave a target out by each name's own check, whatever another name's has decided`() {
        for trial in 0..<10 as Range<UInt32> {
            var configuration = CloudConfiguration.twoRegions()
            configuration.dns.records[0] = Self.record("west", weight: 1)
            configuration.dns.records.append(Self.record("east", weight: 1))
            for set in ["west", "east"] {
                configuration.dns.records.append(
                    DNSRecord(
                        name: "app.example.com", type: "CNAME", ttl: .seconds(60), value: "lb.\(set)",
                        routing: .weighted(set: set, weight: 1, Self.check)))
            }
            var run = CloudRun(configuration, trial: trial)
            run.loseRegion(0, at: .minutes(1))
            run.run(through: .minutes(40))
            for name in ["api.example.com", "app.example.com"] {
                let east = run.cloud.clients(of: name, at: .minutes(40)).first { $0.target == "lb.east" }
                #expect(east?.share ?? .none > .percent(95), "\(name) in trial \(trial)")
            }
        }
    }

    @Test func `refuse a plain record of their name`() throws {
        var run = Self.run()
        #expect(
            refusal { try run.point(at: "lb.east", at: .minutes(1)) }?.contains("non-multi RRSet") == true)
    }
}
