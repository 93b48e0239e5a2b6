import DRSimCloud
import DRSimKernel
import DRSimKubernetes
import DRSimPlan
import DRSimShell
import DRSimTrace
import DRSimUnits

// external-dns compares the names of its cluster's ingresses with the hosted zone once a minute by default,
// and sets back what somebody else has changed (F57). A round that finds nothing is no event.

extension World {
    /// A record was changed, or a cluster works again: whoever claims the name looks at its next round.
    mutating func considerNames(of region: Int, cause: FactID?) {
        guard faults.nameOwners.contains(region), !faults.nameRoundsDue.contains(region),
            !strayNames(of: region).isEmpty
        else { return }
        faults.nameRoundsDue.append(region)
        let wait = blueprint.quantity(FaultAssumptionName.externalDNSInterval).span(
            draws, of: StreamName("external-dns \(blueprint.regions[region].id.name)"),
            ordinal: faults.nameRounds)
        faults.nameRounds += 1
        schedule(.namesCompared(region: Int32(region)), at: now + wait, cause: cause)
    }

    /// external-dns points the names it claims back at its own load balancer.
    mutating func namesCompared(region: Int, cause: FactID?) {
        faults.nameRoundsDue.removeAll { $0 == region }
        guard faults.nameOwners.contains(region) else { return }
        let changes = strayNames(of: region).map { record in
            DNSRecordChange(
                .upsert,
                DNSRecord(
                    name: record.name, type: record.type, ttl: record.ttl,
                    value: blueprint.regions[region].cluster.loadBalancer))
        }
        guard !changes.isEmpty else { return }
        let zone = blueprint.plan.topology.dns.id
        let id = record(
            Narrative(
                .namesReclaimed, blueprint.regions[region].cluster.context,
                "external-dns of \(blueprint.regions[region].cluster.context) sets \(changes.count) names "
                    + "back to its load balancer",
                source: "F57", actor: .platform, phase: .dnsChange),
            cause: cause)
        changeCloud(cause: id) { [now, draws] cloud, effects in
            _ = try? cloud.changeRecords(inZone: zone, changes, at: now, draws: draws, effects: &effects)
        }
    }

    /// The records a region's external-dns claims that point elsewhere; none while it cannot work.
    private func strayNames(of region: Int) -> [DNSRecord] {
        let cluster = infrastructure.clusters[region]
        guard cluster.isControlPlaneUp, infrastructure.cloud.isUp(region: region),
            infrastructure.cloud.isDNSControlPlaneUp,
            infrastructure.cloud.canTalk(.region(region), to: .region(blueprint.dnsControlPlane)),
            let records = try? infrastructure.cloud.records(inZone: blueprint.plan.topology.dns.id)
        else { return [] }
        return records.filter { record in
            record.values.contains { infrastructure.cloud.region(ofLoadBalancer: $0) != region }
                && cluster.publishes(record.name)
        }
    }
}

extension Blueprint {
    /// The index of the region the control plane of the public zone is in.
    var dnsControlPlane: Int { region(plan.topology.dns.controlPlane) ?? 0 }
}
