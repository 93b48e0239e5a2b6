import DRSimPlan
import DRSimScoring
import DRSimTestSupport
import DRSimTrace
import DRSimUnits
import Testing

struct MilestonesTests {
    static func score(
        _ builder: TraceBuilder, plan: Plan = SamplePlan.plan(),
        class incidentClass: IncidentClassID? = "region_outage", faults: [Fault] = []
    ) -> TrialScore {
        Scorer.score(
            trace: builder.trace, plan: plan,
            scenario: SamplePlan.scenario(class: incidentClass, faults: faults))
    }

    /// An alert and complaints after a fault.
    static func noticed(alert: Span?, complaints: Span?) -> TraceBuilder {
        var builder = TraceBuilder()
        let fault = builder.fault(at: .minutes(10))
        let news = [(FactKind.alertSent, alert), (.complaintsArrived, complaints)]
            .compactMap { kind, time in time.map { (kind: kind, time: $0) } }
        for (kind, time) in news.sorted(by: { $0.time < $1.time }) {
            builder.fact(kind, at: time, cause: fault, actor: .consequence)
        }
        return builder
    }

    @Test func `the first true alert or human report detects`() {
        let both = Self.noticed(alert: .minutes(12), complaints: .minutes(11))
        #expect(Self.score(both).detection == .start + .minutes(11))
        let alone = Self.noticed(alert: .minutes(12), complaints: nil)
        #expect(Self.score(alone).detection == .start + .minutes(12))
        #expect(Self.score(Self.noticed(alert: nil, complaints: nil)).detection == nil)
    }

    @Test(arguments: [true, false])
    func `an outage is counted from what told of its own strike`(isNoticed: Bool) throws {
        var builder = Self.noticed(alert: .minutes(12), complaints: nil)
        builder.serve(SamplePlan.api, 0, at: .minutes(10), cause: FactID(0))
        builder.serve(SamplePlan.api, 100, at: .minutes(20), cause: FactID(0))
        let again = builder.fault("again", at: .minutes(100))
        builder.serve(SamplePlan.api, 0, at: .minutes(101), cause: again)
        if isNoticed {
            builder.fact(.alertSent, at: .minutes(105), cause: again, actor: .plan)
            builder.fact(.decisionMade, at: .minutes(111), cause: again, actor: .people)
        }
        builder.serve(SamplePlan.api, 100, at: .minutes(131), cause: again)
        let score = Self.score(builder)
        let api = try #require(score.service(SamplePlan.api))
        #expect(score.detection == .start + .minutes(12))
        #expect(api.rta == .minutes(30))
        #expect(api.rtaFromDetection == (isNoticed ? .minutes(26) : nil))
        #expect(api.rtaFromDeclaration == (isNoticed ? .minutes(20) : nil))
    }

    @Test func `where nothing is wrong no alert is true, but users are`() {
        let both = Self.noticed(alert: .minutes(12), complaints: .minutes(13))
        #expect(Self.score(both, class: nil).detection == .start + .minutes(13))
    }

    @Test func `an alert no fault led to detects nothing`() {
        var builder = TraceBuilder()
        _ = builder.fault(at: .minutes(10))
        builder.fact(.alertSent, at: .minutes(11), actor: .plan)
        #expect(Self.score(builder).detection == nil)
    }

    @Test func `the alert of a false alarm tells nothing of a real disaster`() {
        var builder = TraceBuilder()
        _ = builder.fault("outage", at: .minutes(10))
        let alarm = builder.fault("alarm", at: .minutes(11))
        builder.fact(.alertSent, at: .minutes(12), cause: alarm, actor: .plan)
        let faults = [
            SamplePlan.fault("outage", .site(.regionOutage("west")), at: .minutes(10)),
            SamplePlan.fault("alarm", .monitoring(.falseAlarm([.storageSystems])), at: .minutes(11)),
        ]
        #expect(Self.score(builder, faults: faults).detection == nil)
    }

