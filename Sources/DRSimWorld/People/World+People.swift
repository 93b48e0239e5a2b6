import DRSimCloud
import DRSimControl
import DRSimKernel
import DRSimPeople
import DRSimPlan
import DRSimShell
import DRSimTrace
import DRSimUnits

extension World {
    /// What something among the people means for the rest of the world.
    mutating func react(to fact: PeopleFact, cause: FactID?) {
        switch fact {
        case .approvalAnswered(let token, let granted, _, _):
            answer(approval: approvals[token], granted: granted, cause: cause)
        case .playbookDue(let index): beginPlaybook(index, cause: cause)
        case .mistakeSeen: dropMistakenPlaybooks(cause: cause)
        case .decisionMade(_, declares: true, _), .misdeclared: playbookDesk.wayBack.isOwed = true
        case .latchReset: resetLatch(cause: cause)
        case .itemDone(let item, let role, _):
            sayWhatWasFound(item, by: role, cause: cause)
            tellOfResponse(item, cause: cause)
        default: break
        }
    }

    /// Sends the controller's immediate alert through a channel.
    mutating func sendAlert(
        _ disaster: DisasterType, through channel: String, cause: FactID?
    ) -> FactID {
        send(
            "alert \(disaster.rawValue)", kinds: (.alertSent, .alertLost), through: channel,
            audience: .responders, source: blueprint.source(of: disaster), cause: cause)
    }

    /// Sends a notice through a channel.
    mutating func send(_ notice: Notice, through channel: String, cause: FactID?) -> FactID {
        send(
            notice.message, kinds: (.noticeSent, .noticeLost), through: channel,
            audience: notice.audience, source: "plan:runbook", cause: cause)
    }

    /// Calls people: the controller cannot or may not go on by itself.
    mutating func escalate(_ disaster: DisasterType, reason: EscalationReason, cause: FactID?) -> FactID {
        let id = record(
            Narrative(
                .escalated, disaster.rawValue, "\(disaster.rawValue) is escalated to people: \(reason)",
                source: blueprint.source(of: disaster), actor: .plan, phase: .escalation,
                details: [.init(.disaster, .text(disaster.rawValue))]),
            cause: cause)
        changePeople(cause: id) { [now, draws] people, effects in
            people.pageOnCall(at: now, draws: draws, effects: &effects)
        }
        return id
    }

    /// Asks a role for approval on behalf of the controller or of a playbook.
    mutating func request(
        _ approval: Approval, for disaster: DisasterType?, token: Token, by issuer: PendingCommand.Issuer,
        cause: FactID?
    ) -> FactID {
        let id = record(
            Narrative(
                .approvalRequested, approval.role.name, "\(approval.role) is asked: \(approval.question)",
                source: "plan:controller.approval", actor: .plan, phase: .decision,
                details: [.init(.role, .text(approval.role.name))]),
            cause: cause)
        approvals.append(
            PendingApproval(issuer: issuer, incarnation: controlRoom.incarnation, token: token))
        let request = ApprovalRequest(
            token: approvals.count - 1, role: approval.role, timeout: approval.timeout,
            ground: ground(of: disaster, for: issuer))
        changePeople(cause: id) { [now, draws] people, effects in
            people.request(request, at: now, draws: draws, effects: &effects)
        }
        return id
    }

    /// What whoever is asked goes by: once they know what has really happened they go by that.
    private func ground(
        of disaster: DisasterType?, for issuer: PendingCommand.Issuer
    ) -> ApprovalRequest.Ground {
        guard let disaster else {
            let isWayBack = issuer == .responders && !playbookDesk.isResponse(playbookDesk.current)
            return isWayBack ? .wayBack : .procedure
        }
        let plan = blueprint.plan
        let believed = plan.controller.responses.first { $0.disaster == disaster }?.incidentClass
        let families = [believed, blueprint.scenario.incidentClass].map { id in
            id.flatMap { plan.incidentClass($0)?.family }
        }
        guard let one = families[0], let other = families[1] else { return .outage }
        return one == other ? .outage : .otherDisaster
    }

    private mutating func answer(approval: PendingApproval, granted: Bool, cause: FactID?) {
        switch approval.issuer {
        case .controller:
            guard controlRoom.expects(approval.incarnation) else { return }
            feedController(.approval(approval.token, granted: granted), cause: cause)
        case .responders: feedPlaybook(.approval(approval.token, granted: granted), cause: cause)
        }
    }

    /// A message reaches the people of its channel.
    mutating func messageArrives(_ index: Int32, cause: FactID?) {
        let message = messages[Int(index)]
        switch message.audience {
        case .responders:
            changePeople(cause: cause) { [now, draws] people, effects in
                people.alertArrived(over: message.channel, at: now, draws: draws, effects: &effects)
            }
        case .stakeholders:
            record(
                Narrative(
                    .stakeholdersNotified, "stakeholders",
                    "stakeholders are notified through \(message.channel)",
                    source: "assumption:message_delivery", actor: .plan, phase: .communication),
                cause: cause)
        }
    }

