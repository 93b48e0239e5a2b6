package import DRSimUnits

/// What the time of a recovery can be spent on, but for the steps of procedures: facts are of a phase, and
/// contracts name one. Raw values are the names.
package enum RecoveryPhase: String, CaseIterable, Sendable {
    case acknowledgement, alerting, approval, archive, backup, capacity, command, communication
    case decision, deletion, detection, escalation, eviction, fault, fencing, installation
    case procedure, protection, recovery, repair, replication, rollout, slip, snapshot, standby
    case sync, verification, waiting
    case baseBackup = "base backup"
    case cacheWarmUp = "cache warm-up"
    case clientsCutOver = "clients cut over"
    case controllerError = "controller error"
    case copyOfDatabase = "copy of a running database"
    case databasePromotion = "database promotion"
    case dnsChange = "DNS change"
    case dnsHealthCheck = "DNS health check"
    case dnsPropagation = "DNS propagation"
    case heldBack = "held back"
    case immediateResponse = "immediate response"
    case nodeDetection = "node detection"
    case nodeStart = "node start"
    case databaseOperator = "operator"
    case podFailure = "pod failure"
    case podStart = "pod start"
    case repairOfBackups = "repair of backups"
    case replayOfLog = "replay of the log"
    case restoreOfDump = "restore of a dump"
    case restoreOfBaseBackup = "restore of the base backup"
    case splitBrain = "split brain"
    case controllerDown = "the controller is down"
    case faultItself = "the fault itself"
    case untestedRunbook = "untested runbook"
    case waitingForNode = "waiting for a node"

    /// What stands before a step's name in the name of its phase.
    package static let stepPrefix = "step "

    /// The phase of a procedure's step.
    package static func name(of step: StepID) -> String { stepPrefix + step.name }
}
