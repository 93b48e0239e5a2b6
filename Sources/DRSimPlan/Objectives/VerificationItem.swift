package import DRSimUnits

/// An item of the list by which a recovery is verified.
package struct VerificationItem: Hashable, Sendable {
    /// The item's name.
    package var id: String
    /// What the item is about.
    package var group: Group
    /// The document's words.
    package var title: String
    /// What is looked at.
    package var probe: Probe
    /// What of the item the look leaves out; `nil` for nothing.
    package var leavesOut: String?
    /// Where it stands in the document.
    package var source: String

    /// What an item is about; the document has three lists.
    package enum Group: String, CaseIterable, Sendable {
        case system, data, performance
    }

    /// What is looked at, in truth and not as a health check sees it.
    package enum Probe: Hashable, Sendable {
        /// Users of these services get correct answers within two seconds, 95 % of them at least.
        case services([ServiceID])
        /// No commit acknowledged before the target instant is missing from these stores.
        case commits([StoreID])
        /// Nothing was written to these stores on two sides, nor discarded afterwards.
        case oneHistory([StoreID])
        /// Nothing the model has could fail it, for the reason given.
        case notModelled(String)
    }

    /// Creates an item.
    package init(
        id: String, group: Group, title: String, probe: Probe, leavesOut: String? = nil, source: String
    ) {
        (self.id, self.group, self.title) = (id, group, title)
        (self.probe, self.leavesOut, self.source) = (probe, leavesOut, source)
    }
}

extension VerificationItem.Probe {
    /// The keys of which an item has exactly one.
    package static let keys = ["services", "commits", "one_history", "not_modelled"]
}
