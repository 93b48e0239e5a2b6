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
            let ends = Self.ends(fields)
            self = .partition(ends.0, ends.1)
        }
    }

    /// The two regions a link is between.
    private static func ends(_ fields: FieldReader) -> (RegionID, RegionID) {
        let regions =
            fields.requiredNode("between").map { _ in fields.referList("between", to: .region) } ?? []
        guard regions.count == 2, regions[0] != regions[1] else {
            if fields.has("between"), !fields.hasFailed {
                fields.fail("between", ScalarError(.invalidValue, "a partition is between two regions"))
            }
            return ("", "")
        }
        return (RegionID(regions[0]), RegionID(regions[1]))
    }
}

/// Whose zone or node is meant, where it is found when the fault strikes.
private enum Relation: String, CaseIterable {
    case primary
    case notPrimary = "not_primary"
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
        }
    }
}

extension SiteFault.NodeSelector {
    private enum Relation: String, CaseIterable { case primary }

    /// `node`, or `node_of` with a `context`.
    fileprivate init(_ fields: FieldReader) {
        guard fields.alternative(["node", "node_of"])?.key == "node_of" else {
            self = .named(fields.optional("node", .text) ?? "")
            return
        }
        _ = fields.required("node_of", .choice) as Relation
        self = .ofPrimary(context: fields.refer("context", to: .context))
    }
}
