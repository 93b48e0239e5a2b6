import DRSimDocument
import DRSimPlan
import DRSimUnits
import OrderedCollections

extension TreeShape {
    /// The shape of a plan folder's tree.
    static let plan = TreeShape(
        keyedLists: [
            ["incident_classes"]: ItemKey(.init("id")),
            ["business_impact", "tiers"]: ItemKey(.init("number")),
            ["services", "services"]: ItemKey(.init("id")),
            ["services", "services", "workloads"]: ItemKey(.init("deployment")),
            ["services", "stores"]: ItemKey(.init("id")),
            ["services", "third_parties"]: ItemKey(.init("id")),
            ["services", "caches"]: ItemKey(.init("id")),
            ["topology", "regions"]: ItemKey(.init("id")),
            ["topology", "regions", "cluster", "node_groups"]: ItemKey(.init("name")),
            ["topology", "dns", "records"]: ItemKey(
                .init("name", isHost: true), .init("type"), .init("weighted.set", isOptional: true)),
            ["controller", "checks"]: ItemKey(.init("signal")),
            ["controller", "responses"]: ItemKey(.init("disaster")),
            ["people", "roles"]: ItemKey(.init("id")),
            ["people", "channels"]: ItemKey(.init("name")),
            ["people", "immediate_response"]: ItemKey(.init("id")),
            ["people", "windows"]: ItemKey(.init("id")),
            ["people", "playbooks"]: ItemKey(.init("class"), .init("runbook")),
            ["backups", "components"]: ItemKey(.init("name")),
            ["backups", "retention"]: ItemKey(.init("name")),
            ["storage", "buckets"]: ItemKey(.init("name")),
            ["storage", "keys"]: ItemKey(.init("id")),
            ["storage", "identities"]: ItemKey(.init("name")),
            ["storage", "volumes"]: ItemKey(.init("id")),
            ["assumptions"]: ItemKey(.init("id")),
            ["success_metrics"]: ItemKey(.init("id")),
            ["verification"]: ItemKey(.init("id")),
            ["runbooks"]: ItemKey(.init("id")),
            ["runbooks", "steps"]: ItemKey(.init("id")),
            ["files"]: ItemKey(.init("path")),
            ["manifests"]: ItemKey(
                .init("origin"), .init("context", "path"), .init("manifest.kind"),
                .init("manifest.metadata.namespace", isOptional: true), .init("manifest.metadata.name")),
        ],
        choices: [
            ["assumptions", "distribution"]: Distribution.shapes,
            ["backups", "components"]: BackupComponent.Task.keys,
            ["success_metrics"]: SuccessMetric.Target.keys,
            ["verification"]: VerificationItem.Probe.keys,
            ["runbooks", "steps"]: StepAction.keys,
            ["runbooks", "steps", "unless"]: Verification.Condition.keys,
            ["runbooks", "steps", "verify"]: Verification.Condition.keys,
        ])
}
