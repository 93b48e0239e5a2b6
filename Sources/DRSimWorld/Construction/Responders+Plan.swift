import DRSimPeople
import DRSimPlan
import DRSimUnits

extension Responders {
    /// The people of a plan; in a control trial nobody responds.
    init(_ blueprint: Blueprint, isControl: Bool) {
        let people = blueprint.plan.people
        let configuration = ResponderConfiguration(
            respond: people.respond && !isControl,
            roles: people.roles.map {
                .init(id: $0.id, escalatesTo: $0.escalatesTo, approves: $0.approves)
            },
            channels: people.channels.map { .init(name: $0.name, pages: $0.pages) },
            playbookWindows: blueprint.playbookEntries.map(\.notBefore), isPrepared: people.isPrepared,
            start: blueprint.scenario.start)
        self.init(configuration, timings: PeopleTimings(blueprint.plan))
    }
}

extension PeopleTimings {
    /// The timings of a plan.
    init(_ plan: Plan) {
        self.init(
            pageAcknowledge: plan.quantity("page_acknowledge"),
            pageEscalation: plan.quantity("page_escalation"),
            nightFactor: plan.quantity("page_acknowledge_night_factor"),
            complaintDelay: plan.quantity("complaint_delay"),
            decisionUntrained: plan.quantity("decision_untrained"),
            decisionPrepared: plan.quantity("decision_prepared"),
            approvalDecision: plan.quantity("approval_decision"),
            stakeholderNotice: plan.quantity("stakeholder_notice"),
            latchReview: plan.quantity("latch_review"))
    }
}
