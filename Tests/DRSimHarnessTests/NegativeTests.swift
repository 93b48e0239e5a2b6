import DRSimFiles
import DRSimHarness
import DRSimPlan
import DRSimScoring
import DRSimTrace
import DRSimUnits
import Foundation
import OrderedCollections
import Testing

/// Planted defects: each checker must catch the one that was made for it, or it checks nothing.
@Suite struct NegativeTests {
    private static let paths: [String] = {
        let folder = RepositoryFiles.root.appending(path: "scenarios/negative").path
        let names = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
        return names.filter { $0.hasSuffix(".yaml") }.sorted().map { "scenarios/negative/\($0)" }
    }()

    @Test func `has a scenario for each kind of defect in the plan's logic`() {
        #expect(Self.paths.count >= 6)
    }

    @Test(arguments: paths) func `catches what was planted in a scenario`(path: String) throws {
        let scenario = try RepositoryFiles.scenario(path).scenario
        #expect(scenario.caughtBy != nil)
        for (overlay, contract) in scenario.expectations {
            let plan = try RepositoryFiles.plan(overlay)
            let score = Rehearsal(plan: plan, scenario: scenario).run(seed: scenario.seed).score
            for result in ExpectationEvaluator.evaluate(contract, score) {
                let checker = scenario.caughtBy?.rawValue ?? ""
                #expect(!result.held, "\(checker) did not catch \(result.text)")
            }
        }
    }

    @Test(arguments: paths) func `finds nothing where nothing is planted`(path: String) throws {
        let scenario = try RepositoryFiles.scenario(path).scenario
        let sound = Rehearsal(plan: try RepositoryFiles.plan("l4-remediated"), scenario: scenario)
        let score = sound.run(seed: scenario.seed).score
        for contract in scenario.expectations.values {
            for result in ExpectationEvaluator.evaluate(contract, score) {
                #expect(result.held, "\(result.text), but \(result.actual)")
            }
        }
    }

    @Test func `has a planted defect for each checker`() throws {
        let checkers = try Self.paths.map { try RepositoryFiles.scenario($0).scenario.caughtBy }
        #expect(Set(checkers) == Set(Checker.allCases))
    }

    /// A sound trial to plant defects in.
    private func trial() throws -> TrialResult {
        var staged = try Staged()
        staged.incidentClass = "level_2_region_outage"
        staged.strike(.site(.regionOutage("us-west-2")), at: .minutes(10), for: .hours(1))
        let result = staged.run()
        #expect(TrialProblems.all(in: result) == [])
        return result
    }

    @Test func `the durability checker catches a commit that vanishes from the books`() throws {
        let result = try trial()
        var scores = result.score.stores
        scores[0].survived.bytes = scores[0].survived.bytes - ByteCount(1)
        #expect(!DurabilityChecker.violations(in: result.trace.ledger, scores: scores).isEmpty)
    }

    @Test func `every trial is run with its books checked`() throws {
        var score = try trial().score
        #expect(score.brokenBooks == [])
        score.stores[0].discarded.bytes = score.stores[0].discarded.bytes + ByteCount(1)
        let found = DurabilityChecker.violations(in: try trial().trace.ledger, scores: score.stores)
        #expect(found.count == 1)
    }

    @Test func `the durability checker catches a history written twice`() throws {
        let result = try trial()
        var ledger = result.trace.ledger
        ledger.writes.append(ledger.writes[ledger.writes.count - 1])
        let found = DurabilityChecker.violations(in: ledger, scores: result.score.stores)
        #expect(found.contains(.rewrittenHistory(ledger.writes.count - 1)))
    }

    @Test func `the durability checker catches a copy of what was never written`() throws {
        let result = try trial()
        var ledger = result.trace.ledger
        ledger.copies[0].position = ledger.copies[0].position + ByteCount(1 << 60)
        let found = DurabilityChecker.violations(in: ledger, scores: result.score.stores)
        #expect(found.contains(.copyOfNothing(0)))
    }

    @Test func `the cause check catches a fact that comes from nowhere`() throws {
        var trace = try trial().trace
        let index = try #require(trace.facts.firstIndex { $0.kind == .databasePromoted })
        trace.facts[index].cause = nil
        #expect(TrialProblems.causes(in: trace).contains { $0.hasSuffix("has no cause") })
    }

    @Test func `the cause check catches a fact without a source`() throws {
        var trace = try trial().trace
        trace.facts[trace.facts.count - 1].source = nil
        #expect(TrialProblems.causes(in: trace).contains { $0.hasSuffix("has no source") })
    }

    @Test func `the sum of phases catches a second nobody accounts for`() throws {
        var score = try trial().score
        let index = try #require(score.services.firstIndex { !$0.phases.isEmpty })
        score.services[index].phases[0].span += .seconds(1)
        #expect(!TrialProblems.phases(in: score).isEmpty)
    }

    @Test func `the digest catches one fact a millisecond late, as a wrong leap would leave it`() throws {
        var trace = try trial().trace
        let sound = TraceDigest(of: trace)
        trace.facts[trace.facts.count - 1].at = trace.facts[trace.facts.count - 1].at + Span(milliseconds: 1)
        #expect(TraceDigest(of: trace) != sound)
    }
}
