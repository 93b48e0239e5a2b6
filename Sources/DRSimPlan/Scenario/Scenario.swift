package import DRSimDocument
package import DRSimUnits
package import OrderedCollections

/// A rehearsal: what happens when, what it truly is, and what must come of it.
package struct Scenario: Sendable {
    /// The file's name without its ending.
    package var id: String
    /// What it shows, in a line.
    package var title: String
    /// The file's path as the user gave it.
    package var path: String
    /// The true incident class; `nil` (`none` in files) for a false alarm.
    package var incidentClass: IncidentClassID?
    /// The moment instant 0 stands for.
    package var start: CalendarTime
    /// How long the trial runs.
    package var horizon: Span
    /// The seed where none is given on the command line.
    package var seed: UInt64
    /// The faults, in the order of the file.
    package var faults: [Fault]
    /// The contract, by overlay name.
    package var expectations: OrderedDictionary<String, [Expectation]>

    /// Creates a scenario.
    package init(
        id: String, title: String, path: String, incidentClass: IncidentClassID?, start: CalendarTime,
        horizon: Span, seed: UInt64, faults: [Fault],
        expectations: OrderedDictionary<String, [Expectation]>
    ) {
        (self.id, self.title, self.path, self.incidentClass) = (id, title, path, incidentClass)
        (self.start, self.horizon, self.seed) = (start, horizon, seed)
        (self.faults, self.expectations) = (faults, expectations)
    }
}

/// Something injected into the world.
package struct Fault: Hashable, Sendable {
    /// The fault's name in its scenario.
    package var id: FaultID
    /// What breaks.
    package var kind: Kind
    /// When it breaks.
    package var trigger: Trigger
    /// How long it stays broken; `nil` is for ever.
    package var duration: Span?
    /// Where it stands.
    package var position: SourcePosition

    /// What breaks.
    package enum Kind: Hashable, Sendable {
        /// Everything in a region stops: nodes, control planes, load balancer, its share of the network.
        case regionOutage(RegionID)
        /// Everything in a zone stops.
        case zoneOutage(ZoneSelector)
        /// The primary's postgres process of a cluster crashes; `context` names the Kubernetes cluster.
        case databaseCrash(context: String)
        /// A node stops for good (its group replaces it).
        case nodeLoss(NodeSelector)
        /// Two regions no longer reach each other, in both directions.
        case partition(RegionID, RegionID)
        /// The controller's checks of these signals answer unhealthy though nothing is wrong.
        case falseAlarm([HealthSignal])
        /// A role does not answer its pager or its approval requests.
        case roleAbsent(RoleID)
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

    /// When a fault strikes.
    package enum Trigger: Hashable, Sendable {
        /// At this instant.
        case at(Instant)
        /// A span after the first fact of this kind (and of this entity, if named).
        case after(FactKind, entity: String?, delay: Span)
    }

    /// Creates a fault.
    package init(
        id: FaultID, kind: Kind, trigger: Trigger, duration: Span?, position: SourcePosition
    ) {
        (self.id, self.kind, self.trigger) = (id, kind, trigger)
        (self.duration, self.position) = (duration, position)
    }
}

extension Fault.Kind {
    /// The name of the kind in scenario files.
    package var name: String {
        switch self {
        case .regionOutage: "region_outage"
        case .zoneOutage: "zone_outage"
        case .databaseCrash: "database_crash"
        case .nodeLoss: "node_loss"
        case .partition: "partition"
        case .falseAlarm: "false_alarm"
        case .roleAbsent: "role_absent"
        }
    }
}
