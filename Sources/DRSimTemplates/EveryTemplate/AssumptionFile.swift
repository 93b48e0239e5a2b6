/// The numbers the model draws, the same in every template; a plan that lacks one the model asks for is
/// refused.
enum AssumptionFile {
    /// The whole file.
    static var text: String {
        [opening, cloud, storage, kubernetes, postgres, recovery, people].joined(separator: "\n\n")
    }

    private static let opening = """
        # Every number the model draws, with its source and how far to trust it. The letters (A9, C7, ...)
        # are entries of drsim's fact sheet. EDIT: what you have measured yourself; leave the rest.
        """

    /// Cloud.
    static let cloud = """
        # Cloud.
        - id: node_start
          title: From a node group's new size until the node is ready
          distribution: {lognormal: {p50: 150s, p95: 330s}}
          unit: seconds
          source: C7
          confidence: secondary
        - id: capacity_refusal
          title: Probability that a launch is refused while its region is short of machines
          distribution: {constant: 0.6}
          unit: number
          source: C17
          confidence: estimate
        - id: capacity_retry
          title: From a launch refused for want of machines until it is tried again
          distribution: {lognormal: {p50: 20m, p95: 180m}}
          unit: seconds
          source: "C7, C8"
          confidence: estimate
        - id: dns_propagation
          title: From an accepted DNS change until all name servers answer by it
          distribution: {uniform: {low: 5s, high: 60s}}
          unit: seconds
          source: C1
          confidence: primary
        - id: dns_share_by_ttl
          title: Share of clients that have followed a DNS change when the old record's time to live is over
          distribution: {constant: 0.85}
          unit: number
          source: C6
          confidence: estimate
        - id: dns_share_by_ttl_plus_5m
          title: The same, five minutes later
          distribution: {constant: 0.95}
          unit: number
          source: C6
          confidence: estimate
        - id: dns_share_by_ttl_plus_30m
          title: The same, thirty minutes later
          distribution: {constant: 0.99}
          unit: number
          source: C6
          confidence: estimate
        - id: dns_tail_end
          title: When the last client has followed a DNS change
          distribution: {constant: 24h}
          unit: seconds
          source: C6
          confidence: estimate
        """

    /// Storage.
    static let storage = """
        # Storage.
        - id: object_replication_timed
          title: From storing an object until its copy is in the other region, with replication time control
          distribution: {lognormal: {p50: 5s, p95: 60s}}
          unit: seconds
          source: C10
          confidence: primary
        - id: object_replication
          title: The same without replication time control
          distribution: {lognormal: {p50: 30s, p95: 15m}}
          unit: seconds
          source: C10
          confidence: estimate
        - id: object_upload_rate
          title: How fast a file goes into the object store
          distribution: {triangular: {low: 80MB, mode: 180MB, high: 350MB}}
          unit: bytes_per_second
          source: B5
          confidence: estimate
        - id: object_download_rate
          title: How fast an object comes out of the object store
          distribution: {uniform: {low: 50MB, high: 160MB}}
          unit: bytes_per_second
          source: B7
          confidence: estimate
        - id: object_copy_rate
          title: How fast an object is copied within the object store, across regions too
          distribution: {uniform: {low: 80MB, high: 200MB}}
          unit: bytes_per_second
          source: B5
          confidence: estimate
        - id: snapshot
          title: From the order to take a snapshot of a volume until it is complete
          distribution: {lognormal: {p50: 3m, p95: 15m}}
          unit: seconds
          source: assumption
          confidence: estimate
        - id: snapshot_copy_rate
          title: How fast a snapshot is copied to another region
          distribution: {triangular: {low: 80MB, mode: 130MB, high: 200MB}}
          unit: bytes_per_second
          source: B5
          confidence: estimate
        """

