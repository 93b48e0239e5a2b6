import DRSimPeople
import DRSimPlan
import DRSimTrace
import DRSimUnits

extension Narrative {
    /// What the timeline says of something among the people; `nil` for what another fact says.
    init?(_ fact: PeopleFact, in blueprint: Blueprint) {
        switch fact {
        case .paged(let role, let subject):
            self.init(
                .paged, role: role, "\(role) is paged\(Self.about(subject))", source: "E10", phase: .alerting
            )
        case .acknowledged(let role, let subject, let wait, let slowdown):
            self.init(
                .acknowledged, role: role,
                "\(role) acknowledges\(Self.about(subject))\(slowdown == nil ? "" : ", slower at this hour")",
                source: "assumption:\(wait)" + (slowdown.map { ", assumption:\($0)" } ?? ""),
                phase: .acknowledgement)
        case .pageUnanswered(let role, let subject, let wait):
            self.init(
                .pageUnanswered, role: role, "\(role) does not answer\(Self.about(subject))",
                source: "assumption:\(wait)", phase: .acknowledgement)
        case .complaintsArrived(let wait):
            self.init(
                .complaintsArrived, "users", "users complain", source: "assumption:\(wait)", actor: .people,
                phase: .detection)
        case .decisionMade(let role, let declares, let wait):
            if declares, let incidentClass = blueprint.scenario.incidentClass {
                self.init(declaredBy: role, incidentClass, waitedOn: wait)
            } else {
                self.init(
                    declares ? .decisionMade : .incidentClosed, role: role,
                    declares
                        ? "\(role) declares an incident"
                        : "\(role) finds users served and closes the incident",
                    source: "assumption:\(wait)", phase: .decision)
            }
        case .misdeclared(let role, let mistake, let wait):
            self.init(declaredBy: role, blueprint.mistakableClasses[mistake], waitedOn: wait)
        case .mistakeSeen(let role, let wait):
            guard let truth = blueprint.scenario.incidentClass else { return nil }
            self.init(declaredBy: role, truth, waitedOn: wait)
            text = "\(role) sees the mistake and declares: \(truth)"
        case .stakeholdersNotified(let wait):
            self.init(
                .stakeholdersNotified, "stakeholders", "stakeholders have the notice of the people in charge",
                source: "assumption:\(wait)", actor: .people, phase: .communication)
        case .damageNoticed(let wait):
            self.init(
                .damageNoticed, "data", "somebody comes upon the damage", source: "assumption:\(wait)",
                actor: .people, phase: .detection)
        case .itemDone(let number, let role, let wait):
            let item = blueprint.plan.people.immediateResponse[number]
            self.init(
                .responseItemDone, item.id, "\(role) is done with: \(item.title)",
                source: "\(item.source), assumption:\(wait)", actor: .people,
                phase: .immediateResponse, details: [.init(.role, .text(role.name))])
        case .latchReset(let role, let wait):
            self.init(
                .latchReset, role: role, "\(role) finds all well and resets the latch",
                source: "assumption:\(wait)", phase: .heldBack)
        case .approvalAnswered, .playbookDue:
            return nil
        }
    }

    /// A declaration of a class.
    private init(declaredBy role: RoleID, _ id: IncidentClassID, waitedOn wait: AssumptionID) {
        self.init(
            .decisionMade, role: role, "\(role) declares an incident: \(id)", source: "assumption:\(wait)",
            phase: .decision)
        details.append(.init(.incidentClass, .text(id.name)))
    }

    private init(_ kind: FactKind, role: RoleID, _ text: String, source: String, phase: RecoveryPhase) {
        self.init(
            kind, role.name, text, source: source, actor: .people, phase: phase,
            details: [.init(.role, .text(role.name))])
    }

    private static func about(_ subject: PeopleFact.Subject) -> String {
        switch subject {
        case .incident: ""
        case .approval: " (approval)"
        }
    }
}
