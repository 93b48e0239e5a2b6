/// What a fact of the trace says became true; raw values are written in traces and scenario files.
package enum FactKind: String, CaseIterable, Hashable, Sendable {
    // Faults.
    case faultInjected = "fault_injected"
    case faultHealed = "fault_healed"

    // What users see.
    case serviceUnavailable = "service_unavailable"
    case serviceRestored = "service_restored"

    // Cloud.
    case nodeLost = "node_lost"
    case nodeRequested = "node_requested"
    case nodeReady = "node_ready"
    case capacityRefused = "capacity_refused"
    case dnsChanged = "dns_changed"
    case dnsPropagated = "dns_propagated"
    case dnsFailedOver = "dns_failed_over"
    case clientsMoved = "clients_moved"
    case namesReclaimed = "names_reclaimed"

    // Storage.
    case bucketPlundered = "bucket_plundered"
    case objectDeleted = "object_deleted"
    case objectReplicated = "object_replicated"
    case snapshotCompleted = "snapshot_completed"

    // Kubernetes.
    case nodeNotReady = "node_not_ready"
    case podsLost = "pods_lost"
    case podEvicted = "pod_evicted"
    case podUnschedulable = "pod_unschedulable"
    case podReady = "pod_ready"
    case podFailed = "pod_failed"
    case objectChanged = "object_changed"
    case manifestSubmitted = "manifest_submitted"
    case objectRefused = "object_refused"
    case fieldPruned = "field_pruned"
    case rolloutStarted = "rollout_started"
    case rolloutFinished = "rollout_finished"
    case syncStarted = "sync_started"
    case syncFinished = "sync_finished"
    case fieldReverted = "field_reverted"

    // Databases.
    case databaseLost = "database_lost"
    case failoverPending = "failover_pending"
    case noStandby = "no_standby"
    case databasePromoted = "database_promoted"
    case databaseWritable = "database_writable"
    case standbyRejoined = "standby_rejoined"
    case replicationBroken = "replication_broken"
    case replicationResumed = "replication_resumed"
    case databaseFenced = "database_fenced"
    case dataSpoilt = "data_spoilt"
    case archivingFailed = "archiving_failed"
    case archivingResumed = "archiving_resumed"
    case baseBackupCompleted = "base_backup_completed"
    case baseBackupFailed = "base_backup_failed"
    case databaseBootstrapping = "database_bootstrapping"
    case databaseBootstrapFailed = "database_bootstrap_failed"
    case databaseRestored = "database_restored"
    case splitBrainStarted = "split_brain_started"
    case splitBrainEnded = "split_brain_ended"
    case protectionLost = "protection_lost"
    case protectionRestored = "protection_restored"

    // The controller and its runbooks.
    case disasterDetected = "disaster_detected"
    case alertSent = "alert_sent"
    case alertLost = "alert_lost"
    case noticeSent = "notice_sent"
    case noticeLost = "notice_lost"
    case policyViolated = "policy_violated"
    case approvalRequested = "approval_requested"
    case approvalGranted = "approval_granted"
    case approvalRefused = "approval_refused"
    case approvalTimedOut = "approval_timed_out"
    case procedureStarted = "procedure_started"
    case procedureResumed = "procedure_resumed"
    case stepStarted = "step_started"
    case stepSucceeded = "step_succeeded"
    case stepSkipped = "step_skipped"
    case stepRetried = "step_retried"
    case stepFailed = "step_failed"
    case procedureCompleted = "procedure_completed"
    case procedureFailed = "procedure_failed"
    case controllerError = "controller_error"
    case controllerHeld = "controller_held"
    case controllerReleased = "controller_released"
    case controllerStopped = "controller_stopped"
    case controllerStarted = "controller_started"
    case escalated

    // People.
    case paged
    case acknowledged
    case pageUnanswered = "page_unanswered"
    case complaintsArrived = "complaints_arrived"
    case decisionMade = "decision_made"
    case incidentClosed = "incident_closed"
    case stakeholdersNotified = "stakeholders_notified"
    case latchReset = "latch_reset"
    case damageNoticed = "damage_noticed"
    case responseItemDone = "response_item_done"
    case stepMistyped = "step_mistyped"
    case runbookBlocked = "runbook_blocked"
}
