import DRSimPlan
import DRSimUnits

/// The names a plan has, for those of its scenarios to be compared with; of a plan with errors, those that
/// could be read.
package struct PlanNames {
    /// The overlays the plan was read with.
    private let overlays: [String]
    /// Kinds of which not all names are known are missing.
    private let names: [NameKind: [String]]

    /// The names of what is no plan.
    init() { (overlays, names) = ([], [:]) }

    /// The names of a plan.
    init(of plan: LoadedPlan) {
        overlays = plan.overlays
        names = Dictionary(uniqueKeysWithValues: NameKind.allCases.map { ($0, plan.names(of: $0)) })
    }

    /// The names of a plan with errors: those of kinds all of whose definitions were read.
    init(of plan: LoadedPlan, read table: NameTable) {
        overlays = plan.overlays
        var names: [NameKind: [String]] = [.overlay: plan.knownOverlays]
        for kind in NameKind.allCases { names[kind] = names[kind] ?? table.wholeNames(of: kind) }
        names[.place] = names[.region].map { $0 + SiteFault.Place.outside }
        self.names = names
    }

    /// The names of a kind that a scenario may use; `nil` where they are not all known.
    func names(of kind: NameKind) -> [String]? { names[kind] }

    /// Whether a level is among the overlays it was read with.
    func isRead(at level: String) -> Bool {
        level == Scenario.asWritten ? overlays.isEmpty : overlays.contains(level)
    }
}

extension LoadedPlan {
    /// The names of a kind that a scenario may use.
    fileprivate func names(of kind: NameKind) -> [String] {
        switch kind {
        case .tier: plan.tiers.map { String($0.number) }
        case .service: plan.services.map(\.id.name)
        case .store: plan.stores.map(\.id.name)
        case .region: plan.topology.regions.map(\.id.name)
        case .zone: plan.topology.regions.flatMap(\.zones).map(\.name)
        case .context: plan.topology.regions.map(\.cluster.context)
        case .cluster: plan.topology.regions.map(\.cluster.name)
        case .runbook: plan.runbooks.map(\.id.name)
        case .step: plan.runbooks.flatMap { $0.steps.map(\.id.name) }
        case .role: plan.people.roles.map(\.id.name)
        case .channel: plan.people.channels.map(\.name)
        case .incidentClass: plan.incidentClasses.map(\.id.name)
        case .assumption: plan.assumptions.map(\.id.name)
        case .window: plan.people.windows.map(\.id)
        case .overlay: knownOverlays
        case .bucket: plan.storage.buckets.map(\.name)
        case .encryptionKey: plan.storage.keys.map(\.id)
        case .identity: plan.storage.identities.map(\.name)
        case .volume: plan.storage.volumes.map(\.id)
        case .thirdParty: plan.thirdParties.map(\.id.name)
        case .cache: plan.caches.map(\.id.name)
        case .place: plan.topology.regions.map(\.id.name) + SiteFault.Place.outside
        case .deployment:
            plan.services.flatMap { $0.workloads.map(\.deployment) } + plan.caches.map(\.deployment)
        case .host: plan.topology.dns.records.map(\.name)
        case .fault, .finding: []
        }
    }
}
