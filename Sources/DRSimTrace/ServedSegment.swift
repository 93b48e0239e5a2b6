package import DRSimUnits

/// The share of a service's users that is served, from an instant on: it moves in a straight line to
/// another share and then stays there, until the service's next segment begins.
package struct ServedSegment: Hashable, Sendable {
    /// The service.
    package var service: ServiceID
    /// Where the segment begins.
    package var from: Instant
    /// The share served at its beginning.
    package var share: Share
    /// When the share stops moving; the beginning for a level segment.
    package var until: Instant
    /// The share served from then on.
    package var finalShare: Share
    /// The fact that began it; `nil` for the segment with which a trial starts.
    package var cause: FactID?

    /// Creates a segment that moves.
    package init(
        service: ServiceID, from: Instant, share: Share, until: Instant, finalShare: Share,
        cause: FactID?
    ) {
        (self.service, self.from, self.share) = (service, from, share)
        (self.until, self.finalShare, self.cause) = (until, finalShare, cause)
    }

    /// Creates a level segment.
    package init(service: ServiceID, from: Instant, share: Share, cause: FactID?) {
        self.init(service: service, from: from, share: share, until: from, finalShare: share, cause: cause)
    }

    /// A service is available while at least this share of its users is served.
    package static let threshold = Share.percent(95)
    /// An outage is over when the service has stayed available for this long.
    package static let proof = Span.minutes(10)

    /// The share served at an instant of the segment, rounded to the millionth towards where it began.
    package func share(at instant: Instant) -> Share {
        guard instant < until else { return finalShare }
        guard instant > from else { return share }
        let (passed, whole) = ((instant - from).milliseconds, (until - from).milliseconds)
        let change = (finalShare - share).partsPerMillion
        let (product, overflow) = change.multipliedReportingOverflow(by: passed)
        precondition(!overflow, "a segment of \(whole) ms is too long to interpolate")
        return Share(partsPerMillion: share.partsPerMillion + product / whole)
    }
}
