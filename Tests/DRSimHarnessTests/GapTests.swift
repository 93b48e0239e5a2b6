import DRSimHarness
import DRSimPlan
import DRSimScoring
import DRSimTrace
import DRSimUnits
import Testing

/// A command of the plan that the simulator cannot carry out says nothing about the plan.
@Suite struct GapTests {
    /// The loss of the region, answered by a procedure whose first command is another than the plan's.
    private func staged(_ line: String) throws -> Staged {
        var staged = try Staged()
        (staged.horizon, staged.incidentClass) = (.hours(3), "level_2_region_outage")
        staged.strike(.site(.regionOutage("us-west-2")), at: .minutes(10))
        let runbook = try #require(staged.plan.runbooks.firstIndex { $0.id == "region-failover" })
        let command = Command(argv: line.split(separator: " ").map(String.init))
        staged.plan.runbooks[runbook].steps[0].action = .run(command)
        return staged
    }

    @Test func `leaves open what would have come of it`() throws {
        let staged = try staged("kubectl wait --for=condition=Ready node --all --context dr-cluster")
        let result = staged.run()
        let services = result.score.services.filter(\.isExercised)
        #expect(services.contains { $0.verdict == .inconclusive })
        #expect(!services.contains { $0.verdict == .unrecovered })
        #expect(result.score.counts[.commandsNotSimulated] == 1)
        let fact = try #require(result.trace.all(.commandNotSimulated).first)
        #expect(fact.string(.command) == "kubectl wait" && fact.cause != nil)
        #expect(TrialProblems.all(in: result) == [])
    }

    @Test func `is told from one that the real program refuses too`() throws {
        let score = try staged("kubectl await nodes --context dr-cluster").run().score
        #expect(score.services.contains { $0.verdict == .unrecovered })
        #expect(score.counts[.commandsNotSimulated] == 0)
    }

    @Test func `is said beforehand, with its place in the plan's files`() throws {
        let problems = try staged("helm upgrade erp").rehearsal.openingProblems
        #expect(problems.count == 1)
        let problem = try #require(problems.first)
        #expect(problem.contains(/\.yaml:\d+:\d+: the simulated shell does not know `helm`/))
    }

    @Test func `is in none of the plan's levels`() throws {
        for overlay in ["l0-literal", "l1-probed", "l2-stubbed", "l3-named", "l4-remediated"] {
            let problems = try Staged(overlay).rehearsal.openingProblems
            #expect(problems.filter { $0.contains("does not know") } == [], "\(overlay)")
        }
    }
}
