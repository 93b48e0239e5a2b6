package import DRSimUnits

/// What became true among the people; `waitedOn` names the assumption that said how long it took.
package enum PeopleFact: Hashable, Sendable {
    /// A role was paged.
    case paged(RoleID, about: Subject)
    /// A role acknowledged a page and took the matter on; what slows people at the hour of the page, if
    /// anything did.
    case acknowledged(RoleID, about: Subject, waitedOn: AssumptionID, slowedBy: AssumptionID?)
    /// A page went unanswered for as long as it may.
    case pageUnanswered(RoleID, about: Subject, waitedOn: AssumptionID)
    /// Users complained before any alert had reached somebody.
    case complaintsArrived(waitedOn: AssumptionID)
    /// A role decided whether there is a disaster to respond to.
    case decisionMade(RoleID, declares: Bool, waitedOn: AssumptionID)
    /// A role declared a disaster of another class than the true one, by its place in the configuration.
    case misdeclared(RoleID, as: Int, waitedOn: AssumptionID)
    /// It saw that, and declared the true one.
    case mistakeSeen(RoleID, waitedOn: AssumptionID)
    /// A role answered a request for approval.
    case approvalAnswered(token: Int, granted: Bool, by: RoleID, waitedOn: AssumptionID)
    /// The stakeholders had notice of the incident.
    case stakeholdersNotified(waitedOn: AssumptionID)
    /// A declared incident still needs the playbook of this place in the configuration, and its
    /// window is open.
    case playbookDue(Int)

    /// Somebody came upon damage that no health check sees.
    case damageNoticed(waitedOn: AssumptionID)
    /// A role did what was to be done at once, by its place in the configuration.
    case itemDone(Int, by: RoleID, waitedOn: AssumptionID)
    /// A role reset the controller's latch.
    case latchReset(RoleID, waitedOn: AssumptionID)

    /// What somebody is paged about.
    package enum Subject: Hashable, Sendable {
        /// That something may be wrong.
        case incident
        /// A request for approval, by its token.
        case approval(token: Int)
    }
}
