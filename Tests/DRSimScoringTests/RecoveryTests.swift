import DRSimPlan
import DRSimScoring
import DRSimTestSupport
import DRSimTrace
import DRSimUnits
import Testing

struct RecoveryTests {
    /// The API is lost at 10 min, and served again as the stretches say: minutes of each outage.
    static func score(
        outages: [(from: Int64, to: Int64)], horizon: Span = .hours(24), plan: Plan = SamplePlan.plan()
    ) throws -> ServiceScore {
        var builder = TraceBuilder(horizon: horizon)
        let fault = builder.fault(at: .minutes(10))
        for outage in outages {
            builder.serve(SamplePlan.api, 0, at: .minutes(outage.from), cause: fault)
            builder.serve(SamplePlan.api, 100, at: .minutes(outage.to), cause: fault)
        }
        let score = Scorer.score(trace: builder.trace, plan: plan, scenario: SamplePlan.scenario())
        return try #require(score.service(SamplePlan.api))
    }

    @Test(arguments: [40, 41, 70, 71] as [Int64])
    func `recovery time moves with the recovery`(end: Int64) throws {
        let score = try Self.score(outages: [(10, end)])
        #expect(score.rta == .minutes(end - 10))
        #expect(score.unavailable == .minutes(end - 10))
        #expect(score.verdict == (end <= 70 ? .met : .missed))
        #expect(score.documentVerdict == .met)
    }

    @Test func `nine good minutes between two outages are no recovery`() throws {
        let score = try Self.score(outages: [(10, 20), (29, 35)])
        #expect(score.rta == .minutes(25))
        #expect(score.unavailable == .minutes(16))
        #expect(score.outages.count == 2)
    }

    @Test(arguments: [30, 31] as [Int64])
    func `ten good minutes part two outages, and the longer one is judged`(again: Int64) throws {
        let score = try Self.score(outages: [(10, 20), (again, 50)])
        #expect(score.rta == .minutes(50 - again))
        #expect(score.unavailable == .minutes(10 + 50 - again))
        #expect(score.episodes.count == 2)
        #expect(score.unavailableFrom == .start + .minutes(again))
        #expect(try Self.score(outages: [(10, 32), (again + 15, 60)]).rta == .minutes(22))
    }

    @Test func `an outage that never ends outranks any that did`() throws {
        let score = try Self.score(outages: [(10, 400), (600, 660)], horizon: .minutes(660))
        #expect(score.verdict == .unrecovered && score.documentVerdict == .unrecovered)
        #expect(score.unavailableFrom == .start + .minutes(600))
        #expect(score.rta == nil && score.restoredAt == nil && score.phases == [])
        #expect(score.unavailable == .minutes(450))
    }

    @Test(arguments: [(60, Verdict.inconclusive), (75, .missed)] as [(Int64, Verdict)])
    func `an outage that the horizon cuts off hides no miss before it`(end: Int64, verdict: Verdict) throws {
        let score = try Self.score(outages: [(10, end), (100, 105)], horizon: .minutes(110))
        #expect(score.verdict == verdict)
        #expect(score.rta == (verdict == .missed ? .minutes(65) : nil))
    }

    @Test(arguments: [1, 2] as [Int64])
    func `who restored a service and what it took are of the worst outage`(worst: Int64) throws {
        var builder = TraceBuilder(horizon: .hours(24))
        let crash = builder.fault(at: .minutes(10))
        let platform = builder.fact(
            .databasePromoted, at: .minutes(10 + 20 / worst), cause: crash, actor: .platform)
        builder.serve(SamplePlan.api, 0, at: .minutes(10), cause: crash)
        builder.serve(SamplePlan.api, 100, at: .minutes(10 + 20 / worst), cause: platform)
        let loss = builder.fault(at: .hours(2))
        let plan = builder.fact(
            .procedureCompleted, at: .hours(2) + .minutes(15), cause: loss, actor: .plan)
        builder.serve(SamplePlan.api, 0, at: .hours(2), cause: loss)
        builder.serve(SamplePlan.api, 100, at: .hours(2) + .minutes(15), cause: plan)
        let score = Scorer.score(
            trace: builder.trace, plan: SamplePlan.plan(), scenario: SamplePlan.scenario())
        let api = try #require(score.service(SamplePlan.api))
        #expect(api.rta == .minutes(worst == 1 ? 20 : 15))
        #expect(api.restoredBy == (worst == 1 ? .platform : .plan))
        #expect(api.phases.reduce(.zero) { $0 + $1.span } == api.rta)
        #expect(score.bindingConstraint?.rta == api.rta)
    }

