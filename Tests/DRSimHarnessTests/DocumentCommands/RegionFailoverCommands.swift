import DRSimPlan
import DRSimUnits

/// The commands of the playbook's region procedure (L997-L1024), typed one after the other: the context the
/// second chooses holds for those after it.
enum RegionFailoverCommands {
    static let all = [
        DocumentCommand(
            "L998", "playbook-region-failover", "scale_nodes",
            literal: .refused(
                254,
                "An error occurred (ResourceNotFoundException) when calling the UpdateNodegroupConfig "
                    + "operation: No cluster found for name: itdo-erp-dr."),
            named: .effect("{")),
        DocumentCommand(
            "L1004", "playbook-region-failover", "use_context",
            literal: .effect("Switched to context \"dr-cluster\"."), named: .leftOut),
        DocumentCommand(
            "L1005", "playbook-region-failover", "sync_applications", literal: .effect("Name:"),
            named: .effect("Name:")),
        DocumentCommand(
            "L1008", "playbook-region-failover", "stop_replication",
            literal: .refused(1, "error: the server doesn't have a resource type \"postgresql\""),
            named: .effect("cluster.postgresql.cnpg.io/postgres-dr-replica patched")),
        DocumentCommand(
            "L1014", "playbook-region-failover", "update_dns/switch_dns",
            literal: .refused(
                252,
                "Error parsing parameter '--change-batch': Unable to load paramfile "
                    + "file://dns-failover.json: [Errno 2] No such file or directory: 'dns-failover.json'"),
            named: .effect("{")),
        DocumentCommand(
            "L1019", "playbook-region-failover", "scale_backend",
            literal: .effect("deployment.apps/backend-api scaled"),
            named: .effect("deployment.apps/backend-api scaled")),
        DocumentCommand(
            "L1020", "playbook-region-failover", "scale_frontend",
            literal: .look("deployment.apps/frontend-app scaled"),
            named: .look("deployment.apps/frontend-app scaled")),
        DocumentCommand(
            "L1023", "playbook-region-failover", "check_health", literal: .look("OK"), named: .look("OK")),
        DocumentCommand(
            "L1024", "playbook-region-failover", "check_api_health",
            literal: .refused(22, "curl: (22) The requested URL returned error: 503"), named: .look("OK")),
    ]
}
