import DRSimPlan
import DRSimScoring
import DRSimTestSupport
import DRSimTrace
import DRSimUnits
import Testing

/// Losses of which nobody knows how large they are, since the plan came to what is not simulated.
struct UnknownLossTests {
    /// The only database goes with its region, and a procedure comes to what is not simulated.
    static func trace() -> TraceBuilder {
        var builder = TraceBuilder(horizon: .minutes(120))
        let fault = builder.fault(at: .minutes(60))
        builder.serve(SamplePlan.api, 0, at: .minutes(60), cause: fault)
        builder.fact(.commandNotSimulated, at: .minutes(70), cause: fault, actor: .plan)
        builder.timeline(of: SamplePlan.database)
        builder.write(on: 0, from: .zero, to: .minutes(60), start: 0, end: 3_600_000)
        return builder
    }

    @Test func `what a command that is not simulated might have restored is not known to be lost`() throws {
        let score = Scorer.score(
            trace: Self.trace().trace, plan: SamplePlan.plan(), scenario: SamplePlan.scenario())
        let store = try #require(score.store(SamplePlan.database))
        #expect(store.verdict == .inconclusive && store.rpa == nil && !store.isLost)
        #expect(score.services.map(\.rpoVerdict) == [.inconclusive, .inconclusive])
        #expect(score.dataLoss == .unknown)
        #expect(score.money.amount(of: .dataLoss) == nil)
        #expect(score.money.dataLossVerdict == .inconclusive)
        #expect(score.metrics.first { $0.metric.kind == .rpo }?.verdict == .inconclusive)
    }

    @Test func `a store of which nothing is known leaves open what those who need it lost`() throws {
        let (plan, files) = StoreScorerTests.planWithFiles
        var builder = StoreScorerTests.failover(lag: .minutes(2))
        builder.fact(.commandNotSimulated, at: .minutes(80), actor: .plan)
        builder.timeline(of: files)
        builder.write(on: 2, from: .zero, to: .minutes(60), start: 0, end: 3_600_000)
        let score = Scorer.score(trace: builder.trace, plan: plan, scenario: SamplePlan.scenario())
        #expect(score.services.map(\.rpa) == [.minutes(2), nil])
        #expect(score.services.map(\.rpoVerdict) == [.met, .inconclusive])
        #expect(score.dataLoss == .unknown)
        #expect(score.money.amount(of: .dataLoss) == nil)
        #expect(score.money.dataLossVerdict == .inconclusive)
    }
}
