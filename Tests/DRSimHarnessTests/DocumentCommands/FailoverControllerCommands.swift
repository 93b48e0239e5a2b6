import DRSimPlan
import DRSimUnits

/// The commands of the failover controller (L716-L819).
enum FailoverControllerCommands {
    private static let noSuchType = "error: the server doesn't have a resource type \"postgresql\""

    static let database = [
        DocumentCommand(
            "L722", "database-failover", "promote_replica", literal: .refused(1, noSuchType),
            named: .effect("Node postgres-primary-2 in cluster postgres-primary will be promoted")),
        DocumentCommand(
            "L733", "database-failover", "restart_backend",
            literal: .effect("deployment.apps/backend-api restarted"),
            named: .effect("deployment.apps/backend-api restarted")),
    ]

    static let region = [
        DocumentCommand(
            "L767", "region-failover", "scale_nodes",
            literal: .refused(
                254,
                "An error occurred (ResourceNotFoundException) when calling the UpdateNodegroupConfig "
                    + "operation: No cluster found for name: itdo-erp-dr."),
            named: .effect("{")),
        DocumentCommand(
            "L778", "region-failover", "sync_applications",
            literal: .refused(
                1, "Error from server (NotFound): applications.argoproj.io \"itdo-erp-dr\" not found"),
            named: .effect("application.argoproj.io/itdo-erp-dr patched")),
        DocumentCommand(
            "L788", "region-failover", "stop_replication", literal: .refused(1, noSuchType),
            named: .effect("cluster.postgresql.cnpg.io/postgres-dr-replica patched")),
        DocumentCommand(
            "L796", "region-failover", "promote", literal: .refused(1, noSuchType),
            named: .effect("cluster.postgresql.cnpg.io/postgres-dr-replica patched")),
        DocumentCommand(
            "L806", "region-failover", "switch_dns", literal: .effect("{"), named: .effect("{")),
    ]
}
