package import DRSimUnits

/// Where things run: regions, their zones and clusters, DNS.
package struct Topology: Hashable, Sendable {
    /// The regions, primary first, then the one for recovery.
    package var regions: [Region]
    /// The public DNS zone.
    package var dns: DNSZone

    /// Creates a topology; the regions may come in any order.
    package init(regions: [Region], dns: DNSZone) {
        self.regions = Region.Role.allCases.flatMap { role in regions.filter { $0.role == role } }
        self.dns = dns
    }

    /// The region where production runs.
    package var primary: Region? { regions.first { $0.role == .primary } }
    /// The region named for disaster recovery.
    package var recovery: Region? { regions.first { $0.role == .recovery } }
}

/// A region with its zones and its Kubernetes cluster.
package struct Region: Hashable, Sendable {
    /// The region's name.
    package var id: RegionID
    /// What the plan uses it for.
    package var role: Role
    /// Its availability zones.
    package var zones: [ZoneID]
    /// Its Kubernetes cluster.
    package var cluster: ClusterSite
    /// Where it stands in the document.
    package var source: String

    /// What a plan uses a region for.
    package enum Role: String, CaseIterable, Sendable {
        /// Production runs here.
        case primary
        /// Takes over when the primary is lost.
        case recovery = "dr"
        /// A further region without a part in failover.
        case other
    }

    /// Creates a region.
    package init(id: RegionID, role: Role, zones: [ZoneID], cluster: ClusterSite, source: String) {
        (self.id, self.role, self.zones) = (id, role, zones)
        (self.cluster, self.source) = (cluster, source)
    }
}

/// A Kubernetes cluster as its users see it: names, node groups, entrance.
package struct ClusterSite: Hashable, Sendable {
    /// The cluster's name in the cloud provider's API.
    package var name: String
    /// The name of its context in kubeconfig.
    package var context: String
    /// The namespace the business services run in.
    package var namespace: String
    /// The host name of its ingress load balancer, the target of DNS records.
    package var loadBalancer: String
    /// Its managed node groups.
    package var nodeGroups: [NodeGroup]
    /// Whether its ingress controller takes snippets of configuration, which it does not by itself.
    package var allowsSnippets: Bool
    /// The private domain under which pods of other regions reach its services, as
    /// `SERVICE.NAMESPACE.DOMAIN`; `nil` if none do.
    package var domain: String?

    /// Creates a cluster site.
    package init(
        name: String, context: String, namespace: String, loadBalancer: String, nodeGroups: [NodeGroup],
        allowsSnippets: Bool = true, domain: String? = nil
    ) {
        (self.allowsSnippets, self.domain) = (allowsSnippets, domain)
        (self.name, self.context, self.namespace) = (name, context, namespace)
        (self.loadBalancer, self.nodeGroups) = (loadBalancer, nodeGroups)
    }
}

/// A managed group of like nodes, spread over the region's zones.
package struct NodeGroup: Hashable, Sendable {
    /// The group's name.
    package var name: String
    /// The smallest size its scaling allows.
    package var min: Int
    /// The largest size its scaling allows.
    package var max: Int
    /// How many nodes run at the start.
    package var desired: Int
    /// Allocatable CPU of a node in thousandths of a core.
    package var milliCPU: Int64
    /// Allocatable memory of a node.
    package var memory: ByteCount
    /// How many nodes an on-demand capacity reservation guarantees (C7).
    package var reserved: Int

    /// How many nodes a group has at most (EKS service quotas, L-BD136A63).
    package static let mostNodes = 450

    /// Creates a node group.
    package init(
        name: String, min: Int, max: Int, desired: Int, milliCPU: Int64, memory: ByteCount, reserved: Int = 0
    ) {
        (self.name, self.min, self.max, self.desired) = (name, min, max, desired)
        (self.milliCPU, self.memory, self.reserved) = (milliCPU, memory, reserved)
    }
}

/// A hosted zone and its records.
package struct DNSZone: Hashable, Sendable {
    /// The hosted zone's id, as commands name it.
    package var id: String
    /// The region whose loss takes the control plane (changes, not answers) down.
    package var controlPlane: RegionID
    /// The records at the start.
    package var records: [Record]

    /// A resource record.
    package struct Record: Hashable, Sendable {
        /// The fully qualified name.
        package var name: String
        /// The type, such as CNAME.
        package var type: String
        /// How long resolvers keep it.
        package var ttl: Span
        /// What it points at: clients are spread evenly over several.
        package var values: [String]
        /// Where clients are led while the health check of the value fails (C5).
        package var failover: Failover?
        /// Which part of the clients is led here, where the name has several records; `nil` for all.
        package var weighted: Weighted?

        /// Creates a record.
        package init(
            name: String, type: String, ttl: Span, value: String, failover: Failover? = nil,
            weighted: Weighted? = nil
        ) {
            (self.name, self.type, self.ttl, self.values) = (name, type, ttl, [value])
            (self.failover, self.weighted) = (failover, weighted)
        }
    }

    /// Looks at a target from many places; no control plane is needed for what follows (C5).
    package struct HealthCheck: Hashable, Sendable {
        /// How often each place looks.
        package var interval: Span
        /// How many looks in a row decide.
        package var threshold: Int

        /// Creates a health check.
        package init(interval: Span, threshold: Int) {
            (self.interval, self.threshold) = (interval, threshold)
        }
    }

    /// The part of one record of a name that has several.
    package struct Weighted: Hashable, Sendable {
        /// What tells it from the others.
        package var set: String
        /// How often it is answered, against the weights of the others.
        package var weight: Int
        /// What takes it out while its target is down; `nil` for nothing.
        package var check: HealthCheck?

        /// Creates a part.
        package init(set: String, weight: Int, check: HealthCheck? = nil) {
            (self.set, self.weight, self.check) = (set, weight, check)
        }
    }

    /// A second target that name servers answer by themselves.
    package struct Failover: Hashable, Sendable {
        /// The second target.
        package var value: String
        /// What looks at the first.
        package var check: HealthCheck

        /// Creates a second target.
        package init(value: String, check: HealthCheck) {
            (self.value, self.check) = (value, check)
        }
    }

    /// Creates a hosted zone.
    package init(id: String, controlPlane: RegionID, records: [Record]) {
        (self.id, self.controlPlane, self.records) = (id, controlPlane, records)
    }
}
