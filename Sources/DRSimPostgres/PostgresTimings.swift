package import DRSimKernel
import DRSimUnits

/// How long databases and their operator take, from the plan's assumptions.
package struct PostgresTimings: Hashable, Sendable {
    /// From a primary's crash to a promoted standby (A9).
    package var failoverAfterCrash: Quantity
    /// From a primary's hang to a promoted standby (A9).
    package var failoverAfterHang: Quantity
    /// From the loss of a primary's node to a promoted standby (A9).
    package var failoverAfterNodeLoss: Quantity
    /// A planned change of primary (A9).
    package var switchover: Quantity
    /// From the order to promote a replica cluster to its accepting writes (B7).
    package var replicaClusterPromotion: Quantity
    /// How far a standby of the same region is behind (B1).
    package var lagInRegion: Quantity
    /// How far a replica cluster of another region is behind (B2).
    package var lagCrossRegion: Quantity
    /// From a sound primary to an instance that had failed following it (A9).
    package var standbyRejoin: Quantity
    /// How fast copies are made and restored.
    package var recovery: RecoveryTimings

    /// Creates timings.
    package init(
        failoverAfterCrash: Quantity, failoverAfterHang: Quantity, failoverAfterNodeLoss: Quantity,
        switchover: Quantity, replicaClusterPromotion: Quantity, lagInRegion: Quantity,
        lagCrossRegion: Quantity, standbyRejoin: Quantity, recovery: RecoveryTimings
    ) {
        (self.failoverAfterCrash, self.failoverAfterHang) = (failoverAfterCrash, failoverAfterHang)
        (self.failoverAfterNodeLoss, self.switchover) = (failoverAfterNodeLoss, switchover)
        self.replicaClusterPromotion = replicaClusterPromotion
        (self.lagInRegion, self.lagCrossRegion) = (lagInRegion, lagCrossRegion)
        (self.standbyRejoin, self.recovery) = (standbyRejoin, recovery)
    }

    /// What governs a failover for a reason.
    func failover(after reason: StopReason) -> Quantity {
        switch reason {
        case .crash, .crashLoop, .diskFull: failoverAfterCrash
        case .hang: failoverAfterHang
        case .nodeLost, .siteLost, .unborn, .removed: failoverAfterNodeLoss
        }
    }
}
