import DRSimKernel
import DRSimUnits

extension Responders {
    /// Calls the role at a place of a matter's escalation.
    mutating func page(
        _ matter: Int, place: Int, at now: Instant, draws: Draws, effects: inout PeopleEffects
    ) {
        let role = matters[matter].escalation[place]
        effects.record(.paged(id(role), about: matters[matter].subject))
        let page = pages.count
        pages.append(Page(matter: matter, place: place))
        (matters[matter].latestPage, matters[matter].stage) = (page, .open)
        let (stream, ordinal) = (staff[role].stream, staff[role].pageCount)
        let patience = timings.pageEscalation.span(draws, of: stream, ordinal: ordinal)
        effects.schedule(.pageEscalates(page: Int32(page)), at: now + patience)
        expectAnswer(to: page, at: now, draws: draws, effects: &effects)
    }

    /// The role of a page will look at it after the time that takes at this hour; a role that is away
    /// will not, but the draw is made so that its later ones do not depend on that.
    private mutating func expectAnswer(
        to page: Int, at now: Instant, draws: Draws, effects: inout PeopleEffects
    ) {
        let role = matters[pages[page].matter].escalation[pages[page].place]
        let wait = answerTime(of: role, at: now, draws: draws)
        pages[page].slowedBy = slowdown(at: now)?.id
        guard staff[role].isPresent else { return }
        effects.schedule(.pageIsSeen(page: Int32(page)), at: now + wait)
    }

    /// How long a role takes to answer its next call at this hour.
    mutating func answerTime(of role: Int, at now: Instant, draws: Draws) -> Span {
        let (stream, ordinal) = (staff[role].stream, staff[role].pageCount)
        staff[role].pageCount += 1
        var seconds = timings.pageAcknowledge.value(draws, of: stream, ordinal: ordinal)
        if let slowdown = slowdown(at: now) {
            seconds *= slowdown.value(draws, of: stream, ordinal: ordinal)
        }
        return max(.zero, Span.rounding(seconds: seconds))
    }

    /// How many times longer an answer takes at this hour; nothing while people are at work anyway.
    private func slowdown(at now: Instant) -> Quantity? {
        switch configuration.time(at: now) {
        case .working: nil
        case .free: timings.offHoursFactor
        case .night: timings.nightFactor
        }
    }

    /// Somebody looks at a page, unless they are away; they take the matter on if nobody has.
    mutating func see(_ number: Int, at now: Instant, draws: Draws, effects: inout PeopleEffects) {
        let page = pages[number]
        let role = matters[page.matter].escalation[page.place]
        guard matters[page.matter].isWaiting(at: now), staff[role].isPresent else { return }
        matters[page.matter].stage = .open
        effects.record(
            .acknowledged(
                id(role), about: matters[page.matter].subject, waitedOn: timings.pageAcknowledge.id,
                slowedBy: page.slowedBy))
        takeOn(page.matter, place: page.place, at: now, draws: draws, effects: &effects)
    }

    /// A page has gone unanswered: the next role is paged, if there is one.
    mutating func escalate(_ number: Int, at now: Instant, draws: Draws, effects: inout PeopleEffects) {
        let page = pages[number]
        let matter = matters[page.matter]
        guard matter.isWaiting(at: now), matter.latestPage == number else { return }
        effects.record(
            .pageUnanswered(
                id(matter.escalation[page.place]), about: matter.subject,
                waitedOn: timings.pageEscalation.id))
        pageNext(of: page.matter, after: page.place, at: now, draws: draws, effects: &effects)
    }

    /// Pages the role after a place of a matter's escalation, or leaves the matter unanswered.
    mutating func pageNext(
        of matter: Int, after place: Int, at now: Instant, draws: Draws, effects: inout PeopleEffects
    ) {
        if place + 1 < matters[matter].escalation.count {
            page(matter, place: place + 1, at: now, draws: draws, effects: &effects)
        } else {
            matters[matter].stage = .unanswered
        }
    }

    /// A role that comes back finds its latest page about each matter that still waits.
    mutating func findPages(
        of role: Int, at now: Instant, draws: Draws, effects: inout PeopleEffects
    ) {
        for matter in matters.indices where matters[matter].isWaiting(at: now) {
            let latest = pages.lastIndex {
                $0.matter == matter && matters[matter].escalation[$0.place] == role
            }
            if let latest { expectAnswer(to: latest, at: now, draws: draws, effects: &effects) }
        }
    }
}
