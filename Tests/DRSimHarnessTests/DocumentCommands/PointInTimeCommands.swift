import DRSimPlan
import DRSimUnits

/// The commands of the playbook's point-in-time recovery (L1030-L1047). With every name made right two of
/// them wait for what the third begins: a trial of its own shows these (`RestoreProcedureTests`).
enum PointInTimeCommands {
    private static let noPod = "Error from server (NotFound): pods \"postgres-recovery-1\" not found"

    static let all = [
        // A prefix under which nothing lies: no word, and status 1 (F51, F60).
        DocumentCommand(
            "L1030", "playbook-point-in-time-recovery", "list_log", literal: .refused(1, ""),
            named: .look("NAME")),
        DocumentCommand(
            "L1033", "playbook-point-in-time-recovery", "create_namespace", literal: .leftOut,
            named: .effect("namespace/recovery created")),
        DocumentCommand(
            "L1033", "playbook-point-in-time-recovery", "create_cluster",
            literal: .refused(
                1, "error: the path \"disaster-recovery/point-in-time-recovery.yaml\" does not exist"),
            named: .effect("cluster.postgresql.cnpg.io/postgres-recovery created")),
        DocumentCommand(
            "L1045", "playbook-point-in-time-recovery", "switch_applications",
            literal: .effect("configmap/backend-config patched"),
            named: .effect("configmap/backend-config patched")),
    ]

    /// What comes after the recovery cluster, which is not there (L1036, L1041).
    static let inTheCluster = [
        DocumentCommand(
            "L1036", "playbook-point-in-time-recovery", "restore", literal: .refused(1, noPod),
            named: .leftOut),
        DocumentCommand(
            "L1041", "playbook-point-in-time-recovery", "validate", literal: .refused(1, noPod),
            named: .leftOut),
    ]
}
