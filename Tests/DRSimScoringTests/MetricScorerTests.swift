import DRSimPlan
import DRSimScoring
import DRSimTestSupport
import DRSimTrace
import DRSimUnits
import Testing

struct MetricScorerTests {
    static func metric(
        _ kind: SuccessMetric.Kind, of builder: TraceBuilder,
        class incidentClass: IncidentClassID? = "region_outage"
    ) throws -> MetricScore {
        let score = MilestonesTests.score(builder, class: incidentClass)
        return try #require(score.metrics.first { $0.metric.kind == kind })
    }

    /// The API is down from 10 min on, for this long.
    static func outage(_ span: Span, horizon: Span = .hours(24)) -> TraceBuilder {
        var builder = TraceBuilder(horizon: horizon)
        let fault = builder.fault(at: .minutes(10))
        builder.serve(SamplePlan.api, 0, at: .minutes(10), cause: fault)
        builder.serve(SamplePlan.api, 100, at: .minutes(10) + span, cause: fault)
        return builder
    }

    @Test(arguments: SuccessMetric.Kind.allCases)
    func `a run without faults exercises nothing`(kind: SuccessMetric.Kind) throws {
        let metric = try Self.metric(kind, of: TraceBuilder())
        #expect(metric.verdict == .notExercised)
        #expect(metric.value == nil)
    }

    @Test(
        arguments: [
            (.minutes(60), .share(.all), .met), (.minutes(61), .share(.none), .missed),
        ] as [(Span, MetricScore.Value, Verdict)])
    func `recovery times are counted against the stricter target`(
        span: Span, value: MetricScore.Value, verdict: Verdict
    ) throws {
        let metric = try Self.metric(.rto, of: Self.outage(span))
        #expect(metric.value == value)
        #expect(metric.verdict == verdict)
    }

    @Test func `a recovery the horizon cut off leaves its metric open`() throws {
        let metric = try Self.metric(.rto, of: Self.outage(.minutes(30), horizon: .minutes(45)))
        #expect(metric.verdict == .inconclusive)
    }

    @Test func `recovery points are counted by store`() throws {
        let kept = try Self.metric(.rpo, of: StoreScorerTests.failover(lag: .minutes(15)))
        #expect(kept.verdict == .met)
        let missed = try Self.metric(.rpo, of: StoreScorerTests.failover(lag: .minutes(16)))
        #expect(missed.verdict == .missed)
    }

    @Test(
        arguments: [
            (FactKind.alertSent, SuccessMetric.Kind.detection, 5),
            (.stakeholdersNotified, .communication, 15),
        ] as [(FactKind, SuccessMetric.Kind, Int64)])
    func `alerts and notices are timed from the onset`(
        kind: FactKind, metric: SuccessMetric.Kind, limit: Int64
    ) throws {
        for (late, verdict) in [(Int64(0), Verdict.met), (1, .missed)] {
            var builder = Self.outage(.hours(1))
            builder.fact(
                kind, at: .minutes(10 + limit + late), cause: FactID(0), actor: .consequence)
            let score = try Self.metric(metric, of: builder)
            #expect(score.value == .span(.minutes(limit + late)))
            #expect(score.verdict == verdict)
        }
    }

    @Test func `what people notice is a detection, and no true alert`() throws {
        var builder = Self.outage(.hours(1))
        builder.fact(.damageNoticed, at: .minutes(11), cause: FactID(0), actor: .consequence)
        let score = MilestonesTests.score(builder)
        #expect(score.detection == .start + .minutes(11))
        let metric = try #require(score.metrics.first { $0.metric.kind == .detection })
        #expect(metric.verdict == .missed && metric.value == nil)
        #expect(metric.evidence == "the first true alert did not come")
        builder.fact(.alertSent, at: .minutes(14), cause: FactID(0), actor: .plan)
        #expect(try Self.metric(.detection, of: builder).value == .span(.minutes(4)))
    }

    @Test func `silence is a miss, unless the horizon came first`() throws {
        #expect(try Self.metric(.detection, of: Self.outage(.hours(1))).verdict == .missed)
        let short = Self.outage(.minutes(2), horizon: .minutes(14))
        #expect(try Self.metric(.detection, of: short).verdict == .inconclusive)
        #expect(try Self.metric(.detection, of: Self.outage(.hours(1)), class: nil).verdict == .notExercised)
    }

