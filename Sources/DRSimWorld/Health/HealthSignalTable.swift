import DRSimPlan

/// One of the seven health checks: asked from where, through which endpoint, and what counts as
/// healthy. The table is printed in `docs/model.md` too.
struct HealthSignalRow: Sendable {
    let signal: HealthSignal
    /// What the check asks, in words.
    let endpoint: String
    /// What it counts as healthy, in words.
    let healthy: String
}

/// The seven health checks in the order in which they are taken; timeouts are the plan's
/// (`controller.checks`), and all are asked from where the controller runs.
enum HealthSignalTable {
    static let rows: [HealthSignalRow] = [
        HealthSignalRow(
            signal: .primaryDatabase, endpoint: "a query at the production read-write service",
            healthy: "it answers and accepts writes"),
        HealthSignalRow(
            signal: .replicaDatabase,
            endpoint: "a query at a standby: of the same region, or the recovery region's (setting)",
            healthy: "it answers"),
        HealthSignalRow(
            signal: .applicationPods, endpoint: "the API server of the primary region's cluster",
            healthy: "ready ÷ desired pods of the Tier 1 and 2 deployments, in percent"),
        HealthSignalRow(
            signal: .ingressController, endpoint: "the load balancer of the primary region",
            healthy: "it answers"),
        HealthSignalRow(
            signal: .dnsResolution,
            endpoint: "the public names; and the recovery region from the primary one",
            healthy: "the names resolve; cross-region: the primary region reaches the recovery region"),
        HealthSignalRow(
            signal: .storageSystems, endpoint: "the storage endpoints of the primary region",
            healthy: "they answer"),
        HealthSignalRow(
            signal: .networkConnectivity, endpoint: "the primary region",
            healthy: "the controller reaches it"),
    ]
}
