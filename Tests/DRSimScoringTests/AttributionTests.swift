import DRSimPlan
import DRSimScoring
import DRSimTestSupport
import DRSimTrace
import DRSimUnits
import Testing

struct AttributionTests {
    /// A region failover by the plan: detected after 1 min, decided after 5, a step of 10 min, the
    /// platform's 4 min, and users who move for 20 min.
    static func failover() -> TraceBuilder {
        var builder = TraceBuilder()
        let fault = builder.fault(at: .minutes(10))
        builder.serve(SamplePlan.api, 0, at: .minutes(10), cause: fault)
        let lost = builder.fact(
            .serviceUnavailable, "api", at: .minutes(10), cause: fault, actor: .consequence, phase: "fault")
        let alert = builder.fact(
            .disasterDetected, "region_failure", at: .minutes(11), cause: lost, actor: .plan,
            phase: "detection")
        let start = builder.fact(
            .procedureStarted, "region-failover", at: .minutes(16), cause: alert, actor: .plan,
            phase: "decision")
        let step = builder.fact(
            .stepSucceeded, "wait", at: .minutes(26), cause: start, actor: .plan, phase: "step wait")
        let ready = builder.fact(
            .nodeReady, "node", at: .minutes(30), cause: step, actor: .platform, phase: "node start")
        builder.serve(
            SamplePlan.api, 0, at: .minutes(30), movingTo: 95, by: .minutes(50), cause: ready)
        return builder
    }

    static func score(_ builder: TraceBuilder) throws -> ServiceScore {
        let score = Scorer.score(
            trace: builder.trace, plan: SamplePlan.plan(), scenario: SamplePlan.scenario())
        return try #require(score.service(SamplePlan.api))
    }

