package import DRSimCloud
package import DRSimKernel
package import DRSimKubernetes
package import DRSimPostgres
package import DRSimUnits

/// What commands act on: the cloud, a Kubernetes cluster in each region, the databases.
///
/// Clusters stand in the order of the cloud's regions: a region's index is its cluster's.
package struct Infrastructure: Sendable {
    /// The moment instant 0 stands for.
    package let start: CalendarTime
    /// Regions, nodes, links and DNS.
    package var cloud: Cloud
    /// The Kubernetes clusters, one a region, in the order of the regions.
    package var clusters: [KubernetesCluster]
    /// The PostgreSQL databases of all clusters.
    package var databases: PostgresSystem
    var containerFiles = ContainerFiles()

    /// Creates an infrastructure; there must be a cluster for each region.
    package init(
        start: CalendarTime, cloud: Cloud, clusters: [KubernetesCluster], databases: PostgresSystem
    ) {
        self.start = start
        (self.cloud, self.clusters, self.databases) = (cloud, clusters, databases)
    }
}

/// What a command asked of the parts of the infrastructure it acted on.
package struct InfrastructureEffects: Sendable {
    /// What the cloud recorded and asked for.
    package var cloud = Effects<CloudEvent, CloudFact>()
    /// What the clusters recorded and asked for, each with its index.
    package var kubernetes: [(cluster: Int, effects: Effects<KubernetesEvent, KubernetesFact>)] = []
    /// What the databases recorded and asked for.
    package var postgres = Effects<PostgresEvent, PostgresFact>()

    /// Creates effects that ask for nothing.
    package init() {}
}
