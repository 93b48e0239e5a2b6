import DRSimPlan
import DRSimScoring
import DRSimTestSupport
import DRSimTrace
import DRSimUnits
import Testing

struct TrialCountsTests {
    /// A trace with one fact of each of these kinds, commands where a step ends.
    static func trace(_ kinds: [FactKind], command: String? = nil) -> TraceBuilder {
        var builder = TraceBuilder()
        let fault = builder.fault(at: .minutes(10))
        for kind in kinds {
            builder.fact(
                kind, "region-failover", at: .minutes(11), cause: fault, actor: .plan,
                details: command.map { [.init(.command, .text($0))] } ?? [])
        }
        return builder
    }

    @Test(arguments: [
        (FactKind.policyViolated, DRSimPlan.Expectation.Count.policyViolations),
        (.approvalGranted, .approvals),
        (.alertSent, .alerts), (.procedureCompleted, .failovers), (.failoverPending, .operatorFailovers),
        (.escalated, .escalations),
    ])
    func `each kind of fact has its count`(kind: FactKind, count: DRSimPlan.Expectation.Count) {
        let score = MilestonesTests.score(Self.trace([kind, kind]))
        for (other, number) in score.counts.all { #expect(number == (other == count ? 2 : 0)) }
    }

    @Test func `what people carry out by hand is no failover`() {
        var builder = TraceBuilder()
        let fault = builder.fault(at: .minutes(10))
        builder.fact(.procedureCompleted, "playbook", at: .minutes(11), cause: fault, actor: .plan)
        #expect(MilestonesTests.score(builder).counts[.failovers] == 0)
    }

    @Test func `a procedure started where nothing is wrong is a false failover`() {
        let builder = Self.trace([.procedureStarted])
        #expect(MilestonesTests.score(builder, class: nil).counts[.falseFailovers] == 1)
        #expect(MilestonesTests.score(builder).counts[.falseFailovers] == 0)
    }

    @Test func `a procedure started on a false alarm beside a disaster is one, too, and no other is`() {
        var builder = TraceBuilder()
        let blip = builder.fault("blip", at: .minutes(5))
        let outage = builder.fault("outage", at: .minutes(10))
        for cause in [blip, blip, outage] {
            builder.fact(
                .procedureStarted, "region-failover", at: .minutes(11), cause: cause, actor: .plan)
        }
        let scenario = SamplePlan.scenario(
            class: "region_outage",
            faults: [
                SamplePlan.fault("blip", .monitoring(.falseAlarm([.primaryDatabase])), at: .minutes(5)),
                SamplePlan.fault("outage", .site(.regionOutage("west")), at: .minutes(10)),
            ])
        let score = Scorer.score(trace: builder.trace, plan: SamplePlan.plan(), scenario: scenario)
        #expect(score.counts[.falseFailovers] == 2)
    }

    @Test func `every try of a command counts, and every one that failed`() {
        let kinds: [FactKind] = [.stepStarted, .stepRetried, .stepRetried, .stepSucceeded, .stepFailed]
        let commands = MilestonesTests.score(Self.trace(kinds, command: "kubectl get pods")).counts
        #expect(commands[.commands] == 4)
        #expect(commands[.failedCommands] == 3)
        #expect(MilestonesTests.score(Self.trace(kinds)).counts[.commands] == 0)
    }

    @Test func `transactions are counted over the stores`() {
        let score = MilestonesTests.score(StoreScorerTests.failover(lag: .seconds(80)))
        #expect(score.counts[.lostTransactions] == 10)
        #expect(score.counts[.discardedTransactions] == 0)
        #expect(score.counts[.splitBrainWrites] == 0)
    }
}
