import DRSimCloud
import DRSimKernel
import DRSimUnits
import Testing

/// Where clients are while DNS changes under them.
struct ClientsTests {
    @Test func `all are at the record's value at the start, and stay`() {
        let run = CloudRun()
        let flows = run.cloud.clients(of: "API.example.com.", at: .start)
        #expect(flows.map(\.target) == ["lb.west"])
        #expect(flows.map(\.share) == [.all])
        #expect(flows.map(\.finalShare) == [.all])
        #expect(flows.map(\.until) == [.never])
        #expect(run.cloud.clients(of: "nowhere.example.com", at: .start).isEmpty)
        #expect(run.cloud.clients(of: "example.com", at: .start).isEmpty)
    }

    @Test func `several values share a record's clients evenly, and nothing takes a dead one out`() {
        var configuration = CloudConfiguration.twoRegions()
        configuration.dns.records[0] = DNSRecord(
            name: "api.example.com", type: "A", ttl: .minutes(1), values: ["lb.west", "lb.east", "lb.north"])
        var run = CloudRun(configuration)
        let third = Share(partsPerMillion: 333_333)
        #expect(run.share(at: "lb.east", at: .start) == third)
        #expect(run.share(at: "lb.north", at: .start) == third)
        run.loseRegion(0, at: .minutes(1))
        run.run(through: .minutes(30))
        #expect(run.share(at: "lb.west", at: .minutes(30)) == Share(partsPerMillion: 333_334))
        #expect(
            run.cloud.clients(of: "api.example.com", at: .minutes(30)).map(\.share).reduce(.none, +) == .all)
    }

    @Test func `clients leave a record of one value for one of several as they leave any other`() throws {
        var run = CloudRun()
        let both = DNSRecord(
            name: "api.example.com", type: "CNAME", ttl: .minutes(1), values: ["lb.west", "lb.east"])
        try run.change([DNSRecordChange(.upsert, both)], at: .seconds(10))
        run.run(through: .start + .days(3))
        #expect(run.share(at: "lb.west", at: .start + .days(3)) == .percent(50))
        #expect(run.share(at: "lb.east", at: .start + .days(3)) == .percent(50))
        // In whatever order they are named it is the same record.
        let same = DNSRecord(
            name: "api.example.com", type: "CNAME", ttl: .minutes(1), values: ["lb.east", "lb.west"])
        try run.change([DNSRecordChange(.delete, same)], at: .start + .days(3))
    }

    @Test func `nobody moves before the change has propagated`() throws {
        var run = CloudRun()
        try run.point(at: "lb.east", at: .seconds(100))
        run.run(through: .seconds(129))
        #expect(run.share(at: "lb.west", at: .seconds(129)) == .all)
        #expect(run.cloud.address(of: "api.example.com") == "lb.west")
        run.run(through: .seconds(130))
        #expect(run.cloud.address(of: "api.example.com") == "lb.east")
        #expect(run.share(at: "lb.west", at: .seconds(130)) == .all)
        #expect(run.share(at: "lb.east", at: .seconds(131)) > .none)
    }

    @Test(arguments: [60, 300, 3_600])
    func `move by the old record's TTL, not the new one's`(oldTTL: Int64) throws {
        var run = CloudRun(.twoRegions(ttl: .seconds(oldTTL)))
        try run.point(at: "lb.east", ttl: .seconds(1), at: .start)
        let moved = Instant.seconds(30 + oldTTL)
        run.run(through: moved)
        #expect(run.share(at: "lb.east", at: moved) == .percent(85))
        run.run(through: moved + .minutes(5))
        #expect(run.share(at: "lb.east", at: moved + .minutes(5)) == .percent(95))
        run.run(through: moved + .minutes(30))
        #expect(run.share(at: "lb.east", at: moved + .minutes(30)) == .percent(99))
        run.run(through: .seconds(30) + .hours(24))
        #expect(run.share(at: "lb.east", at: .seconds(30) + .hours(24)) == .all)
    }

    @Test func `the new record's TTL governs the change after it`() throws {
        var run = CloudRun(.twoRegions(ttl: .hours(1)))
        try run.point(at: "lb.east", ttl: .seconds(60), at: .start)
        run.run(through: .start + .days(2))
        try run.point(at: "lb.west", ttl: .seconds(60), at: .start + .days(2))
        let moved = Instant.seconds(90) + .days(2)
        run.run(through: moved)
        #expect(run.share(at: "lb.west", at: moved) == .percent(85))
    }

    @Test func `each breakpoint is a fact`() throws {
        var run = CloudRun(.twoRegions(ttl: .seconds(60)))
        try run.point(at: "lb.east", at: .start)
        run.run(through: .start + .days(2))
        let moves = run.facts.compactMap { entry -> (Instant, Share)? in
            guard case .clientsMoved("api.example.com", "lb.east", let share) = entry.fact else { return nil }
            return (entry.at, share)
        }
        #expect(moves.map(\.1) == [.percent(85), .percent(95), .percent(99), .all])
        let instants: [Instant] = [90, 390, 1_890, 86_430].map { .seconds($0) }
        #expect(moves.map(\.0) == instants)
    }

    @Test func `submitting the same value again moves nobody and does not disturb a move`() throws {
        var run = CloudRun(.twoRegions(ttl: .seconds(60)))
        try run.point(at: "lb.east", at: .start)
        let again = try run.point(at: "lb.east", at: .seconds(60))
        #expect(!again.hasEffect)
        run.run(through: .start + .days(2))
        let shares = run.instants { if case .clientsMoved = $0 { true } else { false } }
        #expect(shares.count == 4)
        #expect(run.instants { if case .dnsChanged = $0 { true } else { false } } == [.start])
        #expect(run.instants { if case .dnsPropagated = $0 { true } else { false } } == [.seconds(30)])
    }

    @Test func `a change during a move starts from where clients are then`() throws {
        var run = CloudRun(.twoRegions(ttl: .seconds(60)))
        try run.point(at: "lb.east", at: .start)
        try run.point(at: "lb.south", at: .seconds(60))
        run.run(through: .seconds(90))
        #expect(run.share(at: "lb.east", at: .seconds(90)) == .percent(85))
        #expect(run.share(at: "lb.west", at: .seconds(90)) == .percent(15))
        run.run(through: .seconds(150))
        #expect(run.share(at: "lb.south", at: .seconds(150)) == .percent(85))
        #expect(run.share(at: "lb.east", at: .seconds(150)) == .rounding(0.1275))
        #expect(run.share(at: "lb.west", at: .seconds(150)) == .rounding(0.0225))
    }

    @Test func `clients who never left are back at once when a change is taken back`() throws {
        var run = CloudRun(.twoRegions(ttl: .seconds(60)))
        try run.point(at: "lb.east", at: .start)
        try run.point(at: "lb.west", at: .seconds(60))
        run.run(through: .seconds(150))
        #expect(run.share(at: "lb.west", at: .seconds(90)) == .percent(15))
        #expect(run.share(at: "lb.east", at: .seconds(150)) == .rounding(0.1275))
        #expect(run.share(at: "lb.west", at: .seconds(150)) == .rounding(0.8725))
    }

    @Test(arguments: 0..<20)
    func `overlapping moves conserve the whole, at every instant and at every line's end`(
        trial: UInt32
    ) throws {
        var run = CloudRun(
            .twoRegions(ttl: .seconds(300)),
            timings: .timings(nodeStart: .constant(1), dnsPropagation: .uniform(low: 5, high: 60)),
            trial: trial)
        let entity = StreamName("overlapping moves")
        func drawn(_ limit: Int, _ purpose: String, _ ordinal: UInt32) -> Int {
            let u = run.draws.uniform(entity: entity, purpose: StreamName(purpose), ordinal: ordinal)
            return Int(u * Double(limit))
        }
        var instant = Instant.start
        for step in 0..<60 as Range<UInt32> {
            let gap = Span(milliseconds: Int64(drawn(400_000, "gap", step)))
            let target = ["lb.west", "lb.east", "lb.south", "lb.north"][drawn(4, "target", step)]
            instant = instant + gap
            try run.point(at: target, ttl: .seconds(Int64(drawn(600, "ttl", step))), at: instant)
            let flows = run.cloud.clients(of: "api.example.com", at: instant)
            #expect(flows.reduce(Share.none) { $0 + $1.share } == .all)
            #expect(flows.reduce(Share.none) { $0 + $1.finalShare } == .all)
            #expect(flows.allSatisfy { $0.share >= .none && $0.finalShare >= .none && $0.until > instant })
        }
    }

    @Test func `a line ends where the next begins`() throws {
        var run = CloudRun()
        try run.point(at: "lb.east", at: .start)
        run.run(through: .seconds(77))
        for flow in run.cloud.clients(of: "api.example.com", at: .seconds(77)) {
            #expect(flow.until == .seconds(330))
            #expect(run.share(at: flow.target, at: flow.until) == flow.finalShare)
        }
    }

    @Test func `clients of a deleted name end up nowhere`() throws {
        var run = CloudRun(.twoRegions(ttl: .seconds(60)))
        let record = DNSRecord(name: "api.example.com", type: "CNAME", ttl: .seconds(60), value: "lb.west")
        try run.change([DNSRecordChange(.delete, record)], at: .start)
        run.run(through: .seconds(90))
        #expect(run.cloud.address(of: "api.example.com") == nil)
        #expect(run.share(at: "", at: .seconds(90)) == .percent(85))
    }

    @Test func `a new name has all its clients as soon as it is answered`() throws {
        var run = CloudRun()
        let record = DNSRecord(name: "new.example.com", type: "CNAME", ttl: .seconds(60), value: "lb.east")
        try run.change([DNSRecordChange(.create, record)], at: .start)
        run.run(through: .seconds(30))
        #expect(run.cloud.clients(of: "new.example.com", at: .seconds(30)).map(\.target) == ["lb.east"])
    }
}
