import DRSimPlan
import DRSimUnits

/// The commands of the playbook's application procedure (L975-L990).
enum ApplicationRecoveryCommands {
    static let all = [
        DocumentCommand(
            "L976", "playbook-application-recovery", "scale_backend",
            literal: .look("deployment.apps/backend-api scaled"),
            named: .look("deployment.apps/backend-api scaled")),
        DocumentCommand(
            "L977", "playbook-application-recovery", "scale_frontend",
            literal: .look("deployment.apps/frontend-app scaled"),
            named: .look("deployment.apps/frontend-app scaled")),
        DocumentCommand(
            "L980", "playbook-application-recovery", "list_deployments",
            literal: .look("NAME"), named: .look("NAME")),
        DocumentCommand(
            "L981", "playbook-application-recovery", "describe_backend",
            literal: .look("Name:"), named: .look("Name:")),
        DocumentCommand(
            "L984", "playbook-application-recovery", "force_rollout",
            literal: .effect("deployment.apps/backend-api patched"),
            named: .effect("deployment.apps/backend-api patched")),
        // A watch (F62).
        DocumentCommand(
            "L989", "playbook-application-recovery", "watch_pods", literal: .hangs, named: .look("NAME")),
        DocumentCommand(
            "L990", "playbook-application-recovery", "check_health", literal: .look("OK"), named: .look("OK")
        ),
    ]
}