    @Test(
        arguments: [
            ([.stepStarted, .procedureCompleted], 40, .span(.minutes(30)), .met),
            ([.stepStarted, .procedureCompleted], 41, .span(.minutes(31)), .missed),
            ([.stepStarted, .procedureFailed], 20, nil, .missed), ([.stepStarted], 20, nil, .missed),
        ] as [([FactKind], Int64, MetricScore.Value?, Verdict)])
    func `an automated procedure is timed from its first step to its last`(
        kinds: [FactKind], end: Int64, value: MetricScore.Value?, verdict: Verdict
    ) throws {
        var builder = TraceBuilder()
        let fault = builder.fault(at: .minutes(1))
        let name = SamplePlan.failover.name
        var last = builder.fact(
            .procedureStarted, name, at: .minutes(2), cause: fault, actor: .plan)
        for (kind, minute) in zip(kinds, [10, end]) {
            last = builder.fact(
                kind, "entity", at: .minutes(minute), cause: last, actor: .plan,
                details: [.init(.runbook, .text(name))])
        }
        let metric = try Self.metric(.failover, of: builder)
        #expect(metric.value == value)
        #expect(metric.verdict == verdict)
    }

    @Test func `what people follow by hand is no automated procedure`() throws {
        var builder = TraceBuilder()
        let fault = builder.fault(at: .minutes(1))
        builder.fact(.procedureStarted, "playbook", at: .minutes(2), cause: fault, actor: .plan)
        #expect(try Self.metric(.failover, of: builder).verdict == .notExercised)
    }

    @Test func `a command that fails, or succeeds without effect, is not accurate`() throws {
        var builder = TraceBuilder()
        let fault = builder.fault(at: .minutes(1))
        let ends: [(FactKind, Int64)] = [
            (.stepSucceeded, 1), (.stepSucceeded, 0), (.stepFailed, 1), (.stepSucceeded, 1),
        ]
        for (kind, effective) in ends {
            builder.fact(
                kind, at: .minutes(2), cause: fault, actor: .plan,
                details: [
                    .init(.command, .text("kubectl patch")), .init(.effective, .number(effective)),
                ])
        }
        let metric = try Self.metric(.playbookAccuracy, of: builder)
        #expect(metric.value == .share(.percent(50)))
        #expect(metric.verdict == .missed)
    }

    @Test(
        arguments: [
            (4, .met), (5, .missed),
        ] as [(Int64, Verdict)])
    func `availability is that of a year with this one disaster`(hours: Int64, verdict: Verdict) throws {
        #expect(try Self.metric(.availability, of: Self.outage(.hours(hours))).verdict == verdict)
    }

    @Test(arguments: [(14, .met), (15, .missed)] as [(Int64, Verdict)])
    func `lost revenue is held against a year's`(hours: Int64, verdict: Verdict) throws {
        // The API earns 60 %: 0.1 % of a year is 8.76 h of everything, 14.6 h of the API.
        #expect(try Self.metric(.revenue, of: Self.outage(.hours(hours))).verdict == verdict)
    }

    @Test(arguments: [(98, .met), (97, .missed)] as [(Int64, Verdict)])
    func `users are those of the service that was hit hardest`(percent: Int64, verdict: Verdict) throws {
        var builder = TraceBuilder()
        let fault = builder.fault(at: .minutes(10))
        builder.serve(SamplePlan.portal, percent, at: .minutes(10), cause: fault)
        let metric = try Self.metric(.users, of: builder)
        #expect(metric.value == .share(.percent(100 - percent)))
        #expect(metric.verdict == verdict)
    }

    @Test(arguments: [(1, .met), (2, .missed)] as [(Int64, Verdict)])
    func `an incident with a penalty breaks compliance`(hours: Int64, verdict: Verdict) throws {
        #expect(try Self.metric(.compliance, of: Self.outage(.hours(hours))).verdict == verdict)
    }

    @Test(arguments: [SuccessMetric.Kind.backup, .verification])
    func `without a record of any backup these are not exercised`(kind: SuccessMetric.Kind) throws {
        #expect(try Self.metric(kind, of: Self.outage(.hours(1))).verdict == .notExercised)
    }

    @Test func `a backup that was never started counts as failed, one under way may still be either`() throws
    {
        var builder = Self.outage(.hours(1))
        let day = Span.days(1)
        for number in Int64(1)...28 {
            var record = BackupRecord(.backup, id: "", startedAt: .start + day * -number)
            record.result = .completed
            builder.record(record)
        }
        let metric = try Self.metric(.backup, of: builder)
        #expect(metric.verdict == .missed)
        #expect(metric.value != .share(.all))
    }
}
