import DRSimDocument
import DRSimHarness
import DRSimPlan
import DRSimUnits

/// A plan of one service without a database in two regions, one of which serves: name servers lead users to
/// the second while the health check of the first fails. Nothing takes time but the faults and that check.
struct RegionPair {
    static let regions: [RegionID] = ["one", "two"]
    /// How long a switch takes on average: looks at the first until enough have failed.
    let switching: Span

    /// The plan: that of one service with a second region.
    func plan() throws -> Plan {
        var plan = try OneService(units: 1, needed: 1).plan()
        let (manifests, first) = (plan.manifests, plan.topology.regions[0])
        plan.topology.regions = Self.regions.map { id in
            var region = first
            (region.id, region.role) = (id, id == "one" ? .primary : .recovery)
            region.zones = [ZoneID("\(id)-a")]
            (region.cluster.name, region.cluster.context) = (id.name, id.name)
            region.cluster.loadBalancer = "lb.\(id).example.com"
            return region
        }
        plan.manifests = Self.regions.flatMap { id in
            manifests.map { manifest in
                Manifest(
                    origin: .installed(context: id.name), object: manifest.object,
                    position: manifest.position)
            }
        }
        // The check decides after its threshold and a part of one more interval: two and a half on average.
        let check = DNSZone.HealthCheck(
            interval: Span(milliseconds: switching.milliseconds * 2 / 5), threshold: 2)
        plan.topology.dns.controlPlane = "two"
        plan.topology.dns.records = [
            DNSZone.Record(
                name: "service.example.com", type: "CNAME", ttl: .zero, value: "lb.one.example.com",
                failover: .init(value: "lb.two.example.com", check: check))
        ]
        let shares = [AssumptionName.dnsShareByTTL, .dnsShareByTTLPlus5, .dnsShareByTTLPlus30]
        for index in plan.assumptions.indices
        where shares.contains(where: { plan.assumptions[index].isOf($0) }) {
            plan.assumptions[index].distribution = .constant(1)
        }
        return plan
    }
}

extension Assumption {
    /// Whether it is the one of a name.
    fileprivate func isOf(_ name: AssumptionName) -> Bool { id.name == name.rawValue }
}
