package import DRSimUnits

/// What became true in the cloud; regions and zones by index.
package enum CloudFact: Hashable, Sendable {
    /// Nothing in the region answers any more.
    case regionLost(Int)
    /// The region works again.
    case regionReturned(Int)
    /// Nothing in the zone answers any more.
    case zoneLost(region: Int, zone: Int)
    /// The zone works again.
    case zoneReturned(region: Int, zone: Int)
    /// Nothing passes from one site to the other any more.
    case linkCut(from: Site, to: Site)
    /// The link passes everything again.
    case linkHealed(from: Site, to: Site)
    /// The link between two sites became better or worse.
    case linkQualityChanged(Site, Site)
    /// A node stopped, by its own fault or with its zone or region.
    case nodeStopped(Node)
    /// A stopped node runs again.
    case nodeReturned(Node)
    /// A group asked for a node.
    case nodeRequested(Node)
    /// A node that was asked for is ready; the assumption says what it waited on.
    case nodeReady(Node, waitedOn: AssumptionID)
    /// A node that was asked for will not come: its zone was lost or it is no longer needed.
    case launchAbandoned(Node)
    /// A node that had been ready is no more.
    case nodeRemoved(Node)
    /// Launches in the region are refused for want of machines.
    case capacityShort(Int)
    /// Nothing is refused in the region any more.
    case capacityReturned(Int)
    /// A node was asked for and refused for want of machines.
    case capacityRefused(Node)
    /// Records can no longer be changed, though the region of the control plane works.
    case dnsControlPlaneLost
    /// Records can be changed again.
    case dnsControlPlaneReturned
    /// A health check led a name to another target.
    case dnsFailedOver(name: String, value: String)
    /// A record was changed in the control plane; `nil` where it was deleted.
    case dnsChanged(name: String, value: String?, change: String)
    /// All name servers answer by the change; the assumption says what it waited on.
    case dnsPropagated(name: String, value: String?, change: String, waitedOn: AssumptionID)
    /// This share of the clients of a name now uses the target.
    case clientsMoved(name: String, target: String, share: Share)

    /// The object store of the region does not answer any more, by a fault of its own or with too many
    /// zones (C9).
    case objectStoreLost(Int)
    /// The object store of the region answers again.
    case objectStoreReturned(Int)
    /// An object was stored.
    case objectStored(ObjectAddress, size: ByteCount)
    /// An object was deleted, or a marker put or taken away.
    case objectDeleted(ObjectAddress, isMarker: Bool)
    /// The copy of an object is in another bucket; the assumption says what it waited on.
    case objectReplicated(ObjectAddress, to: String, waitedOn: AssumptionID)
    /// A key cannot be used in a region any more.
    case keyLost(id: String, region: Int)
    /// A key can be used in a region again.
    case keyReturned(id: String, region: Int)
    /// Somebody changed the state of a key in a region.
    case keyChanged(id: String, region: Int, state: KeyState)
    /// A snapshot is complete; the assumption says what it waited on.
    case snapshotCompleted(Snapshot, waitedOn: AssumptionID)
}
