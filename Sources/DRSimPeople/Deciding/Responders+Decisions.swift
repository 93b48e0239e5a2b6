import DRSimKernel
import DRSimUnits

extension Responders {
    /// Puts a matter before the first role of its escalation.
    mutating func open(
        _ matter: Matter, at now: Instant, draws: Draws, effects: inout PeopleEffects
    ) {
        matters.append(matter)
        let number = matters.count - 1
        if matter.kind == .incident { incident = number }
        if isAtWork(matter.escalation[0]) {
            takeOn(number, place: 0, at: now, draws: draws, effects: &effects)
        } else {
            page(number, place: 0, at: now, draws: draws, effects: &effects)
        }
    }

    /// Whether a role is at work on an incident, so that it need not be paged.
    private func isAtWork(_ role: Int) -> Bool {
        guard let incident, let owner = matters[incident].owner, staff[role].isPresent else { return false }
        return matters[incident].escalation[owner] == role
    }

    /// A role takes a matter on and will decide.
    mutating func takeOn(
        _ number: Int, place: Int, at now: Instant, draws: Draws, effects: inout PeopleEffects
    ) {
        let matter = matters[number]
        matters[number].owner = place
        matters[number].handovers += 1
        let entity = matter.kind == .incident ? Self.incidents : Self.approvals
        let quantity = decisionTime(of: matter)
        var end = now + quantity.span(draws, of: entity, ordinal: matter.ordinal)
        matters[number].waitedOn = quantity.id
        if let confirmation = confirmation(of: matter, draws: draws), confirmation > end {
            (end, matters[number].waitedOn) = (confirmation, timings.providerConfirmation.id)
        }
        effects.schedule(.ownerDecides(matter: Int32(number), handover: matter.handovers + 1), at: end)
    }

    private func decisionTime(of matter: Matter) -> Quantity {
        guard matter.kind == .incident else { return timings.approvalDecision }
        return configuration.isPrepared ? timings.decisionPrepared : timings.decisionUntrained
    }

    /// When the provider has confirmed an outage, where nobody decides before that (C15).
    private func confirmation(of matter: Matter, draws: Draws) -> Instant? {
        guard matter.kind == .incident, configuration.awaitsProvider, !areUsersServed else { return nil }
        let wait = timings.providerConfirmation.span(draws, of: Self.incidents, ordinal: matter.ordinal)
        return (outageOnset ?? matter.openedAt) + wait
    }

    /// The owner of a matter decides; who has left meanwhile hands it to the next role.
    mutating func decide(
        _ number: Int, handover: Int32, at now: Instant, draws: Draws, effects: inout PeopleEffects
    ) {
        let matter = matters[number]
        guard matter.stage == .open, matter.handovers == handover, let owner = matter.owner else { return }
        let role = matter.escalation[owner]
        guard staff[role].isPresent else {
            matters[number].owner = nil
            pageNext(of: number, after: owner, at: now, draws: draws, effects: &effects)
            return
        }
        switch matter.kind {
        case .incident: judge(number, by: role, at: now, draws: draws, effects: &effects)
        case .approval(let request, let deadline):
            matters[number].stage = .closed
            guard now <= deadline else { return }
            let granted =
                switch request.ground {
                case .procedure: true
                case .outage: mustRespond
                case .otherDisaster: mustRespond && !hasDeclared
                case .wayBack: isHomeWell
                }
            effects.record(
                .approvalAnswered(
                    token: request.token, granted: granted, by: id(role),
                    waitedOn: timings.approvalDecision.id))
        }
    }

    /// The owner of an incident declares a disaster if users are not served or damage is known, and else
    /// ends it; stakeholders hear of it where one is declared, or if users were not served at any time.
    private mutating func judge(
        _ number: Int, by role: Int, at now: Instant, draws: Draws, effects: inout PeopleEffects
    ) {
        let matter = matters[number]
        let declares = mustRespond
        let wait = matter.waitedOn ?? decisionTime(of: matter).id
        if declares, let mistake = mistake(about: matter, draws: draws) {
            matters[number].mistake = mistake
            effects.record(.misdeclared(id(role), as: mistake, waitedOn: wait))
            awaitInsight(into: number, at: now, draws: draws, effects: &effects)
        } else {
            effects.record(.decisionMade(id(role), declares: declares, waitedOn: wait))
        }
        if declares ? !configuration.tellsByItems : wereUsersUnserved {
            let wait = timings.stakeholderNotice.span(draws, of: Self.incidents, ordinal: matter.ordinal)
            effects.schedule(.noticeArrives, at: now + wait)
        }
        matters[number].stage = declares ? .declared : .closed
        guard declares else { return close() }
        openWindows(at: now, effects: &effects)
        beginItems(of: number, declaredBy: role, at: now, draws: draws, effects: &effects)
    }

    /// Asks for the windows of the playbooks that were not begun.
    mutating func openWindows(at now: Instant, effects: inout PeopleEffects) {
        guard let incident, matters[incident].stage == .declared else { return }
        let beginning = onset ?? matters[incident].openedAt
        for playbook in configuration.playbooks(of: matters[incident].mistake)
        where !begunPlaybooks.contains(playbook) {
            effects.schedule(
                .windowOpens(playbook: Int32(playbook), matter: Int32(incident)),
                at: max(now, beginning + configuration.playbookWindows[playbook]))
        }
    }

    /// The window of a playbook opens: it is due if the incident goes on and users are not served.
    mutating func openWindow(of playbook: Int, matter: Int, effects: inout PeopleEffects) {
        guard incident == matter, mustRespond, !begunPlaybooks.contains(playbook),
            configuration.playbooks(of: matters[matter].mistake).contains(playbook)
        else { return }
        begunPlaybooks.append(playbook)
        effects.record(.playbookDue(playbook))
    }
}
