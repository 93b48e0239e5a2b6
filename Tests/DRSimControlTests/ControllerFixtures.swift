import DRSimControl
import DRSimPlan
import DRSimUnits

extension ControllerPolicy {
    /// The plan's timing and nothing beyond it: one look decides, nothing holds back, nobody is asked.
    ///
    /// The primary's loss is answered by `mend`, a region's by `move`, which its class `region` wants
    /// approved; the other disasters have no runbook.
    static func make(
        detection: Detection = Detection(required: 1, window: 1), latch: Bool = false,
        coolDown: Span = .zero, obeysApprovalPolicy: Bool = false, definedFunctions: [String] = [],
        calls: Calls = Calls()
    ) -> ControllerPolicy {
        ControllerPolicy(
            location: .third, pollInterval: .seconds(30), errorInterval: .seconds(60),
            probeFailure: .unhealthy, replicaDatabase: .inRegion, checks: [], detection: detection,
            latch: latch, coolDown: coolDown, obeysApprovalPolicy: obeysApprovalPolicy,
            approval: ApprovalPolicy(role: "lead", timeout: .minutes(10)),
            responses: [
                Response(disaster: .databaseFailure, incidentClass: nil, runbook: "mend", source: "test"),
                Response(disaster: .regionFailure, incidentClass: "region", runbook: "move", source: "test"),
                Response(disaster: .azFailure, incidentClass: "zone", runbook: nil, source: "test"),
            ],
            alertChannels: ["chat", "pager"], definedFunctions: definedFunctions, calls: calls,
            healthChecks: .probed)
    }
}

extension FailoverController {
    /// A controller with the runbooks `mend` and `move` of one step each.
    static func make(_ policy: ControllerPolicy = .make()) -> FailoverController {
        FailoverController(
            policy: policy,
            runbooks: ["mend", "move"].map { name in
                Runbook(id: RunbookID(name), title: name, source: "test", steps: [.run("step")])
            },
            classes: [
                .make("region", autoFailover: false), .make("zone", autoFailover: false),
                .make("quick", autoFailover: true),
            ])
    }
}

extension IncidentClass {
    /// A class that says only whether procedures may start unasked.
    static func make(_ id: IncidentClassID, autoFailover: Bool) -> IncidentClass {
        IncidentClass(
            id: id, family: "test", title: id.name, objectives: Objectives(rto: nil, rpo: nil),
            autoFailover: autoFailover, procedures: [], source: "test")
    }
}

extension HealthSnapshot {
    /// The primary database does not answer.
    static let primaryLost = allHealthy.failing(.primaryDatabase)
    /// No database answers.
    static let regionLost = primaryLost.failing(.replicaDatabase)
    /// The primary region is not reached.
    static let zoneLost = allHealthy.failing(.networkConnectivity)
}

extension Instant {
    /// An instant in seconds after the start.
    static func seconds(_ count: Int64) -> Instant { .start + .seconds(count) }
}
