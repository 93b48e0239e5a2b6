import DRSimHarness
import DRSimPlan
import DRSimTrace
import DRSimWorld
import Testing

/// Leaping over idle polls changes nothing, and the books balance, whatever happens.
@Suite struct DrawnScenarioTests {
    @Test func `leaps to what every tick gives in drawn scenarios`() async throws {
        let plan = try RepositoryFiles.plan("l3-named")
        let results = await eachNumber(below: 1_000) { number in
            let drawn = DrawnScenario(number: number, seed: UInt64(number), on: plan)
            let leaping = Rehearsal(plan: drawn.plan, scenario: drawn.scenario)
                .run(seed: UInt64(number))
            let ticking = Rehearsal(plan: drawn.plan, scenario: drawn.scenario, polling: .everyTick)
                .run(seed: UInt64(number))
            return Outcome(
                number: number, isSame: leaping.digest == ticking.digest,
                facts: leaping.trace.facts.count, problems: TrialProblems.all(in: leaping))
        }
        #expect(results.count == 1_000)
        #expect(results.filter { !$0.isSame }.map(\.number) == [])
        #expect(results.flatMap { outcome in outcome.problems.map { "\(outcome.number): \($0)" } } == [])
        // A drawing without events would prove nothing.
        #expect(results.count { $0.facts > 20 } > 500)
    }

    private struct Outcome: Sendable {
        let number: UInt32
        let isSame: Bool
        let facts: Int
        let problems: [String]
    }
}
