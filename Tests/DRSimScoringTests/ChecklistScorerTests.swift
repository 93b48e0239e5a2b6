import DRSimPlan
import DRSimScoring
import DRSimTestSupport
import DRSimTrace
import DRSimUnits
import Testing

/// The plan's verification list, held against what was true after the recovery.
struct ChecklistScorerTests {
    private static func check(
        _ probe: VerificationItem.Probe, of builder: TraceBuilder
    ) throws -> ChecklistScore {
        var plan = SamplePlan.plan()
        plan.verification = [
            VerificationItem(
                id: "item", group: .system, title: "Item", probe: probe, source: "L1")
        ]
        return try #require(MilestonesTests.score(builder, plan: plan).checklist.first)
    }

    @Test func `a service that is back passes, and one that is gone again when people look fails`() throws {
        var builder = MetricScorerTests.outage(.hours(1))
        #expect(try Self.check(.services([SamplePlan.api]), of: builder).outcome == .passed)
        builder.serve(SamplePlan.api, 94, at: .minutes(79), cause: FactID(0))
        let check = try Self.check(.services([SamplePlan.api]), of: builder)
        #expect(check.outcome == .failed)
        #expect(check.evidence.contains("94%"))
    }

    @Test func `a service that never came back fails at the horizon`() throws {
        var builder = TraceBuilder(horizon: .hours(4))
        let fault = builder.fault(at: .minutes(10))
        builder.serve(SamplePlan.api, 0, at: .minutes(10), cause: fault)
        #expect(try Self.check(.services([SamplePlan.api]), of: builder).outcome == .failed)
    }

    @Test func `nothing is exercised where nothing had to be recovered, or nothing could be seen`() throws {
        let quiet = try Self.check(.services([SamplePlan.api]), of: TraceBuilder())
        #expect(quiet.outcome == .notExercised)
        let blind = try Self.check(.notModelled("no logs"), of: MetricScorerTests.outage(.hours(1)))
        #expect(blind.outcome == .notExercised)
        #expect(blind.evidence == "no logs")
    }

    @Test func `commits that are lost fail the look at the latest transactions`() throws {
        let lossy = StoreScorerTests.failover(lag: .minutes(15))
        #expect(try Self.check(.commits([SamplePlan.database]), of: lossy).outcome == .failed)
        #expect(try Self.check(.commits(["another"]), of: lossy).outcome == .notExercised)
    }

    @Test func `what nobody knows neither passes nor fails`() throws {
        for probe in [
            VerificationItem.Probe.commits([SamplePlan.database]), .noneBehind([SamplePlan.database]),
        ] {
            let check = try Self.check(probe, of: UnknownLossTests.trace())
            #expect(check.outcome == .notExercised && check.evidence == "what survived is not known")
        }
    }

    @Test func `what was seen in the trial is what the list says, with its words`() throws {
        var builder = MetricScorerTests.outage(.hours(1))
        #expect(try Self.check(.caches(["sessions"]), of: builder).outcome == .notExercised)
        builder.fact(
            .itemFailed, "item", at: .minutes(80), cause: FactID(0), actor: .consequence,
            text: "Item: it is cold")
        for probe in [VerificationItem.Probe.caches(["sessions"]), .services([SamplePlan.api])] {
            let check = try Self.check(probe, of: builder)
            #expect(check.outcome == .failed && check.evidence == "it is cold")
        }
    }

    @Test func `of several recoveries the last counts, however short its outage was`() throws {
        var builder = MetricScorerTests.outage(.hours(1))
        builder.fact(
            .itemVerified, "item", at: .minutes(80), cause: FactID(0), actor: .consequence, text: "Item: well"
        )
        let probe = VerificationItem.Probe.services([SamplePlan.api])
        #expect(try Self.check(probe, of: builder).evidence == "well")
        builder.serve(SamplePlan.api, 0, at: .minutes(100), cause: FactID(0))
        builder.serve(SamplePlan.api, 100, at: .minutes(101), cause: FactID(0))
        // Nobody went through the list again: it is about what was true then.
        #expect(try Self.check(probe, of: builder).evidence.hasPrefix("100%"))
        builder.fact(
            .itemFailed, "item", at: .minutes(111), cause: FactID(0), actor: .consequence, text: "Item: ill")
        let check = try Self.check(probe, of: builder)
        #expect(check.outcome == .failed && check.evidence == "ill")
    }

    @Test func `a store whose records name what another lost fails, and one that lost more itself does not`()
        throws
    {
        let lossy = StoreScorerTests.failover(lag: .minutes(15))
        let database = SamplePlan.database
        #expect(try Self.check(.noneBehind([database]), of: lossy).outcome == .passed)
        let harmless = MetricScorerTests.outage(.hours(1))
        #expect(try Self.check(.noneBehind([database]), of: harmless).outcome == .notExercised)
    }

    @Test(arguments: [
        (BackupRecord.Result.restored, ChecklistScore.Outcome.passed), (.failed, .failed),
        (.unproven, .notExercised), (.running, .notExercised),
    ])
    func `the next verification of a backup decides, not one from before the recovery`(
        result: BackupRecord.Result, outcome: ChecklistScore.Outcome
    ) throws {
        var builder = MetricScorerTests.outage(.hours(1))
        var before = BackupRecord(.verification, id: "old", startedAt: .start + .minutes(20))
        before.result = result == .restored ? .failed : .restored
        builder.record(before)
        #expect(try Self.check(.backups(.nextVerification), of: builder).outcome == .notExercised)
        var after = BackupRecord(.verification, id: "new", startedAt: .start + .hours(3))
        after.result = result
        builder.record(after)
        #expect(try Self.check(.backups(.nextVerification), of: builder).outcome == outcome)
    }

    @Test func `each metric says what it was read from`() throws {
        for kind in SuccessMetric.Kind.allCases {
            let metric = try MetricScorerTests.metric(kind, of: MetricScorerTests.outage(.hours(1)))
            #expect(!metric.evidence.isEmpty)
        }
        let rto = try MetricScorerTests.metric(.rto, of: MetricScorerTests.outage(.hours(1)))
        #expect(rto.evidence == "1 of 1 recovery times within the stricter target")
    }
}