    @Test func `what a false alarm made people decide and tell declares no real disaster`() {
        var builder = TraceBuilder()
        let outage = builder.fault("outage", at: .minutes(10))
        let alarm = builder.fault("alarm", at: .minutes(11))
        builder.fact(.procedureStarted, "region-failover", at: .minutes(12), cause: alarm, actor: .plan)
        builder.fact(.stakeholdersNotified, at: .minutes(13), cause: alarm, actor: .plan)
        builder.fact(.decisionMade, at: .minutes(30), cause: outage, actor: .people)
        builder.fact(.stakeholdersNotified, at: .minutes(45), cause: outage, actor: .people)
        let faults = [
            SamplePlan.fault("outage", .site(.regionOutage("west")), at: .minutes(10)),
            SamplePlan.fault("alarm", .monitoring(.falseAlarm([.storageSystems])), at: .minutes(11)),
        ]
        let score = Self.score(builder, faults: faults)
        #expect(score.declaration == .start + .minutes(30))
        #expect(score.communication == .start + .minutes(45))
        let alone = Self.score(builder, class: nil, faults: [faults[1]])
        #expect(alone.declaration == .start + .minutes(30))
    }

    @Test func `a disaster that a false alarm set off is detected, declared and told of`() {
        var builder = TraceBuilder()
        let alarm = builder.fault("alarm", at: .minutes(10))
        let outage = builder.fact(
            .faultInjected, "outage", at: .minutes(11), cause: alarm, actor: .fault, phase: "fault")
        builder.fact(.alertSent, at: .minutes(12), cause: outage, actor: .plan)
        builder.fact(.decisionMade, at: .minutes(13), cause: outage, actor: .people)
        builder.fact(.stakeholdersNotified, at: .minutes(14), cause: outage, actor: .people)
        let faults = [
            SamplePlan.fault("alarm", .monitoring(.falseAlarm([.storageSystems])), at: .minutes(10)),
            SamplePlan.fault("outage", .site(.regionOutage("west")), at: .minutes(11)),
        ]
        let score = Self.score(builder, faults: faults)
        #expect(score.onset == .start + .minutes(11))
        #expect(score.detection == .start + .minutes(12))
        #expect(score.declaration == .start + .minutes(13))
        #expect(score.communication == .start + .minutes(14))
    }

    @Test(arguments: [(FactKind.procedureStarted, "declared by the controller"), (.decisionMade, "declared")])
    func `a controller that asks nobody is named as who declared`(kind: FactKind, words: String) {
        var builder = TraceBuilder()
        let fault = builder.fault(at: .minutes(10))
        builder.fact(kind, "region-failover", at: .minutes(11), cause: fault, actor: .plan)
        let facts = builder.trace.facts.map { (at: $0.at, kind: $0.kind) }
        #expect(Self.score(builder).declarationWords(facts) == words)
        #expect(Self.score(TraceBuilder()).declarationWords([]) == "not declared")
    }

    @Test func `onset is the first fault that does harm`() {
        var builder = TraceBuilder()
        _ = builder.fault("asleep", at: .minutes(5))
        _ = builder.fault("outage", at: .minutes(10))
        let faults = [
            SamplePlan.fault("asleep", .people(.roleAbsent("lead")), at: .minutes(5)),
            SamplePlan.fault("outage", .site(.regionOutage("west")), at: .minutes(10)),
        ]
        #expect(Self.score(builder, faults: faults).onset == .start + .minutes(10))
        #expect(Self.score(builder, faults: [faults[0]]).onset == .start + .minutes(10))
        var alone = TraceBuilder()
        _ = alone.fault("asleep", at: .minutes(5))
        #expect(Self.score(alone, faults: faults).onset == .start + .minutes(5))
        #expect(Self.score(TraceBuilder()).onset == nil)
    }

