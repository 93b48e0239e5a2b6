import DRSimUnits

/// Something put before people: an incident to judge or an approval to give.
///
/// The roles of its escalation are paged one after the other; the first to acknowledge owns it and
/// decides. Who leaves meanwhile hands it on.
struct Matter: Hashable, Sendable {
    let kind: Kind
    /// The roles to be paged, in order.
    let escalation: [Int]
    /// Counts matters of the same kind; the ordinal of its draws.
    let ordinal: UInt32
    let openedAt: Instant
    /// The number of the latest page about it.
    var latestPage: Int?
    /// The place in `escalation` of the role that took it on.
    var owner: Int?
    /// How many owners it had.
    var handovers: Int32 = 0
    /// The assumption that said how long the present owner takes to decide.
    var waitedOn: AssumptionID?
    var stage = Stage.open
    /// The class it is taken for by mistake, by its place in the configuration.
    var mistake: Int?

    enum Kind: Hashable, Sendable {
        case incident
        case approval(ApprovalRequest, deadline: Instant)
    }

    enum Stage: Hashable, Sendable {
        /// Nobody has decided.
        case open
        /// Every role was paged in vain; who returns may still take it on.
        case unanswered
        /// A disaster was declared: the responders are at work.
        case declared
        /// Decided, or no longer of interest.
        case closed
    }

    /// Whether somebody can still take it on.
    func isWaiting(at now: Instant) -> Bool {
        guard owner == nil, stage == .open || stage == .unanswered else { return false }
        if case .approval(_, let deadline) = kind { return now <= deadline }
        return true
    }

    var subject: PeopleFact.Subject {
        switch kind {
        case .incident: .incident
        case .approval(let request, _): .approval(token: request.token)
        }
    }
}
