import DRSimCloud
import DRSimUnits
import Testing

/// The control plane of DNS: what it accepts, what it refuses, and when a change is everywhere.
struct HostedZoneTests {
    struct Refusal: Sendable, CustomTestStringConvertible {
        let changes: [DNSRecordChange]
        let message: String
        var testDescription: String { message }

        init(_ action: DNSRecordChange.Action, _ name: String, _ type: String, _ message: String) {
            let record = DNSRecord(name: name, type: type, ttl: .seconds(60), value: "other.example.net")
            (changes, self.message) = ([DNSRecordChange(action, record)], message)
        }
    }

    static let refusals = [
        Refusal(
            .upsert, "www.example.com", "CNAME",
            "[RRSet of type CNAME with DNS name www.example.com. is not permitted as it conflicts with "
                + "other records with the same DNS name in zone example.com.]"),
        Refusal(
            .upsert, "api.example.com", "A",
            "[RRSet of type A with DNS name api.example.com. is not permitted because a conflicting "
                + "RRSet of type CNAME with the same DNS name already exists in zone example.com.]"),
        Refusal(
            .upsert, "api.example.org", "CNAME",
            "[RRSet with DNS name api.example.org. is not permitted in zone example.com.]"),
        Refusal(
            .upsert, "badexample.com", "A",
            "[RRSet with DNS name badexample.com. is not permitted in zone example.com.]"),
        Refusal(
            .create, "example.com", "CNAME",
            "[RRSet of type CNAME with DNS name example.com. is not permitted at apex in zone example.com.]"),
        Refusal(
            .create, "API.example.com.", "CNAME",
            "[Tried to create resource record set [name='api.example.com.', type='CNAME'] but it already "
                + "exists]"),
        Refusal(
            .delete, "gone.example.com", "CNAME",
            "[Tried to delete resource record set [name='gone.example.com.', type='CNAME'] but it was not "
                + "found]"),
        Refusal(
            .delete, "api.example.com", "CNAME",
            "[Tried to delete resource record set [name='api.example.com.', type='CNAME'] but the values "
                + "provided do not match the current values]"),
    ]

