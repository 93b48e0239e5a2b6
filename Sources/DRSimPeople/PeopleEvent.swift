package import DRSimKernel

/// Something people do, or that reaches them, later than what brought it about.
package enum PeopleEvent: Hashable, Sendable {
    /// Somebody looks at the page of this number.
    case pageIsSeen(page: Int32)
    /// The page of this number has gone unanswered for as long as it may.
    case pageEscalates(page: Int32)
    /// Users' complaints about the outage of this number reach somebody.
    case complaintsArrive(outage: Int32)
    /// The `handover`-th owner of a matter comes to a decision.
    case ownerDecides(matter: Int32, handover: Int32)
    /// Somebody sees that an incident was taken for another.
    case mistakeIsSeen(matter: Int32)
    /// The stakeholders have the notice about an incident.
    case noticeArrives
    /// The window of a playbook opens.
    case windowOpens(playbook: Int32, matter: Int32)
    /// Somebody comes upon the damage of this number.
    case damageIsNoticed(damage: Int32)
    /// What was to be done at once about an incident is done.
    case itemIsDone(item: Int32, matter: Int32)
    /// Somebody has looked whether the review of this number lets procedures start again.
    case latchIsReviewed(review: Int32)
}

/// What people record and ask for while they handle one event or request.
package typealias PeopleEffects = Effects<PeopleEvent, PeopleFact>
