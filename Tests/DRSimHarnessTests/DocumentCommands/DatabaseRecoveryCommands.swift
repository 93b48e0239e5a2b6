import DRSimPlan
import DRSimUnits

/// The commands of the playbook's database procedure (L949-L970).
enum DatabaseRecoveryCommands {
    private static let noSuchType = "error: the server doesn't have a resource type \"postgresql\""

    static let all = [
        DocumentCommand(
            "L950", "playbook-database-recovery", "list_databases", literal: .refused(1, noSuchType),
            named: .look("NAME")),
        DocumentCommand(
            "L951", "playbook-database-recovery", "read_logs",
            literal: .refused(1, "Error from server (NotFound): pods \"postgres-cluster-1\" not found"),
            named: .look("")),
        DocumentCommand(
            "L954", "playbook-database-recovery", "promote_replica", literal: .refused(1, noSuchType),
            named: .effect("Node postgres-primary-2 in cluster postgres-primary will be promoted")),
        DocumentCommand(
            "L960", "playbook-database-recovery", "update_config",
            literal: .effect("configmap/backend-config patched"),
            named: .look("configmap/backend-config patched (no change)")),
        DocumentCommand(
            "L965", "playbook-database-recovery", "restart_backend",
            literal: .effect("deployment.apps/backend-api restarted"),
            named: .effect("deployment.apps/backend-api restarted")),
        DocumentCommand(
            "L966", "playbook-database-recovery", "restart_workers",
            literal: .effect("deployment.apps/worker-service restarted"),
            named: .effect("deployment.apps/worker-service restarted")),
        DocumentCommand(
            "L969", "playbook-database-recovery", "list_pods", literal: .look("NAME"), named: .look("NAME")),
        DocumentCommand(
            "L970", "playbook-database-recovery", "check_health", literal: .look("OK"), named: .look("OK")),
    ]
}
