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
                        milliCPU: group.milliCPU, memory: group.memory)
                })
        }
        let dns = plan.topology.dns
        self.init(
            regions: regions,
            dns: HostedZone(
                id: dns.id,
                controlPlane: plan.topology.regions.firstIndex { $0.id == dns.controlPlane } ?? 0,
                records: dns.records.map {
                    DNSRecord(name: $0.name, type: $0.type, ttl: $0.ttl, value: $0.value)
                }))
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
            tailEnd: .rounding(seconds: plan.constant(.dnsTailEnd)), storage: StorageTimings(plan))
    }
}

extension StorageTimings {
    /// The timings of a plan.
    init(_ plan: Plan) {
        self.init(
            timedReplication: plan.quantity(.objectReplicationTimed),
            replication: plan.quantity(.objectReplication), snapshot: plan.quantity(.snapshot),
            snapshotCopyRate: plan.quantity(.snapshotCopyRate),
            volumeReady: plan.quantity(.volumeReady), volumeFetchRate: plan.quantity(.volumeFetchRate))
    }
}
