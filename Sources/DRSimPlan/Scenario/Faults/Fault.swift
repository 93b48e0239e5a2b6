package import DRSimDocument
package import DRSimUnits

/// Something injected into the world.
package struct Fault: Hashable, Sendable {
    /// The fault's name in its scenario.
    package var id: FaultID
    /// What breaks.
    package var kind: Kind
    /// When it breaks.
    package var trigger: Trigger
    /// How long it stays broken each time.
    package var lifetime: Lifetime
    /// Who mends it: what the same crew mends is mended one after the other; `nil` where nothing else has to
    /// wait for it.
    package var crew: String?
    /// Where it stands.
    package var position: SourcePosition

    /// What breaks, by the part of the world it breaks.
    package enum Kind: Hashable, Sendable {
        /// Regions, zones, nodes and the links between them.
        case site(SiteFault)
        /// What the cloud provider offers.
        case provider(ProviderFault)
        /// A database.
        case database(DatabaseFault)
        /// The platform that applications are delivered by and reached through.
        case platform(PlatformFault)
        /// The business applications.
        case application(ApplicationFault)
        /// What the controller is told.
        case monitoring(MonitoringFault)
        /// The controller itself.
        case control(ControlFault)
        /// Backups.
        case backup(BackupFault)
        /// Those who respond.
        case people(PeopleFault)
        /// Somebody who should not be there.
        case security(SecurityFault)
    }

    /// When a fault strikes.
    package enum Trigger: Hashable, Sendable {
        /// At this instant.
        case at(Instant)
        /// A span after the first fact of this kind (and of this entity, if named).
        case after(FactKind, entity: String?, delay: Span)
        /// Again and again: seconds drawn from the start of the trial, then from each end on.
        case every(Distribution)
    }

    /// Creates a fault.
    package init(
        id: FaultID, kind: Kind, trigger: Trigger, lifetime: Lifetime, crew: String? = nil,
        position: SourcePosition
    ) {
        (self.id, self.kind, self.trigger) = (id, kind, trigger)
        (self.lifetime, self.crew, self.position) = (lifetime, crew, position)
    }
}

extension Fault.Kind {
    /// The name of the kind in scenario files.
    package var name: String {
        switch self {
        case .site(let fault): fault.name.rawValue
        case .provider(let fault): fault.name.rawValue
        case .database(let fault): fault.name.rawValue
        case .platform(let fault): fault.name.rawValue
        case .application(let fault): fault.name.rawValue
        case .monitoring(let fault): fault.name.rawValue
        case .control(let fault): fault.name.rawValue
        case .people(let fault): fault.name.rawValue
        case .security(let fault): fault.name.rawValue
        case .backup(let fault): fault.name.rawValue
        }
    }

    /// Whether it is over when it has struck: what it broke is others' to repair, and it has no duration.
    package var isMomentary: Bool {
        switch self {
        case .database(.crash), .database(.hang), .database(.damage), .provider(.credentialTheft),
            .control(.restart), .security, .application(.cacheLoss):
            true
        case .site, .provider, .database, .platform, .application, .monitoring, .control, .people, .backup:
            false
        }
    }

    /// Whether the fault harms no service by itself.
    package var isCircumstance: Bool {
        switch self {
        case .site(let fault): fault.isCircumstance
        case .platform(let fault): fault.isCircumstance
        case .provider(.credentialTheft), .application, .security: false
        case .database(.lagSurge), .database(.archiveBroken), .database(.operatorLost),
            .database(.controlPlaneDown), .provider, .monitoring, .control, .people, .backup:
            true
        case .database: false
        }
    }
}
