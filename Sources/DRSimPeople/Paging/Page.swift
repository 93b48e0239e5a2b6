import DRSimUnits

/// A call to a role to take a matter on.
struct Page: Hashable, Sendable {
    let matter: Int
    /// The place of the role in the matter's escalation.
    let place: Int
    /// What slows people at the hour at which it is answered, if anything does.
    var slowedBy: AssumptionID?
}