    @Test func `availability is the share of all time in which users were served`() throws {
        let score = try Self.score(outages: [(10, 20), (60, 62)], horizon: .minutes(1_000))
        #expect(score.availability(over: .minutes(1_000)) == Share(partsPerMillion: 988_000))
        #expect(score.availability(over: .zero) == .all)
    }

    @Test func `flapping extends the recovery for as long as it goes on`() throws {
        let flaps = stride(from: Int64(10), to: 70, by: 10).map { (from: $0, to: $0 + 5) }
        #expect(try Self.score(outages: flaps).rta == .minutes(55))
    }

    @Test func `what is down at the horizon is unrecovered and has no number`() throws {
        let score = try Self.score(outages: [(10, 60)], horizon: .minutes(60))
        #expect(score.verdict == .unrecovered)
        #expect(score.rta == nil)
        #expect(score.phases == [])
        #expect(score.restoredBy == nil)
        #expect(score.unavailable == .minutes(50))
    }

    @Test(arguments: [(60, Verdict.met), (59, .inconclusive)] as [(Int64, Verdict)])
    func `the ten minutes must lie inside the horizon`(horizon: Int64, verdict: Verdict) throws {
        let score = try Self.score(outages: [(10, 50)], horizon: .minutes(horizon))
        #expect(score.verdict == verdict)
        #expect((score.rta == nil) == (verdict == .inconclusive))
    }

    @Test(arguments: [(70, Verdict.inconclusive), (71, .missed)] as [(Int64, Verdict)])
    func `back unproven is undecided only while the objective could be kept`(
        end: Int64, verdict: Verdict
    ) throws {
        #expect(try Self.score(outages: [(10, end)], horizon: .minutes(75)).verdict == verdict)
    }

    @Test func `nothing beyond the horizon counts`() throws {
        let score = try Self.score(outages: [(10, 70), (80, 90)], horizon: .minutes(60))
        #expect(score.verdict == .unrecovered)
        #expect(score.unavailable == .minutes(50))
    }

    @Test func `a service that was never down is not exercised`() throws {
        let score = try Self.score(outages: [])
        #expect(score.verdict == .notExercised)
        #expect(!score.isExercised)
        #expect(score.minimumShare == .all)
    }

    @Test(arguments: [(94, true), (95, false)] as [(Int64, Bool)])
    func `fewer than 95 percent served is unavailable`(percent: Int64, isUnavailable: Bool) throws {
        var builder = TraceBuilder()
        let fault = builder.fault(at: .minutes(10))
        builder.serve(SamplePlan.api, percent, at: .minutes(10), cause: fault)
        let score = Scorer.score(
            trace: builder.trace, plan: SamplePlan.plan(), scenario: SamplePlan.scenario())
        let api = try #require(score.service(SamplePlan.api))
        #expect(api.isExercised == isUnavailable)
        #expect(api.minimumShare == .percent(percent))
    }

    @Test func `what no fault brought about is not the disaster's`() throws {
        var builder = TraceBuilder()
        let news = builder.fact(.alertSent, at: .minutes(1), actor: .plan)
        builder.serve(SamplePlan.api, 0, at: .minutes(2), cause: nil)
        builder.serve(SamplePlan.portal, 0, at: .minutes(2), cause: news)
        let fault = builder.fault(at: .minutes(10))
        builder.serve(SamplePlan.api, 100, at: .minutes(20), cause: fault)
        let score = Scorer.score(
            trace: builder.trace, plan: SamplePlan.plan(), scenario: SamplePlan.scenario())
        #expect(score.services.map(\.verdict) == [.notExercised, .notExercised])
        #expect(score.money.total == .zero)
    }
}

struct MovingShareTests {
    /// A slope and where it crosses 95 %, in milliseconds from its start.
    struct Slope: Sendable {
        var (from, to, over): (Int64, Int64, Span)
        var crossing: Int64
    }

