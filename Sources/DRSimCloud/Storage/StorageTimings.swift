package import DRSimKernel

/// How long storage takes for what it does by itself, from the plan's assumptions.
package struct StorageTimings: Hashable, Sendable {
    /// From a stored version to its copy, with replication time control (C10).
    package var timedReplication: Quantity
    /// The same without: best effort (C10).
    package var replication: Quantity
    /// From the request for a snapshot until it is complete.
    package var snapshot: Quantity
    /// Bytes a second at which a snapshot is copied to another region.
    package var snapshotCopyRate: Quantity

    /// Creates timings.
    package init(
        timedReplication: Quantity, replication: Quantity, snapshot: Quantity, snapshotCopyRate: Quantity
    ) {
        (self.timedReplication, self.replication) = (timedReplication, replication)
        (self.snapshot, self.snapshotCopyRate) = (snapshot, snapshotCopyRate)
    }
}
