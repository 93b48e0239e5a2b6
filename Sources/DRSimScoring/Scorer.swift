package import DRSimPlan
package import DRSimTrace
import DRSimUnits

/// Scores trials: a pure function of what became true, what was promised and what truly was the case.
package enum Scorer {
    /// What a trace comes to under a plan and a scenario.
    package static func score(trace: Trace, plan: Plan, scenario: Scenario) -> TrialScore {
        let lineage = Lineage(trace)
        let milestones = Milestones(trace, lineage: lineage, plan: plan, scenario: scenario)
        let targets = Targets(plan, scenario: scenario)
        let curves = curves(of: plan.services, in: trace, lineage: lineage)
        let hasGap = trace.facts.contains { $0.kind == .commandNotSimulated }
        let serviceScorer = ServiceScorer(
            trace: trace, plan: plan, targets: targets, milestones: milestones, lineage: lineage,
            hasGap: hasGap || trace.backups.hasGap)
        var services = zip(plan.services, curves).map { serviceScorer.score($0, curve: $1) }
        let storeScorer = StoreScorer(
            trace: trace, plan: plan, targets: targets, strikes: milestones.strikes,
            isPointInTime: scenario.incidentClass.flatMap { plan.incidentClass($0)?.objectives.rpo }
                == .pointInTime, hasGap: hasGap)
        let stores = plan.stores.map { storeScorer.score($0, services: services) }
        for index in services.indices { services[index].takeRecoveryPoint(of: stores, under: plan) }
        let money = MoneyScorer(plan: plan, curves: curves, services: services).score()
        let metrics = MetricScorer(
            trace: trace, plan: plan, scenario: scenario, milestones: milestones, services: services,
            stores: stores, money: money)
        var score = TrialScore(
            services: services, stores: stores, money: money,
            counts: TrialCounts(trace, lineage: lineage, plan: plan, scenario: scenario, stores: stores),
            metrics: plan.successMetrics.map { metrics.withEvidence($0) }, disaster: milestones.disaster,
            onset: milestones.onset, detection: milestones.detection,
            declaration: milestones.declaration, communication: milestones.communication,
            bindingConstraint: BindingConstraint(services),
            idleFaults: IdleFault.all(in: trace, of: scenario))
        score.checklist = ChecklistScorer(
            plan: plan, trace: trace, services: services, stores: stores
        ).scores()
        score.failbacks =
            FailbackScorer(trace: trace, plan: plan, scenario: scenario, curves: curves).scores()
        score.counts.count(score.failbacks)
        score.handling = HandlingReader(
            trace: trace, lineage: lineage, plan: plan, scenario: scenario
        ).handling()
        return score
    }

    /// The curve of each service, in the order of the services.
    private static func curves(
        of services: [Service], in trace: Trace, lineage: Lineage
    ) -> [ServedCurve] {
        let places = Dictionary(zip(services.map(\.id), services.indices)) { first, _ in first }
        let owners = trace.served.map { places[$0.service] }
        // Each segment ends where the next of its service begins: read backwards, that is known.
        var next = services.map { _ in trace.horizon }
        var ends = trace.served.map { _ in trace.horizon }
        for (index, segment) in trace.served.enumerated().reversed() {
            guard let owner = owners[index] else { continue }
            ends[index] = min(next[owner], trace.horizon)
            next[owner] = segment.from
        }
        var curves = services.map { _ in ServedCurve() }
        for (index, segment) in trace.served.enumerated() {
            guard let owner = owners[index] else { continue }
            curves[owner].append(
                segment, until: ends[index], isOfDisaster: lineage.isOfDisaster(segment.cause))
        }
        return curves
    }
}

extension ServiceScore {
    /// Takes over the worst recovery point of the stores the service needs, and judges it.
    fileprivate mutating func takeRecoveryPoint(of stores: [StoreScore], under plan: Plan) {
        guard let service = plan.service(id) else { return }
        let needed = plan.stores(neededBy: service)
        let touched = stores.filter { needed.contains($0.id) && $0.verdict != .notExercised }
        guard !touched.isEmpty else { return }
        let hasFigure = touched.allSatisfy { !$0.isLost && $0.verdict != .inconclusive }
        rpa = hasFigure ? touched.compactMap(\.rpa).max() : nil
        rpoVerdict = Self.verdict(on: touched, target: rpo)
        documentRPOVerdict = Self.verdict(on: touched, target: plan.objectives.rpo)
    }

    /// The verdict on the stores of which it is known how much was lost; kept for all only if it is of each.
    private static func verdict(on stores: [StoreScore], target: RecoveryPointObjective?) -> Verdict {
        let known = stores.filter { $0.verdict != .inconclusive }
        let loss = known.contains(where: \.isLost) ? nil : known.compactMap(\.rpa).max() ?? .zero
        let verdict = Verdict(loss: loss, target: target)
        return verdict == .met && known.count < stores.count ? .inconclusive : verdict
    }
}
