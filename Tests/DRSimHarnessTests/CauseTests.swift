import DRSimFiles
import DRSimHarness
import DRSimPlan
import DRSimScoring
import DRSimTrace
import DRSimUnits
import Testing

/// Why things happened: every fact leads back to a fault, and every second is accounted for.
@Suite struct CauseTests {
    @Test(arguments: RepositoryFiles.scenarioPaths, ["l3-named", "l4-remediated"])
    func `explains every fact and second under several seeds`(path: String, overlay: String) async throws {
        let scenario = try RepositoryFiles.scenario(path).scenario
        let rehearsal = Rehearsal(plan: try RepositoryFiles.plan(overlay), scenario: scenario)
        let problems = await eachNumber(below: 4) { seed in
            let result = rehearsal.run(seed: UInt64(seed))
            return (TrialProblems.all(in: result) + Self.strayRoots(in: result.trace, scenario))
                .map { "seed \(seed): \($0)" }
        }
        #expect(problems.count == 4)
        #expect(problems.flatMap { $0 } == [])
    }

    /// The facts without a cause that are not the scheduled faults, each of them once, and the recurring ones
    /// as often as they come.
    private static func strayRoots(in trace: Trace, _ scenario: Scenario) -> [String] {
        let recurring = scenario.faults.filter { if case .every = $0.trigger { true } else { false } }
            .map(\.id.name)
        let roots = trace.facts.filter { $0.cause == nil && !$0.opensTrial }.map(\.entity)
            .filter { !recurring.contains($0) }
        let scheduled = scenario.faults.filter { fault in
            if case .at(let instant) = fault.trigger { instant <= trace.horizon } else { false }
        }
        return roots.sorted() == scheduled.map(\.id.name).sorted() ? [] : ["roots are \(roots)"]
    }

    @Test func `leads from a recovered service back to the fault`() throws {
        let scenario = try RepositoryFiles.scenario("scenarios/disasters/region/us-west-2-lost-8h.yaml")
        let plan = try RepositoryFiles.plan("l3-named")
        let trace = Rehearsal(plan: plan, scenario: scenario.scenario).run(seed: 1).trace
        let restored = try #require(
            trace.facts.firstIndex { $0.kind == .serviceRestored && $0.entity == "core_erp_api" })
        let chain = trace.causes(of: FactID(restored)).map { trace[$0].kind }
        #expect(chain.first == .faultInjected)
        #expect(chain.contains(.disasterDetected))
        #expect(chain.contains(.stepSucceeded))
    }

    @Test func `tells of a service that comes back with the last of its clients`() throws {
        let scenario = try RepositoryFiles.scenario("scenarios/disasters/region/us-west-2-lost-8h.yaml")
        let plan = try RepositoryFiles.plan("l3-named")
        let result = Rehearsal(plan: plan, scenario: scenario.scenario).run(seed: 1)
        let restoredAt = try #require(result.score.service("core_erp_api")?.restoredAt)
        #expect(result.trace.all(.serviceRestored, of: "core_erp_api").first?.at == restoredAt)
    }
}
