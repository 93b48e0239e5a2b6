package import DRSimUnits

/// What a cloud is built from: its regions, their node groups, one public DNS zone, and
/// what data is kept in.
package struct CloudConfiguration: Hashable, Sendable {
    /// The regions; their order gives them the indices by which all other values name them.
    package var regions: [Region]
    /// The public DNS zone.
    package var dns: HostedZone
    /// What data is kept in.
    package var storage: StorageConfiguration

    /// Creates a configuration; the DNS control plane must name one of the regions.
    package init(
        regions: [Region], dns: HostedZone, storage: StorageConfiguration = StorageConfiguration()
    ) {
        precondition(
            regions.indices.contains(dns.controlPlane),
            "the control plane of \(dns.id) is in region \(dns.controlPlane) of \(regions.count)")
        (self.regions, self.dns, self.storage) = (regions, dns, storage)
    }

    /// A region with the Kubernetes cluster in it.
    package struct Region: Hashable, Sendable {
        /// The region's name.
        package var name: String
        /// The names of its availability zones.
        package var zones: [String]
        /// The cluster's name in the provider's API.
        package var cluster: String
        /// The host name of the cluster's load balancer, a target of DNS records.
        package var loadBalancer: String
        /// The cluster's managed node groups.
        package var nodeGroups: [NodeGroup]

        /// Creates a region.
        package init(
            name: String, zones: [String], cluster: String, loadBalancer: String,
            nodeGroups: [NodeGroup]
        ) {
            (self.name, self.zones, self.cluster) = (name, zones, cluster)
            (self.loadBalancer, self.nodeGroups) = (loadBalancer, nodeGroups)
        }
    }

    /// A managed group of like nodes.
    package struct NodeGroup: Hashable, Sendable {
        /// The group's name.
        package var name: String
        /// Its sizes at the start.
        package var sizes: NodeGroupSizes
        /// Allocatable CPU of a node in thousandths of a core.
        package var milliCPU: Int64
        /// Allocatable memory of a node.
        package var memory: ByteCount
        /// How many of its nodes a capacity reservation guarantees (C7).
        package var reserved: Int

        /// Creates a node group.
        package init(
            name: String, sizes: NodeGroupSizes, milliCPU: Int64, memory: ByteCount, reserved: Int = 0
        ) {
            (self.name, self.sizes, self.milliCPU, self.memory) = (name, sizes, milliCPU, memory)
            self.reserved = reserved
        }
    }

    /// A public DNS zone.
    package struct HostedZone: Hashable, Sendable {
        /// The zone's id, as commands name it.
        package var id: String
        /// The index of the region in which its control plane runs (C2).
        package var controlPlane: Int
        /// The records at the start.
        package var records: [DNSRecord]
        /// The names users ask for, beside those of the records.
        package var hosts: [String]

        /// Creates a zone.
        package init(id: String, controlPlane: Int, records: [DNSRecord], hosts: [String] = []) {
            (self.id, self.controlPlane, self.records, self.hosts) = (id, controlPlane, records, hosts)
        }
    }
}

/// How many nodes a group may and shall have.
package struct NodeGroupSizes: Hashable, Sendable {
    /// The fewest its scaling allows.
    package var min: Int
    /// The most its scaling allows.
    package var max: Int
    /// How many it shall have.
    package var desired: Int

    /// Creates sizes.
    package init(min: Int, max: Int, desired: Int) {
        (self.min, self.max, self.desired) = (min, max, desired)
    }
}