    @Test func `each stretch belongs to the fact that ended it, the last to the users' move`() throws {
        let score = try Self.score(Self.failover())
        #expect(
            score.phases == [
                .init(name: "detection", span: .minutes(1)), .init(name: "decision", span: .minutes(5)),
                .init(name: "step wait", span: .minutes(10)),
                .init(name: "node start", span: .minutes(4)),
                .init(name: "clients cut over", span: .minutes(20)),
            ])
        #expect(score.rta == .minutes(40))
        #expect(score.restoredBy == .plan)
    }

    @Test func `users who move after a change of names move in that change's phase`() throws {
        var builder = Self.failover()
        let moved = builder.fact(
            .clientsMoved, "api.example.com", at: .minutes(50), cause: FactID(5), actor: .platform,
            phase: "DNS tail")
        builder.serve(
            SamplePlan.api, 50, at: .minutes(50), movingTo: 100, by: .minutes(60), cause: moved)
        // 95 % is now reached in the earlier move already; start that later one from below.
        let score = try Self.score(builder)
        #expect(score.phases.last == .init(name: "DNS tail", span: .minutes(20) + .minutes(9)))
        #expect(score.rta == .minutes(49))
    }

    @Test func `the same phase met twice is one line where it first appeared`() throws {
        var builder = TraceBuilder()
        let fault = builder.fault(at: .minutes(10))
        builder.serve(SamplePlan.api, 0, at: .minutes(10), cause: fault)
        var last = fault
        for (minute, phase) in [(12, "retry"), (13, "work"), (18, "retry")] as [(Int64, String)] {
            last = builder.fact(
                .stepRetried, "step", at: .minutes(minute), cause: last, actor: .plan, phase: phase)
        }
        builder.serve(SamplePlan.api, 100, at: .minutes(18), cause: last)
        #expect(
            try Self.score(builder).phases == [
                .init(name: "retry", span: .minutes(7)), .init(name: "work", span: .minutes(1)),
            ])
    }

    @Test func `what lies before the outage is not part of the recovery`() throws {
        var builder = TraceBuilder()
        let fault = builder.fault(at: .minutes(10))
        let full = builder.fact(
            .nodeLost, "node", at: .minutes(20), cause: fault, actor: .platform, phase: "filling up")
        builder.serve(SamplePlan.api, 0, at: .minutes(20), cause: full)
        let back = builder.fact(
            .nodeReady, "node", at: .minutes(25), cause: full, actor: .platform, phase: "node start")
        builder.serve(SamplePlan.api, 100, at: .minutes(25), cause: back)
        let score = try Self.score(builder)
        #expect(score.phases == [.init(name: "node start", span: .minutes(5))])
        #expect(score.restoredBy == .platform)
    }

    @Test(
        arguments: [
            ([.plan, .platform, .consequence], .plan), ([.people], .people),
            ([.plan, .people, .platform], .people), ([.plan, .faultEnd, .platform], .faultEnded),
            ([.platform, .consequence], .platform), ([], .platform),
        ] as [([Fact.Actor], ServiceScore.RestoredBy)])
    func `the last who acted of his own is thanked`(
        actors: [Fact.Actor], credit: ServiceScore.RestoredBy
    ) throws {
        var builder = TraceBuilder()
        var last = builder.fault(at: .minutes(10))
        builder.serve(SamplePlan.api, 0, at: .minutes(10), cause: last)
        for actor in actors {
            last = builder.fact(.stepSucceeded, at: .minutes(15), cause: last, actor: actor)
        }
        builder.serve(SamplePlan.api, 100, at: .minutes(15), cause: last)
        #expect(try Self.score(builder).restoredBy == credit)
    }

    @Test func `a restoration without a cause is attributed to nobody, and still to the last second`() throws
    {
        var builder = TraceBuilder()
        let fault = builder.fault(at: .minutes(10))
        builder.serve(SamplePlan.api, 0, at: .minutes(10), cause: fault)
        builder.serve(SamplePlan.api, 100, at: .minutes(15), cause: nil)
        let score = try Self.score(builder)
        #expect(score.restoredBy == nil)
        #expect(score.phases == [.init(name: "waiting", span: .minutes(5))])
    }

    @Test(arguments: 0..<200)
    func `the parts sum to the whole`(seed: Int) throws {
        var dice = Dice(seed: UInt64(seed))
        var builder = TraceBuilder()
        var now = Span.minutes(10)
        var facts = [builder.fault(at: now)]
        for _ in 0..<30 {
            now += Span(milliseconds: dice.roll(600_000))
            let cause = facts[Int(dice.roll(Int64(facts.count)))]
            facts.append(
                builder.fact(
                    .objectChanged, at: now, cause: cause, actor: .platform, phase: "phase \(dice.roll(5))"))
            let (from, to) = (dice.roll(101), dice.roll(101))
            builder.serve(
                SamplePlan.api, from, at: now, movingTo: to,
                by: now + Span(milliseconds: 1 + dice.roll(900_000)), cause: facts.last)
        }
        builder.serve(SamplePlan.api, 100, at: now + .hours(1), cause: facts.last)
        let score = try Self.score(builder)
        #expect(score.phases.reduce(Span.zero) { $0 + $1.span } == score.rta ?? .zero)
        #expect(score.phases.allSatisfy { $0.span > .zero })
        #expect(Set(score.phases.map(\.name)).count == score.phases.count)
    }

    @Test func `the constraint is the longest phase of the Tier 1 service`() throws {
        let score = Scorer.score(
            trace: Self.failover().trace, plan: SamplePlan.plan(), scenario: SamplePlan.scenario())
        let constraint = try #require(score.bindingConstraint)
        #expect(constraint.service == SamplePlan.api)
        #expect(constraint.description == "clients cut over takes 20 of 40 min")
    }

    @Test func `time from detection and declaration starts there`() throws {
        let score = try Self.score(Self.failover())
        #expect(score.rtaFromDetection == nil)
        #expect(score.rtaFromDeclaration == .minutes(34))
    }
}

/// Numbers that look random and are the same every time (SplitMix64).
struct Dice {
    private var state: UInt64

    init(seed: UInt64) { state = seed }

    /// A number from 0 up to, but not including, `sides`.
    mutating func roll(_ sides: Int64) -> Int64 {
        state &+= 0x9e37_79b9_7f4a_7c15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xbf58_476d_1ce4_e5b9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94d0_49bb_1331_11eb
        return Int64((mixed ^ (mixed >> 31)) % UInt64(sides))
    }
}
