package import DRSimPlan
package import DRSimUnits

/// What one trial comes to: time, data and money lost, and why.
package struct TrialScore: Hashable, Sendable {
    /// The services, in the plan's order.
    package var services: [ServiceScore]
    /// The stores, in the plan's order.
    package var stores: [StoreScore]
    /// What it cost.
    package var money: MoneyScore
    /// How often what happened.
    package var counts: TrialCounts
    /// The plan's success metrics, in the plan's order.
    package var metrics: [MetricScore]
    /// How the recovery fared by the plan's verification list, in the plan's order.
    package var checklist: [ChecklistScore] = []
    /// What the disaster was taken for, and what was done about it.
    package var handling = Handling()
    /// The ways back that were begun, in order.
    package var failbacks: [FailbackScore] = []
    /// The first disaster type the controller acted on.
    package var disaster: DisasterType?
    /// The first fault; `nil` in a trial without one.
    package var onset: Instant?
    /// The first true alert or human report.
    package var detection: Instant?
    /// The first approval or decision, or the controller's own where it asks nobody.
    package var declaration: Instant?
    /// The first notice to stakeholders.
    package var communication: Instant?
    /// What to shorten first; `nil` if no service was down and came back.
    package var bindingConstraint: BindingConstraint?
    /// The scenario's faults that broke nothing.
    package var idleFaults: [IdleFault]
    /// What of the trial's durability books cannot be; nothing, if the simulator is right. Whoever shows or
    /// keeps a score asks first.
    package var brokenBooks: [DurabilityChecker.Violation] = []

    /// Creates a score.
    package init(
        services: [ServiceScore], stores: [StoreScore], money: MoneyScore, counts: TrialCounts,
        metrics: [MetricScore], disaster: DisasterType?, onset: Instant?, detection: Instant?,
        declaration: Instant?, communication: Instant?, bindingConstraint: BindingConstraint?,
        idleFaults: [IdleFault] = []
    ) {
        (self.services, self.stores, self.money) = (services, stores, money)
        (self.counts, self.metrics, self.disaster) = (counts, metrics, disaster)
        (self.onset, self.detection, self.declaration) = (onset, detection, declaration)
        (self.communication, self.bindingConstraint) = (communication, bindingConstraint)
        self.idleFaults = idleFaults
    }

    /// Who declared, in words, where facts happened as listed: a controller that asks nobody declares by
    /// what it starts, long before anybody says so.
    package func declarationWords(_ facts: some Sequence<(at: Instant, kind: FactKind)>) -> String {
        guard let declaration else { return "not declared" }
        let kinds = facts.filter { $0.at == declaration }.map(\.kind)
        let isByPeople = kinds.contains(.approvalGranted) || kinds.contains(.decisionMade)
        return isByPeople || !kinds.contains(.procedureStarted) ? "declared" : "declared by the controller"
    }

    /// The services as critical as that of the constraint, or more, that did not come back: no constraint
    /// tells of them.
    package var unboundServices: [ServiceID] {
        guard let tier = bindingConstraint.flatMap({ service($0.service)?.tier }) else { return [] }
        return services.filter { $0.tier <= tier && $0.verdict == .unrecovered }.map(\.id)
    }

    /// The score of a service.
    package func service(_ id: ServiceID) -> ServiceScore? { services.first { $0.id == id } }

    /// The score of a store.
    package func store(_ id: StoreID) -> StoreScore? { stores.first { $0.id == id } }
}
