package import DRSimUnits

/// Somebody else's service that services of the plan lean on; nothing in the plan can bring it back (F84).
package struct ThirdParty: Hashable, Sendable {
    /// Its name.
    package var id: ThirdPartyID
    /// What it does for the plan's services.
    package var title: String
    /// Where the document names it, or why it is assumed.
    package var source: String

    /// Creates a third party.
    package init(id: ThirdPartyID, title: String, source: String) {
        (self.id, self.title, self.source) = (id, title, source)
    }
}
