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
    /// Nothing passes from one place to another; the other way everything does.
    case oneWayCut(from: Place, to: Place)
    /// What two regions send each other takes longer by `latency` there and back, and a share is lost on
    /// the way and sent again.
    case linkDegradation(RegionID, RegionID, latency: Span, loss: Share)
    /// A share of the requests fails in a region or a zone in which every check finds all well.
    case greyFailure(Area, share: Share)

    /// The names of the kinds in scenario files.
    package enum Name: String, CaseIterable, Sendable {
        case regionOutage = "region_outage"
        case zoneOutage = "zone_outage"
        case nodeLoss = "node_loss"
        case partition
        case oneWayCut = "one_way_cut"
        case linkDegradation = "link_degradation"
        case greyFailure = "grey_failure"
    }

    /// The end of a link.
    package enum Place: Hashable, Sendable {
        case region(RegionID)
        /// The place outside of all regions from which a controller may look.
        case third
        /// Wherever users are.
        case clients
    }

    /// What part of the world fails in part.
    package enum Area: Hashable, Sendable {
        case region(RegionID)
        case zone(ZoneID)
    }

    /// Which zone, resolved when the fault strikes.
    package enum ZoneSelector: Hashable, Sendable {
        /// This zone.
        case named(ZoneID)
        /// The zone of the database primary of this context's cluster.
        case ofPrimary(context: String)
        /// The first zone of this context's region that does not hold the database primary.
        case withoutPrimary(context: String)
        /// The zone in which the operator of the databases of this context's cluster runs (A10).
        case ofOperator(context: String)
    }

    /// Which node, resolved when the fault strikes.
    package enum NodeSelector: Hashable, Sendable {
        /// The node of this name.
        case named(String)
        /// The node of the database primary of this context's cluster.
        case ofPrimary(context: String)
        /// The node on which the operator of the databases of this context's cluster runs (A10).
        case ofOperator(context: String)
    }

    /// Whether it harms no service by itself.
    var isCircumstance: Bool {
        switch self {
        case .regionOutage, .zoneOutage, .nodeLoss, .partition, .oneWayCut, .greyFailure: false
        case .linkDegradation: true
        }
    }

    /// The name of the kind.
    package var name: Name {
        switch self {
        case .regionOutage: .regionOutage
        case .zoneOutage: .zoneOutage
        case .nodeLoss: .nodeLoss
        case .partition: .partition
        case .oneWayCut: .oneWayCut
        case .linkDegradation: .linkDegradation
        case .greyFailure: .greyFailure
        }
    }
}