    @Test(arguments: refusals)
    func `refuses what the real one refuses, in its words`(refusal: Refusal) throws {
        var run = CloudRun()
        let error = #expect(throws: CloudError.self) { try run.change(refusal.changes, at: .start) }
        #expect(error?.code == .invalidChangeBatch)
        #expect(error?.message == refusal.message)
        #expect(
            error?.description
                == "An error occurred (InvalidChangeBatch) when calling the ChangeResourceRecordSets "
                + "operation: \(refusal.message)")
        #expect(run.facts.isEmpty)
    }

    @Test func `changes all of a batch or none, and says everything that is wrong`() throws {
        var run = CloudRun()
        let good = DNSRecord(name: "new.example.com", type: "A", ttl: .seconds(60), value: "192.0.2.1")
        let bad = DNSRecord(name: "new.example.org", type: "A", ttl: .seconds(60), value: "192.0.2.1")
        let before = try run.cloud.records(inZone: "Z1")
        let error = #expect(throws: CloudError.self) {
            try run.change(
                [
                    DNSRecordChange(.upsert, good), DNSRecordChange(.upsert, bad),
                    DNSRecordChange(.create, good),
                ],
                at: .start)
        }
        #expect(
            error?.message
                == "[RRSet with DNS name new.example.org. is not permitted in zone example.com., Tried to "
                + "create resource record set [name='new.example.com.', type='A'] but it already exists]")
        #expect(try run.cloud.records(inZone: "Z1") == before)
    }

    @Test func `a record may change its type where the old one is deleted first`() throws {
        var run = CloudRun()
        let old = DNSRecord(name: "www.example.com", type: "A", ttl: .minutes(5), value: "203.0.113.7")
        let new = DNSRecord(name: "www.example.com", type: "CNAME", ttl: .minutes(1), value: "lb.east")
        #expect(throws: CloudError.self) {
            try run.change([DNSRecordChange(.create, new), DNSRecordChange(.delete, old)], at: .start)
        }
        try run.change([DNSRecordChange(.delete, old), DNSRecordChange(.create, new)], at: .start)
        run.run(through: .minutes(1))
        #expect(run.cloud.address(of: "www.example.com") == "lb.east")
    }

    @Test func `does not know other zones and changes`() throws {
        var run = CloudRun()
        let zone = #expect(throws: CloudError.self) {
            try run.at(.start) {
                try $0.changeRecords(inZone: "Z999", [], at: $1, draws: $2, effects: &$3)
            }
        }
        #expect(
            zone?.description
                == "An error occurred (NoSuchHostedZone) when calling the ChangeResourceRecordSets "
                + "operation: No hosted zone found with ID: Z999")
        let change = #expect(throws: CloudError.self) { try run.cloud.change("/change/C0") }
        #expect(change?.code == .noSuchChange)
        #expect(throws: CloudError.self) { try run.cloud.records(inZone: "") }
        #expect(try run.cloud.records(inZone: "/hostedzone/Z1").count == 3)
    }

    @Test func `a change is pending until it has propagated`() throws {
        var run = CloudRun()
        let change = try run.point(at: "lb.east", at: .seconds(10))
        #expect(change.hasEffect)
        #expect(change.submittedAt == .seconds(10))
        run.run(through: .seconds(39))
        #expect(try !run.cloud.change(change.id).isInSync)
        run.run(through: .seconds(40))
        #expect(try run.cloud.change("/change/" + change.id).isInSync)
        let waits = run.facts.compactMap { entry -> AssumptionID? in
            if case .dnsPropagated(_, _, change.id, let wait) = entry.fact { wait } else { nil }
        }
        #expect(waits == ["dns_propagation"])
    }

    @Test(arguments: 0..<40)
    func `changes arrive in the order in which they were made`(trial: UInt32) throws {
        var run = CloudRun(
            timings: .timings(nodeStart: .constant(1), dnsPropagation: .uniform(low: 5, high: 60)),
            trial: trial)
        for second in 0..<5 { try run.point(at: "lb.\(second)", at: .seconds(Int64(second))) }
        run.run(through: .minutes(5))
        let arrivals = run.facts.compactMap { entry -> String? in
            if case .dnsPropagated(_, let value, _, _) = entry.fact { value } else { nil }
        }
        #expect(arrivals == ["lb.0", "lb.1", "lb.2", "lb.3", "lb.4"])
        #expect(run.cloud.address(of: "api.example.com") == "lb.4")
    }

    @Test func `the control plane falls with its region, answers do not`() throws {
        var run = CloudRun()
        #expect(run.cloud.isDNSControlPlaneUp)
        run.loseRegion(1, at: .start)
        #expect(!run.cloud.isDNSControlPlaneUp)
        #expect(run.cloud.address(of: "api.example.com") == "lb.west")
        run.returnRegion(1, at: .minutes(1))
        #expect(run.cloud.isDNSControlPlaneUp)
    }

    @Test func `changes have ids of their own`() throws {
        var run = CloudRun()
        let ids = try (0..<100).map { try run.point(at: "lb.\($0)", at: .start).id }
        #expect(Set(ids).count == 100)
        #expect(ids.allSatisfy { $0.hasPrefix("C") && $0.count <= 14 })
    }

    @Test func `a zone's domain is what its records have in common`() throws {
        let single = CloudConfiguration(
            regions: CloudConfiguration.twoRegions().regions,
            dns: .init(
                id: "Z1", controlPlane: 0,
                records: [
                    DNSRecord(name: "api.example.com", type: "CNAME", ttl: .zero, value: "lb.west")
                ]))
        var run = CloudRun(single)
        let sibling = DNSRecord(name: "www.example.com", type: "A", ttl: .zero, value: "192.0.2.1")
        try run.change([DNSRecordChange(.create, sibling)], at: .start)
        #expect(try run.cloud.records(inZone: "Z1").count == 2)
    }
}
