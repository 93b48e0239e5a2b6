package import DRSimPlan
package import DRSimScoring
package import DRSimTrace
package import DRSimWorld

/// A plan and a scenario made ready to be tried: the world before the first event is built once and
/// copied for each trial.
package struct Rehearsal: Sendable {
    /// The plan under test.
    package let plan: Plan
    /// What happens to it.
    package let scenario: Scenario
    /// How the loops of the world are run.
    package let polling: World.Polling
    private let opening: World

    /// Builds the world of a plan and a scenario whose names were checked against each other.
    ///
    /// - Parameter isControl: nothing and nobody responds; what the plan bought is the difference.
    package init(
        plan: Plan, scenario: Scenario, polling: World.Polling = .leaping, isControl: Bool = false
    ) {
        (self.plan, self.scenario, self.polling) = (plan, scenario, polling)
        opening = World(plan: plan, scenario: scenario, polling: polling, isControl: isControl)
    }

    /// What is wrong before anything has happened: the plan describes an installation that cannot be.
    package var openingProblems: [String] { opening.openingProblems }

    /// The world of a trial before its first event.
    package func world(seed: UInt64, trial: UInt32 = 0) -> World {
        opening.begun(seed: seed, trial: trial)
    }

    /// Runs one trial to its horizon, scores it and checks its books.
    package func run(seed: UInt64, trial: UInt32 = 0) -> TrialResult {
        var world = world(seed: seed, trial: trial)
        world.run()
        var score = Scorer.score(trace: world.trace, plan: plan, scenario: scenario)
        score.brokenBooks = DurabilityChecker.violations(in: world.trace.ledger, scores: score.stores)
        return TrialResult(
            seed: seed, trial: trial, trace: world.trace, score: score,
            digest: TraceDigest(of: world.trace), eventCount: world.eventCount)
    }
}

extension Rehearsal {
    /// The scores of one scenario under several plans on the same luck, on all processors.
    package static func scores(of scenario: Scenario, under plans: [Plan], seed: UInt64) -> [TrialScore] {
        Slots.filled(count: plans.count) { index in
            Rehearsal(plan: plans[index], scenario: scenario).run(seed: seed).score
        }
    }
}

/// What came of one trial.
package struct TrialResult: Sendable {
    /// The seed.
    package let seed: UInt64
    /// The trial's number under that seed, from 0.
    package let trial: UInt32
    /// What became true.
    package let trace: Trace
    /// What it comes to.
    package let score: TrialScore
    /// The trace's digest.
    package let digest: TraceDigest
    /// How many events were handled; differs between leaping and ticking.
    package let eventCount: Int
}