    /// Kubernetes and Argo CD.
    static let kubernetes = """
        # Kubernetes and Argo CD.
        - id: node_monitor_grace
          title: From a node's last heartbeat until it is called not ready
          distribution: {uniform: {low: 40s, high: 55s}}
          unit: seconds
          source: "A7, D1"
          confidence: primary
        - id: pod_eviction
          title: From not ready until the node's pods are evicted
          distribution: {constant: 300s}
          unit: seconds
          source: D1
          confidence: primary
        - id: pod_start
          title: From a pod's placing until it is ready, its image being on the node
          distribution: {lognormal: {p50: 60s, p95: 180s}}
          unit: seconds
          source: D2
          confidence: secondary
        - id: pod_start_cold
          title: What pulling the image adds on a node that has not run it
          distribution: {lognormal: {p50: 25s, p95: 70s}}
          unit: seconds
          source: D2
          confidence: secondary
        - id: usable_capacity
          title: The part of their capacity up to which pods answer within the time users wait
          distribution: {constant: 0.8}
          unit: number
          source: E12
          confidence: estimate
        - id: operator_start
          title: From the placing of the database operator's own pod until it works
          distribution: {uniform: {low: 10s, high: 100s}}
          unit: seconds
          source: A10
          confidence: estimate
        - id: argo_poll
          title: From a commit until Argo CD sees it
          distribution: {uniform: {low: 120s, high: 180s}}
          unit: seconds
          source: D5
          confidence: primary
        - id: argo_sync
          title: How long a sync of the application runs
          distribution: {lognormal: {p50: 8s, p95: 30s}}
          unit: seconds
          source: assumption
          confidence: estimate
        - id: argo_self_heal
          title: From a drift until self-healing sets it back
          distribution: {constant: 5s}
          unit: seconds
          source: D6
          confidence: primary
        """

    /// PostgreSQL under its operator.
    static let postgres = """
        # PostgreSQL under its operator.
        - id: failover_after_crash
          title: Writes are refused after the primary's process or pod died
          distribution: {lognormal: {p50: 12s, p95: 35s}}
          unit: seconds
          source: A9
          confidence: primary
        - id: failover_after_hang
          title: Writes are refused after the primary hung
          distribution: {lognormal: {p50: 35s, p95: 75s}}
          unit: seconds
          source: A9
          confidence: estimate
        - id: failover_after_node_loss
          title: Writes are refused after the primary's node or zone was lost
          distribution: {lognormal: {p50: 60s, p95: 110s}}
          unit: seconds
          source: A9
          confidence: estimate
        - id: switchover
          title: Writes are refused during a planned switchover
          distribution: {lognormal: {p50: 6s, p95: 25s}}
          unit: seconds
          source: A9
          confidence: estimate
        - id: replica_cluster_promotion
          title: From the order to promote a replica cluster until it takes writes
          distribution: {lognormal: {p50: 20s, p95: 90s}}
          unit: seconds
          source: B7
          confidence: estimate
        - id: replication_lag_in_region
          title: How far a standby of the same region is behind
          distribution: {lognormal: {p50: 10ms, p95: 150ms}}
          unit: seconds
          source: B1
          confidence: estimate
        - id: replication_lag_cross_region
          title: How far a replica in another region is behind
          distribution: {lognormal: {p50: 300ms, p95: 3s}}
          unit: seconds
          source: B2
          confidence: estimate
        - id: copy_age
          title: How long ago an independent copy of the database was made
          distribution: {constant: 28d}
          unit: seconds
          source: F48
          confidence: estimate
        - id: standby_rejoin
          title: From an old primary's return until it follows the new one
          distribution: {lognormal: {p50: 30s, p95: 60s}}
          unit: seconds
          source: A9
          confidence: estimate
        - id: command_kubectl
          title: Latency of a kubectl command
          distribution: {lognormal: {p50: 600ms, p95: 2s}}
          unit: seconds
          source: assumption
          confidence: estimate
        - id: command_aws
          title: Latency of an aws command
          distribution: {lognormal: {p50: 1500ms, p95: 5s}}
          unit: seconds
          source: assumption
          confidence: estimate
        - id: command_argocd
          title: Latency of an argocd command
          distribution: {lognormal: {p50: 2s, p95: 8s}}
          unit: seconds
          source: assumption
          confidence: estimate
        - id: command_curl
          title: Latency of a curl command
          distribution: {lognormal: {p50: 150ms, p95: 900ms}}
          unit: seconds
          source: assumption
          confidence: estimate
        - id: command_psql
          title: Latency of a psql command
          distribution: {lognormal: {p50: 100ms, p95: 600ms}}
          unit: seconds
          source: assumption
          confidence: estimate
        - id: command_timeout
          title: How long a command waits for something that does not answer
          distribution: {constant: 30s}
          unit: seconds
          source: assumption
          confidence: estimate
        """
}
