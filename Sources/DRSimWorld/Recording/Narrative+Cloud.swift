import DRSimCloud
import DRSimPlan
import DRSimTrace
import DRSimUnits

extension Narrative {
    /// What the timeline says of something in the cloud; `nil` for what the fault's own fact or a
    /// later one says better.
    init?(_ fact: CloudFact) {
        switch fact {
        case .nodeStopped(let node):
            self.init(.nodeLost, node.name, "node \(node.name) stops", source: "D1", phase: .fault)
        case .nodeRequested(let node):
            self.init(
                .nodeRequested, node.name, "node \(node.name) is requested", source: "C7", phase: .nodeStart
            )
        case .nodeReady(let node, let wait):
            self.init(
                .nodeReady, node.name, "node \(node.name) is ready", source: "assumption:\(wait)",
                phase: .nodeStart)
        case .nodeReturned(let node):
            self.init(
                .nodeReady, node.name, "node \(node.name) runs again", source: "D1", phase: .faultItself
            )
        case .dnsChanged(let name, let value, _):
            self.init(
                .dnsChanged, name, "\(name) is to point at \(value ?? "nothing")", source: "C1",
                phase: .dnsChange)
        case .dnsPropagated(let name, let value, _, let wait):
            self.init(
                .dnsPropagated, name, "all name servers answer \(value ?? "nothing") for \(name)",
                source: "assumption:\(wait)", phase: .dnsPropagation)
        case .clientsMoved(let name, let target, let share):
            self.init(
                .clientsMoved, name, "\(share) of the clients of \(name) use \(target)",
                source: "C6", actor: .platform, phase: .clientsCutOver,
                details: [.init(.share, .number(share.partsPerMillion))])
        case .regionLost, .regionReturned, .zoneLost, .zoneReturned, .linkCut, .linkHealed,
            .linkQualityChanged, .launchAbandoned, .nodeRemoved, .capacityShort, .capacityReturned,
            .dnsControlPlaneLost, .dnsControlPlaneReturned:
            return nil
        case .capacityRefused(let node):
            self.init(
                .capacityRefused, node.name,
                "node \(node.name) is refused: InsufficientInstanceCapacity", source: "C7, C8",
                phase: .capacity)
        case .dnsFailedOver(let name, let target):
            self.init(
                .dnsFailedOver, name, "the health check of \(name) leads clients to \(target)", source: "C5",
                phase: .dnsHealthCheck)
        default: self.init(stored: fact)
        }
    }

    /// What the timeline says of something in storage; what was stored is its owner's to tell.
    private init?(stored fact: CloudFact) {
        switch fact {
        case .objectDeleted(let address, let isMarker):
            self.init(
                .objectDeleted, "\(address)", "\(address) is \(isMarker ? "hidden by a marker" : "deleted")",
                source: "F43", phase: .deletion)
        case .objectReplicated(let address, let target, let wait):
            self.init(
                .objectReplicated, "\(address)", "the copy of \(address) is in \(target)",
                source: "assumption:\(wait)", phase: .replication)
        case .snapshotCompleted(let snapshot, let wait):
            self.init(
                .snapshotCompleted, snapshot.id, "snapshot \(snapshot.id) is complete",
                source: "assumption:\(wait)", phase: .snapshot)
        default: return nil
        }
    }

    private init(_ kind: FactKind, _ entity: String, _ text: String, source: String, phase: RecoveryPhase) {
        self.init(kind, entity, text, source: source, actor: .platform, phase: phase)
    }
}