    @Test(arguments: [
        (FactKind.approvalGranted, true), (.decisionMade, true), (.procedureStarted, true),
        (.disasterDetected, false), (.approvalRequested, false), (.incidentClosed, false),
    ])
    func `approval, decision or a procedure that asks nobody declares`(kind: FactKind, declares: Bool) {
        var builder = TraceBuilder()
        let fault = builder.fault(at: .minutes(10))
        builder.fact(kind, "region-failover", at: .minutes(20), cause: fault, actor: .plan)
        #expect(Self.score(builder).declaration == (declares ? .start + .minutes(20) : nil))
    }

    @Test func `a procedure that asks on its way declares when it is answered`() {
        var plan = SamplePlan.plan()
        let question = Approval(role: "lead", question: "Go?", timeout: .minutes(30))
        plan.runbooks[0].steps = [
            Step(id: "ask", title: "Ask", action: .approve(question), source: "test")
        ]
        var builder = TraceBuilder()
        let fault = builder.fault(at: .minutes(10))
        let start = builder.fact(
            .procedureStarted, "region-failover", at: .minutes(20), cause: fault, actor: .plan)
        builder.fact(.approvalGranted, "lead", at: .minutes(33), cause: start, actor: .plan)
        #expect(Self.score(builder, plan: plan).declaration == .start + .minutes(33))
    }

    @Test func `what came before the onset declares nothing`() {
        var builder = TraceBuilder()
        builder.fact(.approvalGranted, "lead", at: .minutes(5), actor: .plan)
        builder.fact(.stakeholdersNotified, at: .minutes(5), actor: .people)
        _ = builder.fault(at: .minutes(10))
        #expect(Self.score(builder).declaration == nil)
        #expect(Self.score(builder).communication == nil)
    }

    @Test func `the first disaster acted on and the first notice are kept`() {
        var builder = TraceBuilder()
        let fault = builder.fault(at: .minutes(10))
        for (type, minute) in [("database_failure", 11), ("region_failure", 12)] as [(String, Int64)] {
            builder.fact(
                .disasterDetected, type, at: .minutes(minute), cause: fault, actor: .plan,
                details: [.init(.disaster, .text(type))])
            builder.fact(.stakeholdersNotified, at: .minutes(minute + 5), cause: fault, actor: .people)
        }
        let score = Self.score(builder)
        #expect(score.disaster == .databaseFailure)
        #expect(score.communication == .start + .minutes(16))
    }
}

struct TargetTests {
    @Test(
        arguments: [
            ("region_outage", .minutes(60), .minutes(240)), ("zone_outage", .minutes(30), .minutes(30)),
            ("deletion", .minutes(60), .minutes(60)), (nil, nil, nil),
        ] as [(IncidentClassID?, Span?, Span?)])
    func `the stricter of tier and true class stands, and no class promises nothing`(
        incidentClass: IncidentClassID?, tierOne: Span?, tierTwo: Span?
    ) {
        let score = MilestonesTests.score(TraceBuilder(), class: incidentClass)
        #expect(score.services.map(\.rto) == [tierOne, tierTwo])
    }

    @Test func `an outage without a class has a number and no verdict but the document's`() throws {
        var builder = TraceBuilder()
        let fault = builder.fault(at: .minutes(10))
        builder.serve(SamplePlan.api, 0, at: .minutes(10), cause: fault)
        builder.serve(SamplePlan.api, 100, at: .minutes(20), cause: fault)
        let api = try #require(MilestonesTests.score(builder, class: nil).service(SamplePlan.api))
        #expect(api.rta == .minutes(10))
        #expect(api.verdict == .noTarget)
        #expect(api.documentVerdict == .met)
    }

    @Test func `point in time is the strictest recovery point, five minutes stricter than fifteen`() {
        let classes = ["deletion", "zone_outage", "region_outage"] as [IncidentClassID]
        let rpos = classes.map {
            MilestonesTests.score(TraceBuilder(), class: $0).services.map(\.rpo)
        }
        #expect(
            rpos == [
                [.pointInTime, .pointInTime], [.span(.minutes(5)), .span(.minutes(5))],
                [.span(.minutes(15)), .span(.hours(1))],
            ])
    }
}
