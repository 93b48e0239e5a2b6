package import DRSimUnits

/// What users get of several services, as whoever verifies a recovery sees it: the list is gone through when
/// the last service has stayed available for `ServedSegment.proof`, and an item passes where enough are
/// served (L1071).
package struct ServiceLook: Hashable, Sendable {
    /// The service whose users are served worst.
    package let worst: ServiceID
    /// The share of them that is served.
    package let share: Share

    /// Looks at services; `nil` where there is none.
    package init?(_ shares: some Sequence<(service: ServiceID, share: Share)>) {
        guard let worst = shares.min(by: { $0.share < $1.share }) else { return nil }
        (self.worst, share) = (worst.service, worst.share)
    }

    /// Whether the item passes.
    package var isPassed: Bool { share >= ServedSegment.threshold }

    /// What was seen, in words.
    package var words: String { "\(share) of the users of \(worst) get an answer in time" }
}
