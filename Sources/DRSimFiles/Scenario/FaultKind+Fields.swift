import DRSimDocument
import DRSimPlan
import DRSimUnits

extension Fault.Kind {
    /// The names of the kinds in files.
    private enum Name: String, CaseIterable {
        case regionOutage = "region_outage"
        case zoneOutage = "zone_outage"
        case databaseCrash = "database_crash"
        case nodeLoss = "node_loss"
        case partition
        case falseAlarm = "false_alarm"
        case roleAbsent = "role_absent"
    }

    /// The key `kind` and the keys that belong to it.
    init(_ fields: FieldReader) {
        let name: Name = fields.required("kind", .choice)
        if fields.hasFailed {
            // Of which kind the other keys are cannot be told.
            fields.keys.forEach { _ = fields.node($0) }
            self = .falseAlarm([])
            return
        }
        switch name {
        case .regionOutage: self = .regionOutage(RegionID(fields.refer("region", to: .region)))
        case .zoneOutage: self = .zoneOutage(Fault.ZoneSelector(fields))
        case .databaseCrash: self = .databaseCrash(context: fields.refer("context", to: .context))
        case .nodeLoss: self = .nodeLoss(Fault.NodeSelector(fields))
        case .partition: self = Self.partition(fields)
        case .falseAlarm: self = .falseAlarm(Self.signals(fields))
        case .roleAbsent: self = .roleAbsent(RoleID(fields.refer("role", to: .role)))
        }
    }

    private static func partition(_ fields: FieldReader) -> Self {
        let regions =
            fields.requiredNode("between").map { _ in fields.referList("between", to: .region) } ?? []
        guard regions.count == 2, regions[0] != regions[1] else {
            if fields.has("between"), !fields.hasFailed {
                fields.fail("between", ScalarError(.invalidValue, "a partition is between two regions"))
            }
            return .partition("", "")
        }
        return .partition(RegionID(regions[0]), RegionID(regions[1]))
    }

    private static func signals(_ fields: FieldReader) -> [HealthSignal] {
        let signals: [HealthSignal] = fields.list("signals", of: .choice)
        if signals.isEmpty, fields.has("signals"), !fields.hasFailed {
            fields.fail("signals", ScalarError(.invalidValue, "a false alarm needs at least one signal"))
        }
        return signals
    }
}

/// Whose zone or node is meant, where it is found when the fault strikes.
private enum Relation: String, CaseIterable {
    case primary
    case notPrimary = "not_primary"
}

extension Fault.ZoneSelector {
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

extension Fault.NodeSelector {
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
