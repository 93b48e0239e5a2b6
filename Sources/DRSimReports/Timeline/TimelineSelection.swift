import DRSimPlan
import DRSimScoring
import DRSimUnits

/// The facts a reader needs to follow a disaster, with their numbers in the picture.
struct TimelineSelection {
    /// The facts, from 1 in the order of time.
    let facts: [TimelineFact]
    /// How many more there were to choose from.
    let omitted: Int

    /// How many a page can carry.
    private static let limit = 36

    init(_ run: RunRecord) {
        var seenServices: [FactKind] = []
        let milestones = run.timeline.filter { fact in
            // Of services that fall and rise together the first speaks for all.
            if fact.kind == .serviceUnavailable || fact.kind == .serviceRestored {
                defer { seenServices.append(fact.kind) }
                return !seenServices.contains(fact.kind)
            }
            return Self.milestones.contains(fact.kind)
        }
        let chosen = milestones.count <= Self.limit ? milestones : Array(milestones.prefix(Self.limit))
        (facts, omitted) = (chosen, run.timeline.count - chosen.count)
    }

    private static let milestones: Set<FactKind> = [
        .faultInjected, .faultHealed, .capacityRefused, .nodeReady, .dnsChanged, .dnsPropagated,
        .clientsMoved, .objectRefused, .databaseLost, .failoverPending, .databasePromoted,
        .databaseWritable, .databaseFenced, .replicationBroken, .splitBrainStarted, .splitBrainEnded,
        .disasterDetected, .alertSent, .alertLost, .policyViolated, .approvalRequested,
        .approvalGranted, .approvalRefused, .approvalTimedOut, .noStandby, .procedureStarted, .stepSucceeded,
        .stepFailed, .procedureCompleted, .procedureFailed, .procedureResumed, .controllerStopped, .escalated,
        .acknowledged, .pageUnanswered,
        .complaintsArrived, .decisionMade, .stakeholdersNotified,
    ]
}
