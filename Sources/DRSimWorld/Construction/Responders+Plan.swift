import DRSimPeople
import DRSimPlan
import DRSimUnits

extension Responders {
    /// The people of a plan; in a control trial nobody responds.
    init(_ blueprint: Blueprint, isControl: Bool) {
        let people = blueprint.plan.people
        var configuration = ResponderConfiguration(
            respond: people.respond && !isControl,
            roles: people.roles.map {
                .init(id: $0.id, escalatesTo: $0.escalatesTo, approves: $0.approves)
            },
            channels: people.channels.map { .init(name: $0.name, pages: $0.pages) },
            playbookWindows: (blueprint.response + blueprint.mistakenResponses.flatMap(\.self))
                .map(\.notBefore),
            isPrepared: people.isPrepared,
            start: blueprint.scenario.start,
            workingHours: people.conduct.workingHours.from..<people.conduct.workingHours.to,
            night: .init(from: people.conduct.nightHours.from, to: people.conduct.nightHours.to),
            utcOffset: people.conduct.workingHours.utcOffset,
            awaitsProvider: people.conduct.awaitsProvider,
            items: people.immediateResponse.map { item in
                .init(
                    id: item.id, role: item.role, takes: blueprint.plan.quantity(of: item.takes),
                    tells: item.tells == .stakeholders)
            })
        configuration.misdeclaration = people.conduct.misdeclaration.map { misdeclaration in
            .init(
                chance: blueprint.plan.quantity(of: misdeclaration.chance),
                corrected: blueprint.plan.quantity(of: misdeclaration.corrected),
                playbooks: blueprint.mistakenPlaybooks)
        }
        self.init(configuration, timings: PeopleTimings(blueprint.plan))
    }
}

extension PeopleTimings {
    /// The timings of a plan.
    init(_ plan: Plan) {
        self.init(
            pageAcknowledge: plan.quantity(.pageAcknowledge),
            pageEscalation: plan.quantity(.pageEscalation),
            nightFactor: plan.quantity(.pageAcknowledgeNightFactor),
            offHoursFactor: plan.quantity(.pageAcknowledgeOffHoursFactor),
            complaintDelay: plan.quantity(.complaintDelay),
            decisionUntrained: plan.quantity(.decisionUntrained),
            decisionPrepared: plan.quantity(.decisionPrepared),
            providerConfirmation: plan.quantity(.providerConfirmation),
            approvalDecision: plan.quantity(.approvalDecision),
            stakeholderNotice: plan.quantity(.stakeholderNotice),
            latchReview: plan.quantity(.latchReview))
    }
}
