import DRSimHarness
import DRSimPlan
import DRSimTrace
import DRSimUnits
import DRSimWorld
import Testing

/// The databases' operator is a pod like any other: it shares the fate of its node and zone, and until it
/// was recreated elsewhere nobody fails over (A10).
@Suite struct OperatorSeatTests {
    private static let context = "prod-cluster"
    private static let pod = "cnpg-controller-manager"

    private func staged() throws -> Staged {
        var staged = try Staged()
        staged.isControl = true
        return staged
    }

    /// When an operator's pod was ready again.
    private func recreations(in trace: Trace) -> [Span] {
        trace.all(.podReady).filter { $0.entity.hasPrefix(Self.pod) }.map { $0.at - .start }
    }

    @Test func `leaves a crashed primary down until the operator runs elsewhere`() throws {
        var staged = try staged()
        staged.strike(.site(.nodeLoss(.ofOperator(context: Self.context))), at: .minutes(10))
        // A minute later, when its node's loss may or may not have been noticed.
        staged.strike(.database(.crash(context: Self.context)), at: .minutes(11))
        let trace = staged.run(seed: 2).trace
        let back = try #require(recreations(in: trace).first)
        // 40 to 55 s until the node is not ready, 300 s until eviction, 10 to 100 s to start.
        #expect(back >= .minutes(10) + .seconds(350) && back <= .minutes(10) + .seconds(460))
        #expect(trace.all(.databasePromoted).allSatisfy { $0.at - .start > back })
        #expect(trace.first(.databaseWritable) ?? .zero > back)
    }

    @Test func `lets a standby take over at once where only another node is lost`() throws {
        var staged = try staged()
        staged.strike(.database(.crash(context: Self.context)), at: .minutes(11))
        let trace = staged.run(seed: 2).trace
        #expect(trace.first(.databaseWritable) ?? .hours(1) < .minutes(13))
        #expect(recreations(in: trace) == [])
    }

    @Test func `works again as soon as its zone does`() throws {
        var staged = try staged()
        staged.strike(
            .site(.zoneOutage(.ofOperator(context: Self.context))), at: .minutes(10), for: .minutes(2))
        let back = try #require(recreations(in: staged.run().trace).first)
        #expect(back > .minutes(12) && back <= .minutes(12) + .seconds(100))
    }

    @Test func `is recreated by Kubernetes though it does not work, and works where it then is`() throws {
        var staged = try staged()
        staged.strike(.database(.operatorLost(context: Self.context)), at: .minutes(5), for: .minutes(40))
        staged.strike(.site(.zoneOutage(.ofOperator(context: Self.context))), at: .minutes(10))
        staged.strike(.database(.crash(context: Self.context)), at: .minutes(20))
        let trace = staged.run(seed: 2).trace
        let back = try #require(recreations(in: trace).first)
        #expect(back < .minutes(18))
        let writable = try #require(trace.first(.databaseWritable, from: .minutes(20)))
        #expect(writable > .minutes(45))
    }

    @Test func `is not recreated while the API server does not answer`() throws {
        var staged = try staged()
        staged.strike(.database(.controlPlaneDown(context: Self.context)), at: .minutes(9), for: .minutes(30))
        staged.strike(.site(.nodeLoss(.ofOperator(context: Self.context))), at: .minutes(10))
        let back = try #require(recreations(in: staged.run().trace).first)
        #expect(back > .minutes(39))
    }

    @Test func `stands in the primary's zone in a third of the trials`() throws {
        var staged = try staged()
        staged.strike(.site(.zoneOutage(.ofPrimary(context: Self.context))), at: .minutes(1))
        staged.horizon = .minutes(10)
        let trials = 60
        let shared = Campaign(rehearsal: staged.rehearsal, seed: 1, trials: trials)
            .map { recreations(in: $0.trace).isEmpty ? 0 : 1 }.reduce(0, +)
        // Four standard errors either side of twenty.
        #expect((6...34).contains(shared), "\(shared) of \(trials)")
    }
}
