package import DRSimUnits

/// A fault of the places things run in, or of what joins them.
package enum SiteFault: Hashable, Sendable {
    /// Everything in a region stops: nodes, control planes, load balancer, its share of the network.
    case regionOutage(RegionID)
    /// Everything in a zone stops.
    case zoneOutage(ZoneSelector)
    /// A node stops for good (its group replaces it).
    case nodeLoss(NodeSelector)
    /// Two regions no longer reach each other, in both directions.
    case partition(RegionID, RegionID)

    /// The names of the kinds in scenario files.
    package enum Name: String, CaseIterable, Sendable {
        case regionOutage = "region_outage"
        case zoneOutage = "zone_outage"
        case nodeLoss = "node_loss"
        case partition
    }

    /// Which zone, resolved when the fault strikes.
    package enum ZoneSelector: Hashable, Sendable {
        /// This zone.
        case named(ZoneID)
        /// The zone of the database primary of this context's cluster.
        case ofPrimary(context: String)
        /// The first zone of this context's region that does not hold the database primary.
        case withoutPrimary(context: String)
    }

    /// Which node, resolved when the fault strikes.
    package enum NodeSelector: Hashable, Sendable {
        /// The node of this name.
        case named(String)
        /// The node of the database primary of this context's cluster.
        case ofPrimary(context: String)
    }

    /// The name of the kind.
    package var name: Name {
        switch self {
        case .regionOutage: .regionOutage
        case .zoneOutage: .zoneOutage
        case .nodeLoss: .nodeLoss
        case .partition: .partition
        }
    }
}
