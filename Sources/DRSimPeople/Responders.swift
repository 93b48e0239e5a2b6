package import DRSimKernel
package import DRSimUnits

/// The people who respond to a disaster: who is paged, who answers, who decides, who approves.
///
/// A pure value that knows neither queue nor trace, like the other parts of the world. An incident
/// begins with an alert or, failing that, with users' complaints, and goes
/// ```
/// paged ─▶ acknowledged ─▶ decided ─┬─▶ declared ─▶ playbooks due ─▶ stood down
///   └─ unanswered ─▶ next role      └─▶ nothing to do: closed
/// ```
/// While it goes on further alerts page nobody. People know what users get, because they look; they
/// do not know what the controller believes.
package struct Responders: Sendable {
    /// Who they are.
    package let configuration: ResponderConfiguration
    let timings: PeopleTimings
    var staff: [Member]
    var matters: [Matter] = []
    var pages: [Page] = []
    /// The incident that goes on, as an index into `matters`.
    var incident: Int?
    /// When what users feel began, while they feel it or an incident about it is declared.
    var outageOnset: Instant?
    var areUsersServed = true
    /// Whether the region users would go back to is well, for whoever looks.
    package var isHomeWell = true
    var wereUsersUnserved = false
    var begunPlaybooks: [Int] = []
    var latch = LatchReview()
    var damages: [KnownDamage] = []
    /// For each damage, the assumption that said when it is noticed.
    var latencies: [AssumptionID] = []
    private var outageCount: Int32 = 0

    static let incidents = StreamName("incidents")
    static let approvals = StreamName("approvals")
    private static let complaints = StreamName("complaints")

    /// The person in a role.
    struct Member: Hashable, Sendable {
        let stream: StreamName
        /// How many reasons there are for being away; faults may overlap.
        var absences = 0
        /// How many pages were looked at or will be: the ordinal of the next draw.
        var pageCount: UInt32 = 0
        var isPresent: Bool { absences == 0 }
    }

    /// Creates people who have not heard of anything.
    package init(_ configuration: ResponderConfiguration, timings: PeopleTimings) {
        (self.configuration, self.timings) = (configuration, timings)
        staff = configuration.roles.map { Member(stream: StreamName("role \($0.id)")) }
    }

    func id(_ role: Int) -> RoleID { configuration.roles[role].id }

    var responds: Bool { configuration.respond && !staff.isEmpty }
}

extension Responders {
    /// An alert reaches the people of a channel; if the channel pages, the role on call is paged.
    package mutating func alertArrived(
        over channel: String, at now: Instant, draws: Draws, effects: inout PeopleEffects
    ) {
        guard responds, configuration.channels.contains(where: { $0.name == channel && $0.pages }) else {
            return
        }
        pageOnCall(at: now, draws: draws, effects: &effects)
    }

    /// Pages the role on call about what may be wrong, unless an incident goes on that somebody has
    /// taken on or may still answer.
    package mutating func pageOnCall(at now: Instant, draws: Draws, effects: inout PeopleEffects) {
        guard responds else { return }
        if let incident {
            guard matters[incident].stage == .unanswered else { return }
            return page(incident, place: 0, at: now, draws: draws, effects: &effects)
        }
        let matter = Matter(
            kind: .incident, escalation: configuration.escalation(from: 0),
            ordinal: UInt32(matters.count { $0.kind == .incident }), openedAt: now)
        wereUsersUnserved = !areUsersServed
        open(matter, at: now, draws: draws, effects: &effects)
    }

    /// Users are served again or no longer, in time and correctly; where they are not, complaints
    /// page people after a while if nothing else has.
    ///
    /// - Parameter beginning: when what keeps them from being served began, if that is known.
    package mutating func usersServed(
        _ areServed: Bool, since beginning: Instant? = nil, at now: Instant, draws: Draws,
        effects: inout PeopleEffects
    ) {
        guard responds, areServed != areUsersServed else { return }
        areUsersServed = areServed
        // What was over before anybody declared it is no part of a later disaster.
        if !hasDeclared { outageOnset = nil }
        guard !areServed else { return }
        outageOnset = outageOnset ?? beginning ?? now
        wereUsersUnserved = true
        outageCount += 1
        let wait = timings.complaintDelay.span(
            draws, of: Self.complaints, ordinal: UInt32(outageCount - 1))
        effects.schedule(.complaintsArrive(outage: outageCount), at: now + wait)
        openWindows(at: now, effects: &effects)
    }

