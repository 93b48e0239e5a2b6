/// The assumptions that only faults of some kinds, or some parts of a plan, ask for: a plan needs one if it
/// has such a part, or a scenario of it such a fault. Raw values are their names in plan files; all count
/// seconds.
package enum FaultAssumptionName: String, CaseIterable, Hashable, Sendable {
    case regionRoundTrip = "region_round_trip"
    case controllerStart = "controller_start"
    case crashBackOff = "crash_back_off"
    case imagePullBackOff = "image_pull_back_off"
    case memoryLeakFill = "memory_leak_fill"
    case badDeployOnset = "bad_deploy_onset"
    case externalDNSInterval = "external_dns_interval"
    case archiveRepair = "archive_repair"
    case backupRepair = "backup_repair"
    case backupFailureDetection = "backup_failure_detection"
}
