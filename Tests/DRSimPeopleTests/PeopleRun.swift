import DRSimKernel
import DRSimPeople
import DRSimUnits

/// Responders with their events in a queue and their facts in a list: what the world does for them.
struct PeopleRun {
    var people: Responders
    let draws: Draws
    private(set) var now = Instant.start
    private(set) var facts: [(at: Instant, fact: PeopleFact)] = []
    private(set) var scheduledCount = 0
    private var queue = EventQueue<PeopleEvent>()

    init(
        _ configuration: ResponderConfiguration = .team(), timings: PeopleTimings = .constant(),
        trial: UInt32 = 0
    ) {
        people = Responders(configuration, timings: timings)
        draws = Draws(seed: 11, trial: trial)
    }

    /// Runs to an instant and tells the people something there.
    mutating func at(
        _ instant: Instant, _ body: (inout Responders, Instant, Draws, inout PeopleEffects) -> Void
    ) {
        run(through: instant)
        var effects = PeopleEffects()
        body(&people, instant, draws, &effects)
        absorb(effects)
    }

    /// Handles all events up to and at an instant.
    mutating func run(through instant: Instant) {
        while let next = queue.nextInstant, next <= instant, let (at, _, event) = queue.popFirst() {
            now = at
            var effects = PeopleEffects()
            people.handle(event, at: at, draws: draws, effects: &effects)
            absorb(effects)
        }
        now = instant
    }

    private mutating func absorb(_ effects: PeopleEffects) {
        facts += effects.facts.map { (now, $0) }
        scheduledCount += effects.scheduled.count
        for request in effects.scheduled {
            queue.schedule(request.event, at: request.at, order: EventOrder(lane: 0, entity: 0))
        }
    }
}

extension PeopleRun {
    mutating func alert(over channel: String = "pager", at instant: Instant) {
        at(instant) { $0.alertArrived(over: channel, at: $1, draws: $2, effects: &$3) }
    }

    mutating func users(areServed: Bool, since beginning: Instant? = nil, at instant: Instant) {
        at(instant) { $0.usersServed(areServed, since: beginning, at: $1, draws: $2, effects: &$3) }
    }

    mutating func setAbsent(_ role: RoleID, _ isAbsent: Bool, at instant: Instant) {
        at(instant) { $0.setAbsent(role, isAbsent, at: $1, draws: $2, effects: &$3) }
    }

    mutating func ask(
        _ role: RoleID, token: Int = 1, timeout: Span = .minutes(60),
        ground: ApprovalRequest.Ground = .procedure, at instant: Instant
    ) {
        let request = ApprovalRequest(token: token, role: role, timeout: timeout, ground: ground)
        at(instant) { $0.request(request, at: $1, draws: $2, effects: &$3) }
    }

    /// The facts as lines: minute and what happened.
    var lines: [String] { facts.map { "\($0.at.milliseconds / 60_000) \($0.fact.line)" } }
}

extension PeopleFact {
    var line: String {
        switch self {
        case .paged(let role, _): "\(role) paged"
        case .acknowledged(let role, _, _, _): "\(role) answers"
        case .pageUnanswered(let role, _, _): "\(role) silent"
        case .complaintsArrived: "complaints"
        case .decisionMade(let role, let declares, _): "\(role) \(declares ? "declares" : "sees nothing")"
        case .misdeclared(let role, let mistake, _): "\(role) declares mistake \(mistake)"
        case .mistakeSeen(let role, _): "\(role) sees the mistake"
        case .approvalAnswered(let token, let granted, let role, _):
            "\(role) \(granted ? "grants" : "refuses") \(token)"
        case .stakeholdersNotified: "notice"
        case .playbookDue(let playbook): "playbook \(playbook)"
        case .damageNoticed: "damage noticed"
        case .itemDone(let item, let role, _): "\(role) does item \(item)"
        case .latchReset(let role, _): "\(role) resets"
        }
    }
}

extension Instant {
    static func minutes(_ count: Int64) -> Instant { .start + .minutes(count) }
}

extension ResponderConfiguration {
    /// First and second on call and a director; the trial starts at noon unless another hour is given.
    static func team(
        respond: Bool = true, windows: [Span] = [.minutes(15), .hours(1)], isPrepared: Bool = false,
        hour: Int = 12, utcOffset: Span = .zero, night: Night = Night(from: .hours(22), to: .hours(7))
    ) -> ResponderConfiguration {
        ResponderConfiguration(
            respond: respond,
            roles: [
                Role(id: "first", escalatesTo: "second", approves: false),
                Role(id: "second", escalatesTo: "director", approves: false),
                Role(id: "director", escalatesTo: "deputy", approves: true),
                Role(id: "deputy", escalatesTo: nil, approves: true),
            ],
            channels: [Channel(name: "pager", pages: true), Channel(name: "chat", pages: false)],
            playbookWindows: windows, isPrepared: isPrepared,
            start: CalendarTime(year: 2026, month: 3, day: 10, hour: hour),
            workingHours: .hours(9)..<(.hours(18)), night: night, utcOffset: utcOffset)
    }
}

extension PeopleTimings {
    /// Answers after 4 min (twice as long at night), escalation after 10, complaints after 7,
    /// decisions after 25 or 12, approvals after 5, notice 3 min after the decision.
    static func constant(
        acknowledge: Distribution = .constant(240), decision: Distribution = .constant(1_500)
    ) -> PeopleTimings {
        PeopleTimings(
            pageAcknowledge: Quantity("page_acknowledge", acknowledge),
            pageEscalation: Quantity("page_escalation", .constant(600)),
            nightFactor: Quantity("night_factor", .constant(2)),
            offHoursFactor: Quantity("off_hours_factor", .constant(1.5)),
            complaintDelay: Quantity("complaint_delay", .constant(420)),
            decisionUntrained: Quantity("decision_untrained", decision),
            decisionPrepared: Quantity("decision_prepared", .constant(720)),
            providerConfirmation: Quantity("provider_confirmation", .constant(3_600)),
            approvalDecision: Quantity("approval_decision", .constant(300)),
            stakeholderNotice: Quantity("stakeholder_notice", .constant(180)),
            latchReview: Quantity("latch_review", .constant(3_600)))
    }
}
