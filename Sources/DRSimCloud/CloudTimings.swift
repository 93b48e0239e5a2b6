package import DRSimKernel
package import DRSimUnits

/// How long things take in the cloud, from the plan's assumptions.
package struct CloudTimings: Hashable, Sendable {
    /// From the request for a node to the node being ready (C7).
    package var nodeStart: Quantity
    /// From a change of records to all name servers answering by it (C1).
    package var dnsPropagation: Quantity
    /// The share of clients that have moved when the old record's TTL is over (C6).
    package var shareByTTL: Share
    /// The share that has moved five minutes later (C6).
    package var shareByTTLPlus5: Share
    /// The share that has moved thirty minutes after the TTL (C6).
    package var shareByTTLPlus30: Share
    /// When the last client has moved, counted from the propagation (C6).
    package var tailEnd: Span
    /// How the provider runs short of machines.
    package var capacity: CapacityTimings
    /// How long storage takes.
    package var storage: StorageTimings

    /// Creates timings; the shares must not fall from one to the next.
    package init(
        nodeStart: Quantity, dnsPropagation: Quantity, shareByTTL: Share, shareByTTLPlus5: Share,
        shareByTTLPlus30: Share, tailEnd: Span, capacity: CapacityTimings, storage: StorageTimings
    ) {
        precondition(
            shareByTTL <= shareByTTLPlus5 && shareByTTLPlus5 <= shareByTTLPlus30,
            "clients move back: \(shareByTTL), \(shareByTTLPlus5), \(shareByTTLPlus30)")
        (self.nodeStart, self.dnsPropagation) = (nodeStart, dnsPropagation)
        (self.shareByTTL, self.shareByTTLPlus5) = (shareByTTL, shareByTTLPlus5)
        (self.shareByTTLPlus30, self.tailEnd) = (shareByTTLPlus30, tailEnd)
        (self.capacity, self.storage) = (capacity, storage)
    }
}

/// How launches fare while a region is short of machines.
package struct CapacityTimings: Hashable, Sendable {
    /// The probability that a launch is refused (C17).
    package var refusal: Double
    /// From a refusal to the next attempt (C7).
    package var retry: Quantity

    /// Creates timings.
    package init(refusal: Double, retry: Quantity) {
        (self.refusal, self.retry) = (refusal, retry)
    }
}
