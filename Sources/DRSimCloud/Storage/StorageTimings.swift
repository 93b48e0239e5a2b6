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
    /// From a snapshot until a volume made of it can be attached (C12).
    package var volumeReady: Quantity
    /// Bytes a second at which such a volume fetches its blocks (C12).
    package var volumeFetchRate: Quantity

    /// Creates timings.
    package init(
        timedReplication: Quantity, replication: Quantity, snapshot: Quantity, snapshotCopyRate: Quantity,
        volumeReady: Quantity, volumeFetchRate: Quantity
    ) {
        (self.timedReplication, self.replication) = (timedReplication, replication)
        (self.snapshot, self.snapshotCopyRate) = (snapshot, snapshotCopyRate)
        (self.volumeReady, self.volumeFetchRate) = (volumeReady, volumeFetchRate)
    }
}
