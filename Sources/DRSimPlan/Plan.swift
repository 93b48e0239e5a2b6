package import DRSimUnits

/// A disaster-recovery plan as values: what its folder says after overlays were merged.
///
/// The plan is data: a what-if is an overlay on the folder, never a fork of the code.
package struct Plan: Sendable {
    /// The plan's short name, used in headers and in the store.
    package var id: String
    /// The plan's title.
    package var title: String
    /// The document-wide objectives that stand beside those of tiers and classes.
    package var objectives: Objectives
    /// Money: what an outage costs and how the plan's wording is read.
    package var impact: BusinessImpact
    /// The tiers, most critical first.
    package var tiers: [Tier]
    /// The business services.
    package var services: [Service]
    /// The stores of data that have a recovery point.
    package var stores: [Store]
    /// What others do for the services.
    package var thirdParties: [ThirdParty]
    /// What services keep in memory.
    package var caches: [Cache]
    /// The incident classes.
    package var incidentClasses: [IncidentClass]
    /// Regions, zones, node groups, links, DNS.
    package var topology: Topology
    /// The load over the day.
    package var load: LoadProfile
    /// How the failover controller is set up.
    package var controller: ControllerPolicy
    /// The runbooks the controller and people carry out.
    package var runbooks: [Runbook]
    /// Who acts, and how they are reached.
    package var people: People
    /// What is backed up, when and for how long.
    package var backups: BackupPolicy
    /// What data is kept in, and who reaches it.
    package var storage: StoragePlan
    /// Every distribution of the model with its source.
    package var assumptions: [Assumption]
    /// The plan's success metrics.
    package var successMetrics: [SuccessMetric]
    /// Manifests: installed, the document's own, and what Git holds.
    package var manifests: [Manifest]
    /// Files that commands may read.
    package var files: [OperatorFile]

    /// The list by which a recovery is verified.
    package var verification: [VerificationItem] = []
    /// Whether the document's own manifests are submitted when a trial opens.
    package var installation = Installation.installed

    /// Creates a plan from its sections.
    package init(
        id: String, title: String, objectives: Objectives, impact: BusinessImpact, tiers: [Tier],
        services: [Service], stores: [Store], incidentClasses: [IncidentClass], topology: Topology,
        load: LoadProfile, controller: ControllerPolicy, runbooks: [Runbook], people: People,
        backups: BackupPolicy, storage: StoragePlan = StoragePlan(), assumptions: [Assumption],
        successMetrics: [SuccessMetric], manifests: [Manifest], thirdParties: [ThirdParty] = [],
        caches: [Cache] = [], files: [OperatorFile] = []
    ) {
        (self.id, self.title, self.objectives, self.impact) = (id, title, objectives, impact)
        (self.tiers, self.services, self.stores) = (tiers, services, stores)
        (self.incidentClasses, self.topology, self.load) = (incidentClasses, topology, load)
        (self.controller, self.runbooks, self.people) = (controller, runbooks, people)
        (self.backups, self.storage, self.assumptions) = (backups, storage, assumptions)
        (self.successMetrics, self.manifests, self.files) = (successMetrics, manifests, files)
        (self.thirdParties, self.caches) = (thirdParties, caches)
    }
}

extension Plan {
    /// The runbook with this name.
    package func runbook(_ id: RunbookID) -> Runbook? { runbooks.first { $0.id == id } }

    /// The incident class with this name.
    package func incidentClass(_ id: IncidentClassID) -> IncidentClass? {
        incidentClasses.first { $0.id == id }
    }

    /// The service with this name.
    package func service(_ id: ServiceID) -> Service? { services.first { $0.id == id } }

    /// The tier with this number.
    package func tier(_ number: Int) -> Tier? { tiers.first { $0.number == number } }

    /// The assumption with this name.
    package func assumption(_ id: AssumptionID) -> Assumption? { assumptions.first { $0.id == id } }
}
