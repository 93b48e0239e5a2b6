import DRSimHarness
import DRSimPlan
import DRSimUnits

// Proofs for faults of those who respond: the controller, what it is told, and people.

extension FaultProof {
    static func proofs(of name: MonitoringFault.Name) -> [FaultProof] {
        let fault: MonitoringFault =
            switch name {
            case .falseAlarm: .falseAlarm([.primaryDatabase, .replicaDatabase])
            case .checkHangs: .checkHangs([.applicationPods])
            }
        return [
            FaultProof(
                kind: .monitoring(fault), look: .quiet(.disasterDetected, for: 3), patience: 4,
                stage: onlyDetecting)
        ]
    }

    /// A controller that looks and does nothing, a hung check counting as a bad one.
    private static let onlyDetecting: @Sendable (inout Staged) -> Void = { staged in
        staged.plan.controller.responses = []
        staged.plan.controller.probeFailure = .unhealthy
        staged.plan.people.respond = false
    }

    static func proofs(of name: ControlFault.Name) -> [FaultProof] {
        let look = Look.goesOn(.controllerStopped, .controllerStarted)
        return switch name {
        case .outage: [FaultProof(kind: .control(.outage), look: look, stage: onlyDetecting)]
        case .restart:
            [
                FaultProof(
                    kind: .control(.restart), look: look, end: .repair, patience: 3, stage: onlyDetecting)
            ]
        }
    }

    static func proofs(of name: PeopleFault.Name) -> [FaultProof] {
        let lost = Fault.Kind.site(.regionOutage("us-west-2"))
        return switch name {
        case .roleAbsent:
            [
                FaultProof(
                    kind: .people(.roleAbsent("on_call_engineer")),
                    look: .brings(.acknowledged, of: "on_call_engineer", within: 5, after: lost),
                    stage: { $0.fix("page_acknowledge", at: 60) })
            ]
        case .channelOutage:
            [
                FaultProof(
                    kind: .people(.channelOutage("pagerduty")),
                    look: .brings(.alertLost, of: "pagerduty", isWanted: false, within: 5, after: lost),
                    stage: { _ in })
            ]
        }
    }
}