    @Test(arguments: [
        Slope(from: 0, to: 100, over: .minutes(100), crossing: 5_700_000),
        Slope(from: 90, to: 100, over: .minutes(10), crossing: 300_000),
        // 95 % is reached at 5/7 of a second: the first whole millisecond after it counts.
        Slope(from: 90, to: 97, over: .seconds(1), crossing: 715),
        Slope(from: 0, to: 95, over: .seconds(19), crossing: 19_000),
    ])
    func `a service is back in the millisecond in which its line crosses`(slope: Slope) throws {
        var builder = TraceBuilder()
        let fault = builder.fault(at: .minutes(10))
        builder.serve(SamplePlan.api, 0, at: .minutes(10), cause: fault)
        builder.serve(
            SamplePlan.api, slope.from, at: .minutes(20), movingTo: slope.to,
            by: .minutes(20) + slope.over, cause: fault)
        let score = Scorer.score(
            trace: builder.trace, plan: SamplePlan.plan(), scenario: SamplePlan.scenario())
        let api = try #require(score.service(SamplePlan.api))
        #expect(api.rta == .minutes(10) + Span(milliseconds: slope.crossing))
        let share = builder.trace.served[1].share(at: try #require(api.restoredAt))
        let before = builder.trace.served[1].share(
            at: try #require(api.restoredAt) - Span(milliseconds: 1))
        #expect(share >= .percent(95) && before < .percent(95))
    }

    @Test func `a service is gone in the millisecond in which its line falls through`() throws {
        var builder = TraceBuilder()
        let fault = builder.fault(at: .minutes(10))
        builder.serve(
            SamplePlan.api, 100, at: .minutes(10), movingTo: 0, by: .minutes(110), cause: fault)
        let score = Scorer.score(
            trace: builder.trace, plan: SamplePlan.plan(), scenario: SamplePlan.scenario())
        let from = try #require(score.service(SamplePlan.api)?.unavailableFrom)
        #expect(builder.trace.served[0].share(at: from) < .percent(95))
        #expect(builder.trace.served[0].share(at: from - Span(milliseconds: 1)) >= .percent(95))
        #expect(from == .start + .minutes(15) + Span(milliseconds: 6))
    }

    @Test(arguments: 0..<200)
    func `one millisecond separates the two sides of every crossing`(seed: Int) throws {
        var dice = Dice(seed: UInt64(seed))
        let isFalling = seed % 2 == 0
        let (under, over) = (Share(partsPerMillion: dice.roll(950_000)), Share.percent(95 + dice.roll(6)))
        let segment = ServedSegment(
            service: SamplePlan.api, from: .start + .minutes(10), share: isFalling ? over : under,
            until: .start + .minutes(10) + Span(milliseconds: 1 + dice.roll(100_000_000)),
            finalShare: isFalling ? under : over, cause: FactID(0))
        var builder = TraceBuilder(horizon: .days(3))
        _ = builder.fault(at: .minutes(10))
        builder.serve(segment)
        let score = Scorer.score(
            trace: builder.trace, plan: SamplePlan.plan(), scenario: SamplePlan.scenario())
        let outage = try #require(score.service(SamplePlan.api)?.outages.first)
        let crossing = isFalling ? outage.from : outage.to
        #expect((segment.share(at: crossing) < .percent(95)) == isFalling)
        let before = segment.share(at: crossing - Span(milliseconds: 1))
        #expect(crossing == segment.from || (before < .percent(95)) == !isFalling)
    }

    @Test func `a line that is cut short ends where the next begins`() throws {
        var builder = TraceBuilder()
        let fault = builder.fault(at: .minutes(10))
        builder.serve(
            SamplePlan.api, 0, at: .minutes(10), movingTo: 100, by: .minutes(110), cause: fault)
        builder.serve(SamplePlan.api, 0, at: .minutes(60), cause: fault)
        builder.serve(SamplePlan.api, 100, at: .minutes(60), cause: fault)
        let score = Scorer.score(
            trace: builder.trace, plan: SamplePlan.plan(), scenario: SamplePlan.scenario())
        #expect(score.service(SamplePlan.api)?.rta == .minutes(50))
    }
}
