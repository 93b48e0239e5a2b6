import DRSimFiles
import DRSimHarness
import DRSimPlan
import DRSimScoring
import DRSimTrace
import DRSimUnits
import Testing

/// Production is lost more than once: what each way back comes to is its own.
@Suite struct WaysBackTests {
    private static func run(_ path: String) throws -> TrialResult {
        let scenario = try RepositoryFiles.scenario("scenarios/disasters/\(path).yaml").scenario
        return Rehearsal(plan: try RepositoryFiles.plan("l4-remediated"), scenario: scenario)
            .run(seed: scenario.seed)
    }

    /// What the ways back say of the database's time without a copy, one after the other.
    private static func unprotected(_ result: TrialResult) -> [Span] {
        result.score.failbacks.flatMap(\.stores).filter { $0.id == "database" }.map(\.unprotected)
    }

    @Test func `of one loss there is one, of all the time without a copy`() throws {
        let result = try Self.run("region/us-west-2-lost-8h-and-back")
        #expect(result.score.failbacks.map(\.outcome) == [.completed])
        #expect(Self.unprotected(result) == UnprotectedTime.all(in: result.trace).map(\.total))
    }

    @Test func `a loss after the way back has one of its own`() throws {
        let result = try Self.run("compound/lost-again-after-the-way-back")
        let failbacks = result.score.failbacks
        #expect(failbacks.map(\.outcome) == [.completed, .completed])
        #expect(failbacks.allSatisfy { $0.rta != nil && $0.interrupted > .zero })
        let again = try #require(result.trace.all(.faultInjected).last)
        #expect(failbacks.map { $0.startedAt < again.at } == [true, false])
        #expect(failbacks.flatMap(\.stores).allSatisfy { $0.reconciled.transactions > 0 })
        #expect(Self.unprotected(result).allSatisfy { $0 > .hours(4) })
        let total = UnprotectedTime.all(in: result.trace).map(\.total)
        #expect([Self.unprotected(result).reduce(.zero, +)] == total)
    }

    @Test func `a loss during the way back overtakes it, and the next brings home what it did not`() throws {
        let result = try Self.run("region/us-east-1-lost-after-failover")
        let failbacks = result.score.failbacks
        #expect(failbacks.map(\.outcome) == [.overtaken, .completed])
        let response = try #require(result.trace.first(.procedureStarted, of: "full_recovery_procedure"))
        #expect(failbacks.first?.endedAt == .start + response)
        #expect(failbacks.map { $0.rta == nil } == [true, false])
        #expect(failbacks.map { $0.stores.map { $0.reconciled.transactions > 0 } } == [[false], [true]])
        let total = UnprotectedTime.all(in: result.trace).map(\.total)
        #expect(Self.unprotected(result).allSatisfy { $0 > .hours(1) })
        #expect([Self.unprotected(result).reduce(.zero, +)] == total)
    }

    @Test func `a region lost again while it is watched holds one way back up and begins no other`() throws {
        var staged = try Staged("l4-remediated")
        (staged.horizon, staged.incidentClass) = (.hours(72), "level_2_region_outage")
        staged.strike(.site(.regionOutage("us-west-2")), at: .minutes(10), for: .hours(2))
        staged.strike(.site(.regionOutage("us-west-2")), at: .hours(5), for: .hours(3))
        let failbacks = staged.run().score.failbacks
        #expect(failbacks.map(\.outcome) == [.completed])
        #expect(failbacks.first?.homeAt.map { $0 > .start + .hours(8) } == true)
    }

    @Test(arguments: [
        SiteFault.greyFailure(.region("us-west-2"), share: .percent(60)),
        .partition("us-west-2", "us-east-1"), .zoneOutage(.named("us-west-2a")),
    ])
    func `a region that falls ill again while it is watched is gone back to when it is well`(
        illness: SiteFault
    ) throws {
        var staged = try Staged("l4-remediated")
        (staged.horizon, staged.incidentClass) = (.hours(60), "level_2_region_outage")
        staged.strike(.site(.regionOutage("us-west-2")), at: .minutes(10), for: .hours(2))
        let well = staged.run()
        let asked = try #require(well.score.failbacks.first?.decidedAt)
        // It is there when the question comes, and was not when the watch began.
        let start = asked - .start - .hours(3)
        staged.strike(.site(illness), at: start, for: .hours(20))
        let result = staged.run()
        let failback = try #require(result.score.failbacks.first)
        #expect(result.score.failbacks.count == 1)
        #expect(failback.outcome == .completed)
        let decided = try #require(failback.decidedAt)
        #expect(decided > .start + start + .hours(20) && decided < .start + start + .hours(28))
        #expect(result.trace.all(.stepRetried, of: "ask").count == 3)
    }
}