    /// Sends a text through a channel, whose outage or lost region swallows it.
    mutating func send(
        _ text: String, kinds: (sent: FactKind, lost: FactKind), through name: String,
        audience: Notice.Audience, source: String, cause: FactID?
    ) -> FactID {
        let channel = blueprint.plan.people.channels.first { $0.name == name }
        let host = channel?.hostedIn.flatMap { blueprint.region($0) }
        let isLost =
            channel == nil || faults.silentChannels.contains(name)
            || host.map { !infrastructure.cloud.isUp(region: $0) } ?? false
        // A sentence is quoted, so that it does not run into what is said of it.
        let text = text.hasSuffix(".") ? "\"\(text)\"" : text
        let id = record(
            Narrative(
                isLost ? kinds.lost : kinds.sent, name,
                isLost ? "\(text) through \(name) reaches nobody" : "\(text) goes out through \(name)",
                source: source, actor: .plan, phase: .alerting,
                details: [.init(.channel, .text(name)), .init(.audience, .text(audience.rawValue))]),
            cause: cause)
        guard !isLost else { return id }
        messages.append(PendingMessage(channel: name, audience: audience))
        let delay = blueprint.quantity(.messageDelivery).span(
            draws, of: StreamName("channel \(name)"), ordinal: UInt32(messages.count { $0.channel == name }))
        schedule(.messageArrives(Int32(messages.count - 1)), at: now + delay, cause: id)
        return id
    }

    /// Whether the users of every Tier 1 service are served.
    var isTierOneServed: Bool {
        services.indices.allSatisfy { blueprint.plan.services[$0].tier > 1 || services[$0].isAvailable }
    }

    /// People look: what a service's users get is known to them when they do.
    mutating func tellPeopleAboutServices(cause: FactID?) {
        let areServed = isTierOneServed
        guard areServed != usersWereServed else { return }
        // Where only the hour changed, it is the last thing that changed a service that people feel.
        let cause = cause ?? services.compactMap(\.cause).max()
        usersWereServed = areServed
        servedGeneration += 1
        let beginning = areServed ? now : beginningOfOutage(cause: cause)
        changePeople(cause: cause) { [now, draws] people, effects in
            people.usersServed(areServed, since: beginning, at: now, draws: draws, effects: &effects)
        }
        if areServed {
            schedule(.standDown(generation: servedGeneration), at: now + standDownTime, cause: cause)
        }
    }

    /// When what keeps users from being served began: when the fault struck or ended that it goes back to.
    /// From all but the way back's own doing there will be a way back.
    private mutating func beginningOfOutage(cause: FactID?) -> Instant {
        var next = cause
        while let id = next, ![.faultInjected, .faultHealed].contains(trace[id].kind) {
            next = trace[id].cause
        }
        let beginning = next.map { trace[$0].at } ?? now
        if let begun = playbookDesk.wayBack.begunAt, beginning < begun { return now }
        playbookDesk.wayBack.isOwed = true
        return beginning
    }

    /// Users have been served for a while: a declared incident is over, the next alert pages anew, and
    /// the way back begins. The playbook under way is finished; what waits behind it is dropped.
    mutating func standDown(generation: Int32, cause: FactID?) {
        guard generation == servedGeneration else { return }
        if responders.hasDeclared {
            if isSoundDataServed { responders.complaintsSettled() }
            responders.standDown()
            playbookDesk.waiting.removeAll(where: playbookDesk.isResponse)
        }
        guard responders.configuration.respond else { return }
        for index in playbookDesk.beginWayBack(at: now) {
            let due = now + playbookDesk.procedures[index].notBefore
            schedule(.procedureDue(Int32(index), round: playbookDesk.wayBack.round), at: due, cause: cause)
        }
    }

    /// The time has come for a procedure of the way back, unless that was set aside.
    mutating func procedureDue(_ index: Int, round: Int32, cause: FactID?) {
        guard round == playbookDesk.wayBack.round else { return }
        guard !responders.hasDeclared else { return playbookDesk.setWayBackAside() }
        beginPlaybook(index, cause: cause)
    }

    /// How long all must have been well before people go home or look into what was held back.
    var standDownTime: Span { .rounding(seconds: blueprint.plan.constant(.standDown)) }
}

/// A request for approval that was passed on to people.
struct PendingApproval: Hashable, Sendable {
    let issuer: PendingCommand.Issuer
    /// The controller's process at the time.
    let incarnation: Int32
    let token: Token
}
