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
    /// How long a query may be under way to a database; `nil` where nobody asks.
    package var queryWithin: Span?
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
        /// None of these stores lacks anything that the first, whose records name it, still has (F85c).
        case noneBehind([StoreID])
        /// These caches hold what is asked for, wherever there are users.
        case caches([CacheID])
        /// A backup is restored and its data are read back, at this moment.
        case backups(Moment)
        /// Nothing the model has could fail it, for the reason given.
        case notModelled(String)
    }

    /// When something is looked at that has its own time.
    package enum Moment: String, CaseIterable, Sendable {
        /// When the plan's schedule next has a backup verified, after the recovery.
        case nextVerification = "next_verification"
    }

    /// Creates an item.
    package init(
        id: String, group: Group, title: String, probe: Probe, queryWithin: Span? = nil, source: String
    ) {
        (self.id, self.group, self.title) = (id, group, title)
        (self.probe, self.queryWithin, self.source) = (probe, queryWithin, source)
    }
}

extension VerificationItem.Probe {
    /// The keys of which an item has exactly one.
    package static let keys = [
        "services", "commits", "one_history", "none_behind", "caches", "backups", "not_modelled",
    ]
}
