import DRSimDocument
import DRSimPlan
import DRSimUnits

extension SiteFault {
    /// The keys that belong to a kind.
    init(_ name: Name, _ fields: FieldReader) {
        switch name {
        case .regionOutage: self = .regionOutage(RegionID(fields.refer("region", to: .region)))
        case .zoneOutage: self = .zoneOutage(ZoneSelector(fields))
        case .nodeLoss: self = .nodeLoss(NodeSelector(fields))
        case .partition:
            let ends = Self.ends(fields, of: "a partition")
            self = .partition(ends.0, ends.1)
        case .oneWayCut: self = .oneWayCut(from: Place(fields, "from"), to: Place(fields, "to"))
        case .linkDegradation:
            fields.require(.regionRoundTrip)
            let ends = Self.ends(fields, of: "a link")
            self = .linkDegradation(
                ends.0, ends.1, latency: fields.required("latency", .span),
                loss: fields.optional("loss", .share) ?? .none)
        case .greyFailure: self = .greyFailure(Area(fields), share: fields.required("share", .share))
        }
    }

    /// The two regions a link is between.
    private static func ends(_ fields: FieldReader, of what: String) -> (RegionID, RegionID) {
        let regions =
            fields.requiredNode("between").map { _ in fields.referList("between", to: .region) } ?? []
        guard regions.count == 2, regions[0] != regions[1] else {
            if fields.has("between"), !fields.hasFailed {
                fields.fail("between", ScalarError(.invalidValue, "\(what) is between two regions"))
            }
            return ("", "")
        }
        return (RegionID(regions[0]), RegionID(regions[1]))
    }
}

extension SiteFault.Place {
    /// The names of the places outside of all regions.
    static let outside = ["third", "clients"]

    /// One end of a link, under a key.
    fileprivate init(_ fields: FieldReader, _ key: String) {
        switch fields.refer(key, to: .place) {
        case "third": self = .third
        case "clients": self = .clients
        case let region: self = .region(RegionID(region))
        }
    }
}

extension SiteFault.Area {
    /// `region` or `zone`.
    fileprivate init(_ fields: FieldReader) {
        guard fields.alternative(["region", "zone"])?.key == "zone" else {
            self = .region(RegionID(fields.optionalRefer("region", to: .region) ?? ""))
            return
        }
        self = .zone(ZoneID(fields.refer("zone", to: .zone)))
    }
}

/// Whose zone or node is meant, where it is found when the fault strikes.
private enum Relation: String, CaseIterable {
    case primary
    case notPrimary = "not_primary"
    case databaseOperator = "operator"
}

extension SiteFault.ZoneSelector {
    /// `zone`, or `zone_of` with a `context`.
    fileprivate init(_ fields: FieldReader) {
        guard fields.alternative(["zone", "zone_of"])?.key == "zone_of" else {
            self = .named(ZoneID(fields.optionalRefer("zone", to: .zone) ?? ""))
            return
        }
        let context = fields.refer("context", to: .context)
        switch fields.required("zone_of", .choice) as Relation {
        case .primary: self = .ofPrimary(context: context)
        case .notPrimary: self = .withoutPrimary(context: context)
        case .databaseOperator: self = .ofOperator(context: context)
        }
    }
}

extension SiteFault.NodeSelector {
    private enum Relation: String, CaseIterable {
        case primary
        case databaseOperator = "operator"
    }

    /// `node`, or `node_of` with a `context`.
    fileprivate init(_ fields: FieldReader) {
        guard fields.alternative(["node", "node_of"])?.key == "node_of" else {
            self = .named(fields.optional("node", .text) ?? "")
            return
        }
        let relation = fields.required("node_of", .choice) as Relation
        let context = fields.refer("context", to: .context)
        switch relation {
        case .primary: self = .ofPrimary(context: context)
        case .databaseOperator: self = .ofOperator(context: context)
        }
    }
}
