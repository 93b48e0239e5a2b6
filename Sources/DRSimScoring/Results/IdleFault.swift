package import DRSimUnits

/// A fault of a scenario that broke nothing in a trial: what it waited for never came, or there was
/// nothing of the kind it names. A rehearsal of it proves nothing.
package struct IdleFault: Hashable, Sendable {
    /// The fault.
    package var id: FaultID
    /// Why it broke nothing, as a clause.
    package var reason: String

    /// Creates an idle fault.
    package init(id: FaultID, reason: String) {
        (self.id, self.reason) = (id, reason)
    }
}
