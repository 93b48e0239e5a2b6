import DRSimCloud
import DRSimPlan
import DRSimUnits

extension CloudConfiguration {
    /// The cloud of a plan.
    init(_ plan: Plan) {
        let regions = plan.topology.regions.map { region in
            Region(
                name: region.id.name, zones: region.zones.map(\.name), cluster: region.cluster.name,
                loadBalancer: region.cluster.loadBalancer,
                nodeGroups: region.cluster.nodeGroups.map { group in
                    NodeGroup(
                        name: group.name,
                        sizes: NodeGroupSizes(min: group.min, max: group.max, desired: group.desired),
                        milliCPU: group.milliCPU, memory: group.memory, reserved: group.reserved)
                })
        }
        let dns = plan.topology.dns
        self.init(
            regions: regions,
            dns: HostedZone(
                id: dns.id,
                controlPlane: plan.topology.regions.firstIndex { $0.id == dns.controlPlane } ?? 0,
                records: dns.records.flatMap { DNSRecord.records(of: $0) }, hosts: plan.services.map(\.host)),
            storage: StorageConfiguration(plan))
    }
}

extension DNSRecord {
    /// A record of a plan: two where the name servers lead clients to a second target.
    fileprivate static func records(of record: DNSZone.Record) -> [DNSRecord] {
        var first = DNSRecord(name: record.name, type: record.type, ttl: record.ttl, values: record.values)
        if let weighted = record.weighted {
            first.routing = .weighted(
                set: weighted.set, weight: weighted.weight, weighted.check.map { HealthCheck($0) })
        }
        guard let failover = record.failover else { return [first] }
        first.routing = .primary(HealthCheck(failover.check))
        let second = DNSRecord(
            name: record.name, type: record.type, ttl: record.ttl, value: failover.value, routing: .secondary)
        return [first, second]
    }
}

extension DNSRecord.HealthCheck {
    /// The health check of a plan's record.
    fileprivate init(_ check: DNSZone.HealthCheck) {
        self.init(interval: check.interval, threshold: check.threshold)
    }
}

extension CloudTimings {
    /// The timings of a plan.
    init(_ plan: Plan) {
        self.init(
            nodeStart: plan.quantity(.nodeStart), dnsPropagation: plan.quantity(.dnsPropagation),
            shareByTTL: .rounding(plan.constant(.dnsShareByTTL)),
            shareByTTLPlus5: .rounding(plan.constant(.dnsShareByTTLPlus5)),
            shareByTTLPlus30: .rounding(plan.constant(.dnsShareByTTLPlus30)),
            tailEnd: .rounding(seconds: plan.constant(.dnsTailEnd)),
            capacity: CapacityTimings(
                refusal: plan.constant(.capacityRefusal), retry: plan.quantity(.capacityRetry)),
            storage: StorageTimings(plan))
    }
}
