/// The assumptions the model asks every plan for; raw values are their names in plan files.
package enum AssumptionName: String, CaseIterable, Hashable, Sendable {
    // Cloud.
    case nodeStart = "node_start"
    case capacityRefusal = "capacity_refusal"
    case capacityRetry = "capacity_retry"
    case dnsPropagation = "dns_propagation"
    case dnsShareByTTL = "dns_share_by_ttl"
    case dnsShareByTTLPlus5 = "dns_share_by_ttl_plus_5m"
    case dnsShareByTTLPlus30 = "dns_share_by_ttl_plus_30m"
    case dnsTailEnd = "dns_tail_end"

    // Storage.
    case objectReplicationTimed = "object_replication_timed"
    case objectReplication = "object_replication"
    case snapshot
    case snapshotCopyRate = "snapshot_copy_rate"
    case objectUploadRate = "object_upload_rate"
    case objectDownloadRate = "object_download_rate"
    case objectCopyRate = "object_copy_rate"

    // Kubernetes and Argo CD.
    case nodeMonitorGrace = "node_monitor_grace"
    case podEviction = "pod_eviction"
    case podStart = "pod_start"
    case podStartCold = "pod_start_cold"
    case usableCapacity = "usable_capacity"
    case operatorStart = "operator_start"
    case argoPoll = "argo_poll"
    case argoSync = "argo_sync"
    case argoSelfHeal = "argo_self_heal"

    // Databases.
    case failoverAfterCrash = "failover_after_crash"
    case failoverAfterHang = "failover_after_hang"
    case failoverAfterNodeLoss = "failover_after_node_loss"
    case switchover
    case replicaClusterPromotion = "replica_cluster_promotion"
    case lagInRegion = "replication_lag_in_region"
    case lagCrossRegion = "replication_lag_cross_region"
    case copyAge = "copy_age"
    case standbyRejoin = "standby_rejoin"

    // Copies of databases.
    case databaseSize = "database_size"
    case baseBackupRate = "base_backup_rate"
    case baseRestoreRate = "base_restore_rate"
    case replicaRebuildRate = "replica_rebuild_rate"
    case walFetchRate = "wal_fetch_rate"
    case walReplayRate = "wal_replay_rate"
    case walArchiveUpload = "wal_archive_upload"
    case snapshotReady = "snapshot_ready"
    case emptyDatabaseStart = "empty_database_start"
    case dumpRate = "dump_rate"
    case dumpRatio = "dump_ratio"
    case dumpRestoreRate = "dump_restore_rate"
    case dumpRestoreRateParallel = "dump_restore_rate_parallel"

    // Backups.
    case backupLoopOverhead = "backup_loop_overhead"

    // The command line.
    case commandTimeout = "command_timeout"

    // People and their channels.
    case messageDelivery = "message_delivery"
    case pageAcknowledge = "page_acknowledge"
    case pageAcknowledgeNightFactor = "page_acknowledge_night_factor"
    case pageEscalation = "page_escalation"
    case decisionUntrained = "decision_untrained"
    case decisionPrepared = "decision_prepared"
    case approvalDecision = "approval_decision"
    case complaintDelay = "complaint_delay"
    case stakeholderNotice = "stakeholder_notice"
    case latchReview = "latch_review"
    case standDown = "stand_down"
    case manualStep = "manual_step"
    case pageAcknowledgeOffHoursFactor = "page_acknowledge_off_hours_factor"
    case providerConfirmation = "provider_confirmation"
    case slipCalm = "slip_calm"
    case slipStressed = "slip_stressed"
    case slipRecovery = "slip_recovery"
    case untestedRunbookDefect = "untested_runbook_defect"
    case defectWorkaround = "defect_workaround"

    // What no health check sees.
    case loudCorruptionDetection = "loud_corruption_detection"
    case silentCorruptionDetection = "silent_corruption_detection"
    case deletionDetection = "deletion_detection"
    case breachDetection = "breach_detection"
}

extension AssumptionName {
    /// What it measures.
    package var measure: AssumptionMeasure {
        switch self {
        case .capacityRefusal, .slipCalm, .slipStressed, .untestedRunbookDefect: .probability
        case .dnsShareByTTL, .dnsShareByTTLPlus5, .dnsShareByTTLPlus30, .usableCapacity: .share
        case .pageAcknowledgeNightFactor, .pageAcknowledgeOffHoursFactor, .dumpRatio: .factor
        case .snapshotCopyRate, .objectUploadRate, .objectDownloadRate, .objectCopyRate,
            .baseBackupRate, .baseRestoreRate, .replicaRebuildRate, .walFetchRate, .walReplayRate, .dumpRate,
            .dumpRestoreRate, .dumpRestoreRateParallel:
            .rate
        case .databaseSize: .size
        default: .duration
        }
    }

    /// Whether it stands for one figure, so that only a constant will do.
    package var isConstant: Bool {
        switch self {
        case .dnsShareByTTL, .dnsShareByTTLPlus5, .dnsShareByTTLPlus30, .dnsTailEnd, .copyAge,
            .capacityRefusal, .databaseSize, .dumpRatio, .usableCapacity, .backupLoopOverhead, .standDown:
            true
        default: false
        }
    }

    /// Shares of one whole that grow from one to the next.
    package static let growingShares = [dnsShareByTTL, dnsShareByTTLPlus5, dnsShareByTTLPlus30]
}
