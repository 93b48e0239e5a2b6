package import DRSimPlan

/// One of the seven health checks: asked from where, through which endpoint, and what counts as
/// healthy.
package struct HealthSignalRow: Hashable, Sendable {
    /// The signal the check yields.
    package let signal: HealthSignal
    /// What the check asks, in words.
    package let endpoint: String
    /// What it counts as healthy, in words.
    package let healthy: String
}

/// The seven health checks in the order in which they are taken; timeouts are the plan's
/// (`controller.checks`), and all are asked from where the controller runs.
///
/// `drsim list --signals` prints the table, and a test holds the one in `docs/model.md` against it.
package enum HealthSignalTable {
    /// A row for each signal.
    package static let rows: [HealthSignalRow] = HealthSignal.allCases.map { signal in
        HealthSignalRow(signal: signal, endpoint: endpoint(of: signal), healthy: healthy(signal))
    }

    private static func endpoint(of signal: HealthSignal) -> String {
        switch signal {
        case .primaryDatabase: "a query at the production read-write service"
        case .replicaDatabase:
            "a query at a standby: of the same region, or the recovery region's "
                + "(`controller.replica_database`)"
        case .applicationPods: "the API server of the primary region's cluster"
        case .ingressController: "the load balancer of the primary region"
        case .dnsResolution: "the public names; the recovery region from the primary one"
        case .storageSystems: "the storage endpoints of the primary region"
        case .networkConnectivity: "the primary region"
        }
    }

    private static func healthy(_ signal: HealthSignal) -> String {
        switch signal {
        case .primaryDatabase: "it answers and accepts writes"
        case .replicaDatabase: "it answers"
        case .applicationPods: "ready ÷ desired pods of the Tier 1 and 2 deployments, in percent"
        case .ingressController: "it answers"
        case .dnsResolution: "they resolve; the primary region reaches the recovery region"
        case .storageSystems: "they answer"
        case .networkConnectivity: "the controller reaches it"
        }
    }
}
