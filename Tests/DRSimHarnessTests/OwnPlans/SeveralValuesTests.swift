import DRSimHarness
import DRSimPlan
import DRSimTrace
import DRSimUnits
import Testing

/// A name that stands for the addresses of two regions which both serve.
@Suite struct SeveralValuesTests {
    private func staged() throws -> Staged {
        var staged = try Staged()
        staged.plan = try RegionPair(switching: .minutes(1)).plan()
        var addresses: [String] = []
        for index in staged.plan.topology.regions.indices {
            addresses.append("192.0.2.\(index + 1)")
            staged.plan.topology.regions[index].cluster.loadBalancer = addresses[index]
        }
        let name = staged.plan.topology.dns.records[0].name
        var record = DNSZone.Record(name: name, type: "A", ttl: .seconds(60), value: "")
        record.values = addresses
        staged.plan.topology.dns.records = [record]
        return staged
    }

    @Test func `users of a region that is lost are lost with it, the others are served`() throws {
        var staged = try staged()
        staged.strike(.site(.regionOutage("two")), at: .hours(1), for: .hours(1))
        let trace = staged.run().trace
        let service = staged.plan.services[0].id
        #expect(trace.served(service, at: .minutes(30)) == .all)
        #expect(trace.served(service, at: .minutes(90)) == .percent(50))
        #expect(trace.served(service, at: .minutes(150)) == .all)
        #expect(trace.first(.serviceUnavailable, of: service.name) == .hours(1))
        #expect(trace.first(.serviceRestored, of: service.name) == .hours(2))
    }
}
