import DRSimDocument
import DRSimHarness
import DRSimPlan
import DRSimScoring
import DRSimTrace
import DRSimUnits
import Testing

/// Faults that wait for something to become true.
@Suite struct TriggerTests {
    private let alarm = Fault.Kind.monitoring(.falseAlarm([.storageSystems]))

    @Test func `strikes once, its delay after the first fact of its kind`() throws {
        var staged = try Staged()
        staged.isControl = true
        for minute in [10, 30, 50] {
            staged.strike(
                .database(.crash(context: "prod-cluster")), at: .minutes(Int64(minute)), for: .minutes(1))
        }
        staged.strike(alarm, after: .databaseLost, delay: .seconds(90), named: "waiting")
        let trace = staged.run().trace
        #expect(trace.all(.databaseLost).count == 3)
        #expect(trace.all(.faultInjected, of: "waiting").map { $0.at - .start } == [.seconds(690)])
    }

    @Test func `names the fact it waited for as its cause`() throws {
        var staged = try Staged()
        staged.isControl = true
        staged.strike(.database(.crash(context: "prod-cluster")), at: .minutes(10))
        staged.strike(alarm, after: .databasePromoted, delay: .zero, named: "waiting")
        let trace = staged.run().trace
        let fault = try #require(trace.all(.faultInjected, of: "waiting").first)
        let cause = try #require(fault.cause)
        #expect(trace[cause].kind == .databasePromoted)
        #expect(fault.at == trace[cause].at)
    }

    @Test func `waits for the entity it names`() throws {
        var staged = try Staged()
        staged.isControl = true
        staged.strike(.database(.crash(context: "prod-cluster")), at: .minutes(10))
        staged.strike(.database(.crash(context: "dr-cluster")), at: .minutes(40))
        staged.strike(
            alarm, after: .databaseLost, of: "postgres-dr-replica", delay: .seconds(5), named: "right")
        staged.strike(alarm, after: .databaseLost, of: "no-such-database", delay: .zero, named: "none")
        let trace = staged.run().trace
        #expect(trace.first(.faultInjected, of: "right") == .minutes(40) + .seconds(5))
        #expect(trace.first(.faultInjected, of: "none") == nil)
    }

    @Test func `never strikes where nothing becomes true`() throws {
        var staged = try Staged()
        staged.strike(alarm, after: .databasePromoted, delay: .zero)
        #expect(staged.run().trace.facts == [])
    }

    @Test func `tells of a fault that never struck, and keeps no contract with it`() throws {
        var staged = try Staged()
        staged.strike(alarm, after: .databasePromoted, delay: .zero, named: "waiting")
        let score = staged.run().score
        #expect(score.idleFaults.map(\.id) == ["waiting"])
        #expect(score.idleFaults.first?.reason == "database_promoted never came in time")
        let position = SourcePosition(file: "staged.yaml", line: 1, column: 1)
        let contract = Expectation(
            text: "disaster == none", position: position, subject: .disaster,
            comparison: .init(relation: .equal, operand: .word("none")))
        let results = ExpectationEvaluator.evaluate([contract], score)
        #expect(results.map(\.held) == [true, false])
        #expect(results.last?.text == "strikes(waiting)")
        let excuse = Expectation(
            text: "never_strikes(waiting)", position: position, subject: .neverStrikes("waiting"),
            comparison: nil)
        #expect(ExpectationEvaluator.evaluate([contract, excuse], score).map(\.held) == [true, true])
    }

    @Test func `tells of a fault that found nothing to strike`() throws {
        var staged = try Staged()
        staged.strike(.site(.nodeLoss(.named("no-such-node"))), at: .minutes(1), named: "typo")
        #expect(staged.run().score.idleFaults.map(\.reason) == ["found nothing to strike"])
    }
}