    /// A role goes away or comes back from one reason for being away; it answers pages when the last
    /// has ended.
    package mutating func setAbsent(
        _ role: RoleID, _ isAbsent: Bool, at now: Instant, draws: Draws, effects: inout PeopleEffects
    ) {
        guard let index = configuration.index(of: role) else {
            preconditionFailure("there is no role \(role) to be absent")
        }
        staff[index].absences += isAbsent ? 1 : -1
        precondition(staff[index].absences >= 0, "\(role) came back once too often")
        guard responds, !isAbsent, staff[index].isPresent else { return }
        findPages(of: index, at: now, draws: draws, effects: &effects)
    }

    /// Asks for somebody's approval: the role is paged, unless it is at work already, and decides;
    /// where it does not answer, the roles it escalates to that may approve are asked in turn.
    package mutating func request(
        _ approval: ApprovalRequest, at now: Instant, draws: Draws, effects: inout PeopleEffects
    ) {
        guard responds else { return }
        guard let role = configuration.index(of: approval.role) else {
            preconditionFailure("there is no role \(approval.role) to approve")
        }
        let others = configuration.escalation(from: role).dropFirst()
        let escalation = [role] + others.filter { configuration.roles[$0].approves }
        let kind = Matter.Kind.approval(approval, deadline: now + approval.timeout)
        let ordinal = UInt32(matters.count { $0.kind != .incident })
        open(
            Matter(kind: kind, escalation: escalation, ordinal: ordinal, openedAt: now), at: now,
            draws: draws, effects: &effects)
    }

    /// Whether an incident goes on that somebody has declared a disaster.
    package var hasDeclared: Bool { incident.map { matters[$0].stage == .declared } ?? false }

    /// The incident is over: the next alert is a new one.
    package mutating func standDown() {
        if let incident { matters[incident].stage = .closed }
        close()
    }

    /// Handles an event that was asked for earlier.
    package mutating func handle(
        _ event: PeopleEvent, at now: Instant, draws: Draws, effects: inout PeopleEffects
    ) {
        switch event {
        case .pageIsSeen(let page): see(Int(page), at: now, draws: draws, effects: &effects)
        case .pageEscalates(let page): escalate(Int(page), at: now, draws: draws, effects: &effects)
        case .complaintsArrive(let outage):
            complaintsArrive(outage, at: now, draws: draws, effects: &effects)
        case .ownerDecides(let matter, let handover):
            decide(Int(matter), handover: handover, at: now, draws: draws, effects: &effects)
        case .mistakeIsSeen(let matter): seeMistake(about: Int(matter), at: now, effects: &effects)
        case .noticeArrives:
            effects.record(.stakeholdersNotified(waitedOn: timings.stakeholderNotice.id))
        case .windowOpens(let playbook, let matter):
            openWindow(of: Int(playbook), matter: Int(matter), effects: &effects)
        case .damageIsNoticed(let damage):
            noticeDamage(Int(damage), at: now, draws: draws, effects: &effects)
        case .itemIsDone(let item, let matter):
            finishItem(Int(item), of: Int(matter), at: now, draws: draws, effects: &effects)
        case .latchIsReviewed(let review): reviewLatch(review, at: now, draws: draws, effects: &effects)
        }
    }
}

extension Responders {
    private mutating func complaintsArrive(
        _ outage: Int32, at now: Instant, draws: Draws, effects: inout PeopleEffects
    ) {
        guard outage == outageCount, !areUsersServed else { return }
        guard incident.map({ matters[$0].stage == .unanswered }) ?? true else { return }
        effects.record(.complaintsArrived(waitedOn: timings.complaintDelay.id))
        pageOnCall(at: now, draws: draws, effects: &effects)
    }

    mutating func close() {
        (incident, outageOnset, begunPlaybooks) = (nil, nil, [])
    }
}
