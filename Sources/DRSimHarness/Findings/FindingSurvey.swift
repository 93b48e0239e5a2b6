package import DRSimPlan
import DRSimScoring

/// Puts findings to the test: each put back into the mended plan, and mended alone in the faulty one, on
/// its scenario and on the same luck.
package struct FindingSurvey: Sendable {
    private let catalogue: FindingCatalogue
    private let plans: [String: Plan]
    private let scenarios: [String: Scenario]
    private let seed: UInt64?

    /// One trial that is needed: a plan by its overlay, a scenario by its path.
    private struct Key: Hashable, Sendable {
        let overlay, scenario: String
    }

    /// Creates a survey.
    ///
    /// - Parameters:
    ///   - plans: The plan under each overlay the catalogue names.
    ///   - scenarios: The scenarios it names, by path.
    ///   - seed: The luck of all trials; `nil` takes each scenario's own.
    package init(
        _ catalogue: FindingCatalogue, plans: [String: Plan], scenarios: [String: Scenario], seed: UInt64?
    ) {
        (self.catalogue, self.plans, self.scenarios, self.seed) = (catalogue, plans, scenarios, seed)
    }

    /// The overlays whose plans a survey of these findings needs.
    package static func overlays(of catalogue: FindingCatalogue) -> [String] {
        unique(keys(of: catalogue).map(\.overlay))
    }

    /// The paths of the scenarios it needs.
    package static func scenarios(of catalogue: FindingCatalogue) -> [String] {
        unique(keys(of: catalogue).map(\.scenario))
    }

    /// The currency of what findings cost; none where no trial is needed.
    package var currency: String {
        Self.overlays(of: catalogue).first.flatMap { plans[$0] }?.impact.currency ?? ""
    }

    /// Runs every trial that is needed, each once and on all processors; no results if it is stopped.
    package func results(isStopped: @Sendable () -> Bool = { false }) -> [FindingResult] {
        let keys = Self.unique(Self.keys(of: catalogue))
        let trials = Slots.filled(count: keys.count) { isStopped() ? nil : run(keys[$0]) }.compactMap(\.self)
        guard trials.count == keys.count else { return [] }
        let scores = Dictionary(uniqueKeysWithValues: zip(keys, trials))
        return catalogue.findings.map { result(of: $0, scores) }
    }

    private func run(_ key: Key) -> TrialScore {
        guard let plan = plans[key.overlay], let scenario = scenarios[key.scenario] else {
            preconditionFailure("a survey without \(key.overlay) or \(key.scenario)")
        }
        return Rehearsal(plan: plan, scenario: scenario).run(seed: seed ?? scenario.seed).score
    }

    private func result(of finding: Finding, _ scores: [Key: TrialScore]) -> FindingResult {
        guard case .scenario(let experiment) = finding.evidence else {
            return FindingResult(finding: finding, price: nil, gain: nil)
        }
        func outcome(_ side: FindingExperiment.Side, on base: String) -> FindingResult.Outcome {
            switch side {
            case .absent(let reason): return .absent(reason: reason)
            case .overlay(let overlay, let reason):
                guard let without = scores[Key(overlay: base, scenario: experiment.scenario)],
                    let with = scores[Key(overlay: overlay, scenario: experiment.scenario)]
                else { preconditionFailure("\(finding.id) was not tried") }
                let effect = FindingEffect(without: without, with: with)
                return effect.isNone ? .idle(reason: reason) : .effect(effect)
            }
        }
        let tried = Self.keys(of: finding, catalogue).compactMap { scores[$0] }
        return FindingResult(
            finding: finding, price: outcome(experiment.price, on: experiment.base ?? catalogue.mended),
            gain: outcome(experiment.gain, on: experiment.mendBase ?? catalogue.faulty),
            seed: seed ?? scenarios[experiment.scenario]?.seed,
            brokenBooks: tried.flatMap(\.brokenBooks))
    }

    /// Both sides of each experiment.
    private static func keys(of catalogue: FindingCatalogue) -> [Key] {
        catalogue.findings.flatMap { keys(of: $0, catalogue) }
    }

    private static func keys(of finding: Finding, _ catalogue: FindingCatalogue) -> [Key] {
        guard case .scenario(let experiment) = finding.evidence else { return [] }
        let sides = [
            (experiment.price, experiment.base ?? catalogue.mended),
            (experiment.gain, experiment.mendBase ?? catalogue.faulty),
        ]
        return sides.flatMap { side, base -> [Key] in
            guard case .overlay(let overlay, _) = side else { return [] }
            return [base, overlay].map { Key(overlay: $0, scenario: experiment.scenario) }
        }
    }

    private static func unique<Value: Hashable>(_ values: [Value]) -> [Value] {
        var seen: Set<Value> = []
        return values.filter { seen.insert($0).inserted }
    }
}
