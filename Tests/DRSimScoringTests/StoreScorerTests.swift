import DRSimPlan
import DRSimScoring
import DRSimTestSupport
import DRSimTrace
import DRSimUnits
import Testing

/// Writes of 1 000 bytes a second, so that a position in bytes is an instant in milliseconds.
struct StoreScorerTests {
    /// A region is lost at 60 min; the standby that lagged by `lag` is promoted at 70 min and takes
    /// writes to the horizon.
    static func failover(lag: Span, oldSiteReturns: Bool = false) -> TraceBuilder {
        var builder = TraceBuilder(horizon: .minutes(120))
        let fault = builder.fault(at: .minutes(60))
        builder.serve(SamplePlan.api, 0, at: .minutes(60), cause: fault)
        let promoted = builder.fact(
            .databasePromoted, "database", at: .minutes(70), cause: fault, actor: .plan)
        builder.serve(SamplePlan.api, 100, at: .minutes(70), cause: promoted)
        let kept = (Span.minutes(60) - lag).milliseconds
        builder.timeline(of: SamplePlan.database)
        builder.timeline(
            of: SamplePlan.database, from: 0, fork: kept, at: .minutes(70), cause: promoted)
        builder.write(on: 0, from: .zero, to: .minutes(60), start: 0, end: 3_600_000)
        builder.write(on: 1, from: .minutes(70), to: .minutes(120), start: kept, end: kept + 3_000_000)
        builder.copy(of: 0, upTo: 3_600_000, isAvailable: oldSiteReturns)
        builder.copy(of: 1, upTo: kept + 3_000_000)
        return builder
    }

    static func score(
        _ builder: TraceBuilder, class incidentClass: IncidentClassID? = "region_outage"
    ) throws -> StoreScore {
        let score = Scorer.score(
            trace: builder.trace, plan: SamplePlan.plan(),
            scenario: SamplePlan.scenario(class: incidentClass))
        let violations = DurabilityChecker.violations(in: builder.trace.ledger, scores: score.stores)
        #expect(violations == [])
        return try #require(score.store(SamplePlan.database))
    }

    @Test(arguments: [1, 300, 3_000, 60_000, 900_000, 900_001] as [Int64], [false, true])
    func `recovery point is the lag, whether or not the old site returns`(
        lag: Int64, oldSiteReturns: Bool
    ) throws {
        let score = try Self.score(
            Self.failover(lag: Span(milliseconds: lag), oldSiteReturns: oldSiteReturns))
        #expect(score.rpa == Span(milliseconds: lag))
        #expect(score.copyAge == Span(milliseconds: lag))
        #expect(score.lost.bytes == ByteCount(lag))
        #expect(score.lost.transactions == (lag + 7_999) / 8_000)
        #expect(score.discarded == .none)
        #expect(score.verdict == (lag <= 900_000 ? .met : .missed))
        #expect(score.documentVerdict == .met)
    }

    @Test func `nothing lost is a recovery point of zero`() throws {
        let score = try Self.score(Self.failover(lag: .zero))
        #expect(score.rpa == .zero)
        #expect(score.lost == .none)
        #expect(score.survived == score.acknowledged)
        #expect(score.verdict == .met)
    }

    @Test func `a commit dropped from the surviving copy moves the recovery point`() throws {
        var builder = TraceBuilder(horizon: .minutes(120))
        _ = builder.fault(at: .minutes(60))
        builder.timeline(of: SamplePlan.database)
        builder.write(on: 0, from: .zero, to: .minutes(60), start: 0, end: 3_600_000)
        builder.copy(of: 0, upTo: 3_599_000)
        let score = try Self.score(builder)
        #expect(score.rpa == .seconds(1))
        #expect(score.lost.bytes == ByteCount(1_000))
        #expect(score.verdict == .met)
    }

    @Test func `a slow stretch loses only what was acknowledged in it`() throws {
        // One byte in 7 s: position 3 is reached at 21 s, position 4 at 28 s.
        var builder = TraceBuilder(horizon: .minutes(10))
        _ = builder.fault(at: .seconds(60))
        builder.timeline(of: SamplePlan.database)
        builder.write(on: 0, from: .zero, to: .seconds(70), start: 0, end: 10)
        builder.copy(of: 0, upTo: 3)
        let score = try Self.score(builder)
        #expect(score.rpa == .seconds(60) - Span(milliseconds: 27_999))
        #expect(score.lost.bytes == ByteCount(5))
        #expect(score.discarded.bytes == ByteCount(2))
    }

    @Test func `a complete copy is as old as its newest commit`() throws {
        var builder = TraceBuilder(horizon: .minutes(120))
        _ = builder.fault(at: .minutes(60))
        builder.timeline(of: SamplePlan.database)
        builder.write(on: 0, from: .zero, to: .minutes(10), start: 0, end: 600_000)
        builder.write(on: 0, from: .minutes(20), to: .minutes(30), start: 600_000, end: 1_200_000)
        builder.copy(of: 0, upTo: 1_200_000)
        let score = try Self.score(builder)
        #expect(score.rpa == .zero)
        #expect(score.copyAge == .minutes(30))
    }

    @Test func `no copy within reach is lost, never a number`() throws {
        var builder = TraceBuilder(horizon: .minutes(120))
        let fault = builder.fault(at: .minutes(60))
        builder.serve(SamplePlan.api, 0, at: .minutes(60), cause: fault)
        builder.timeline(of: SamplePlan.database)
        builder.write(on: 0, from: .zero, to: .minutes(60), start: 0, end: 3_600_000)
        builder.copy(of: 0, upTo: 3_600_000, isAvailable: false)
        let score = Scorer.score(
            trace: builder.trace, plan: SamplePlan.plan(), scenario: SamplePlan.scenario())
        let store = try #require(score.store(SamplePlan.database))
        #expect(store.verdict == .lost)
        #expect(store.rpa == nil)
        #expect(store.lost == store.acknowledged)
        #expect(score.services.map(\.rpoVerdict) == [.lost, .lost])
        #expect(score.money.amount(of: .dataLoss) == nil)
        #expect(score.money.dataLossVerdict == .lost)
    }

    @Test func `writes on both sides of a fork are counted, and one side is discarded`() throws {
        // The partition begins at 60 min, the standby is promoted at 70, the old primary goes on
        // until 80, the new one until 120.
        var builder = TraceBuilder(horizon: .minutes(120))
        _ = builder.fault(at: .minutes(60))
        builder.timeline(of: SamplePlan.database)
        builder.timeline(of: SamplePlan.database, from: 0, fork: 3_600_000, at: .minutes(70))
        builder.write(on: 0, from: .zero, to: .minutes(80), start: 0, end: 4_800_000)
        builder.write(on: 1, from: .minutes(70), to: .minutes(120), start: 3_600_000, end: 6_600_000)
        builder.copy(of: 0, upTo: 4_800_000)
        builder.copy(of: 1, upTo: 6_600_000)
        let score = try Self.score(builder)
        #expect(score.splitBrain.bytes == ByteCount(600_000 + 600_000))
        #expect(score.splitBrain.transactions == 150)
        #expect(score.rpa == .zero)
        #expect(score.lost == .none)
        #expect(score.discarded.bytes == ByteCount(1_200_000))
    }

    /// Bytes written in the time in which two timelines of a fork at 60 min took writes.
    private static func splitBrain(
        elder: [(Int64, Int64)], younger: [(Int64, Int64)], sibling: [(Int64, Int64)] = []
    ) throws -> Int64 {
        var builder = TraceBuilder(horizon: .minutes(120))
        _ = builder.fault(at: .minutes(60))
        builder.timeline(of: SamplePlan.database)
        builder.timeline(of: SamplePlan.database, from: 0, fork: 0, at: .minutes(60))
        builder.timeline(of: SamplePlan.database, from: 0, fork: 0, at: .minutes(61))
        for (timeline, writes) in [elder, younger, sibling].enumerated() {
            var position: Int64 = 0
            for (from, to) in writes {
                builder.write(
                    on: timeline, from: .minutes(from), to: .minutes(to), start: position,
                    end: position + (to - from) * 1_000)
                position += (to - from) * 1_000
            }
        }
        return SplitBrain.bytes(of: SamplePlan.database, in: builder.trace.ledger)
    }

    @Test func `a fork nobody writes to is no split brain`() throws {
        #expect(try Self.splitBrain(elder: [(0, 120)], younger: []) == 0)
    }

    @Test func `what one side takes while the other is silent is no split brain`() throws {
        // The elder is down from 60 to 90 min: only the last ten minutes of both count.
        let bytes = try Self.splitBrain(elder: [(0, 60), (90, 100)], younger: [(65, 120)])
        #expect(bytes == 2 * 10_000)
    }

    @Test func `two forks of a silent timeline split the brain, too`() throws {
        let bytes = try Self.splitBrain(
            elder: [(0, 60)], younger: [(70, 90)], sibling: [(80, 100)])
        #expect(bytes == 2 * 10_000)
    }

    @Test func `an orderly change of primaries is no split brain`() throws {
        #expect(try Self.score(Self.failover(lag: .seconds(3))).splitBrain == .none)
    }

    @Test func `in a chain of forks only what leads to the last survives`() throws {
        var builder = TraceBuilder(horizon: .minutes(100))
        _ = builder.fault(at: .minutes(50))
        builder.timeline(of: SamplePlan.database)
        builder.timeline(of: SamplePlan.database, from: 0, fork: 2_990_000, at: .minutes(55))
        builder.timeline(of: SamplePlan.database, from: 1, fork: 3_200_000, at: .minutes(70))
        builder.write(on: 0, from: .zero, to: .minutes(50), start: 0, end: 3_000_000)
        builder.write(on: 1, from: .minutes(55), to: .minutes(60), start: 2_990_000, end: 3_290_000)
        builder.write(on: 2, from: .minutes(70), to: .minutes(80), start: 3_200_000, end: 3_800_000)
        builder.copy(of: 1, upTo: 3_290_000)
        builder.copy(of: 2, upTo: 3_800_000)
        let score = try Self.score(builder)
        #expect(score.rpa == .seconds(10))
        #expect(score.lost.bytes == ByteCount(10_000))
        #expect(score.discarded.bytes == ByteCount(90_000))
        #expect(score.survived.bytes == ByteCount(2_990_000 + 210_000 + 600_000))
    }

    @Test func `the furthest copy of the last timeline decides`() throws {
        var builder = Self.failover(lag: .seconds(2))
        builder.copy(of: 1, upTo: 3_598_000)
        #expect(try Self.score(builder).discarded == .none)
    }

    @Test(arguments: [(0, Verdict.met), (1, .missed)] as [(Int64, Verdict)])
    func `point in time forgives nothing`(lag: Int64, verdict: Verdict) throws {
        let score = try Self.score(
            Self.failover(lag: Span(milliseconds: lag) + .seconds(lag)), class: "deletion")
        #expect(score.verdict == verdict)
        #expect(score.rpo == .pointInTime)
    }

    @Test(
        arguments: [
            ("region_outage", 1, 0), ("deletion", 0, 1),
        ] as [(IncidentClassID, Int64, Int64)])
    func `where damage is done, what counts is what was acknowledged just before it`(
        incidentClass: IncidentClassID, lost: Int64, discarded: Int64
    ) throws {
        var builder = TraceBuilder(horizon: .minutes(120))
        _ = builder.fault(at: .minutes(60))
        builder.timeline(of: SamplePlan.database)
        builder.write(on: 0, from: .zero, to: .minutes(60), start: 0, end: 3_600_000)
        builder.copy(of: 0, upTo: 3_599_999)
        let score = try Self.score(builder, class: incidentClass)
        #expect(score.rpa == Span(milliseconds: lost))
        #expect(score.lost.bytes == ByteCount(lost))
        #expect(score.discarded.bytes == ByteCount(discarded))
    }

    @Test func `a store nobody lost or missed is not exercised`() throws {
        var builder = TraceBuilder(horizon: .minutes(120))
        _ = builder.fault(at: .minutes(60))
        builder.timeline(of: SamplePlan.database)
        builder.write(on: 0, from: .zero, to: .minutes(120), start: 0, end: 7_200_000)
        builder.copy(of: 0, upTo: 7_200_000)
        let score = try Self.score(builder)
        #expect(score.verdict == .notExercised)
        #expect(score.rpa == .zero)
    }

    @Test func `a service's recovery point is that of what it needs, and what that needs`() throws {
        let score = Scorer.score(
            trace: Self.failover(lag: .minutes(20)).trace, plan: SamplePlan.plan(),
            scenario: SamplePlan.scenario())
        #expect(score.services.map(\.rpa) == [.minutes(20), .minutes(20)])
        #expect(score.services.map(\.rpoVerdict) == [.missed, .met])
    }

    @Test func `of several stores the worst decides`() throws {
        let (plan, files) = Self.planWithFiles
        var builder = Self.failover(lag: .minutes(2))
        builder.timeline(of: files)
        builder.write(on: 2, from: .zero, to: .minutes(60), start: 0, end: 3_600_000)
        builder.copy(of: 2, upTo: 3_000_000)
        let score = Scorer.score(
            trace: builder.trace, plan: plan, scenario: SamplePlan.scenario())
        #expect(score.stores.map(\.rpa) == [.minutes(2), .minutes(10)])
        #expect(score.services.map(\.rpa) == [.minutes(2), .minutes(10)])
        #expect(score.stores.map(\.rpo) == [.span(.minutes(15)), .span(.hours(1))])
        #expect(score.money.amount(of: .dataLoss) == .rounding(12_500 / 6))
    }

    @Test func `a store that no service needs can be lost, and decides nothing`() throws {
        var (plan, files) = Self.planWithFiles
        plan.services[1].stores = []
        var builder = Self.failover(lag: .minutes(2))
        builder.timeline(of: files)
        builder.write(on: 2, from: .zero, to: .minutes(60), start: 0, end: 3_600_000)
        let alone = Scorer.score(trace: builder.trace, plan: plan, scenario: SamplePlan.scenario())
        #expect(alone.store(files)?.isLost == true)
        #expect(alone.dataLoss == .recoveryPoint(.minutes(2)))
        #expect(alone.money.amount(of: .dataLoss) == .rounding(12_500 / 30))
        plan.services[1].stores = [files]
        let needed = Scorer.score(trace: builder.trace, plan: plan, scenario: SamplePlan.scenario())
        #expect(needed.dataLoss == .lost)
        #expect(needed.money.amount(of: .dataLoss) == nil)
    }

    /// A plan whose portal needs a database of its own, too: its second store.
    static var planWithFiles: (plan: Plan, files: StoreID) {
        var plan = SamplePlan.plan()
        let files = Store(
            id: "files", title: "Files", kind: .postgres, hostKey: "FILES_HOST", source: "test")
        plan.stores.append(files)
        plan.services[1].stores = [files.id]
        return (plan, files.id)
    }

    @Test func `what is lost is lost where nothing was promised, too`() throws {
        var builder = TraceBuilder(horizon: .minutes(120))
        let fault = builder.fault(at: .minutes(60))
        builder.serve(SamplePlan.api, 0, at: .minutes(60), cause: fault)
        builder.timeline(of: SamplePlan.database)
        builder.write(on: 0, from: .zero, to: .minutes(60), start: 0, end: 3_600_000)
        var scenario = SamplePlan.scenario()
        scenario.incidentClass = nil
        let score = Scorer.score(trace: builder.trace, plan: SamplePlan.plan(), scenario: scenario)
        #expect(score.store(SamplePlan.database)?.rpo == nil)
        #expect(score.store(SamplePlan.database)?.isLost == true)
        #expect(score.dataLoss == .lost)
    }

    @Test(arguments: 0..<100)
    func `acknowledged is survived and lost and discarded, whatever the forks`(seed: Int) throws {
        var dice = Dice(seed: UInt64(seed))
        var builder = TraceBuilder(horizon: .hours(10))
        _ = builder.fault(at: .minutes(dice.roll(300)))
        var ends: [(time: Span, position: Int64)] = []
        for timeline in 0..<5 {
            let parent = timeline == 0 ? nil : Int(dice.roll(Int64(timeline)))
            let fork = parent.map { dice.roll(ends[$0].position + 1) } ?? 0
            let began = Span.minutes(Int64(timeline) * 60 + dice.roll(30))
            builder.timeline(of: SamplePlan.database, from: parent, fork: fork, at: began)
            var end = (time: began, position: fork)
            for _ in 0..<4 {
                let next = (
                    time: end.time + Span(milliseconds: 1 + dice.roll(2_000_000)),
                    position: end.position + dice.roll(1_000_000)
                )
                builder.write(
                    on: timeline, from: end.time, to: next.time, start: end.position, end: next.position)
                end = next
            }
            ends.append(end)
            if dice.roll(2) == 0 { builder.copy(of: timeline, upTo: dice.roll(end.position + 1)) }
        }
        let score = try Self.score(builder)
        #expect(score.rpa == nil || (score.rpa == .zero) == (score.lost == .none))
        let parts = [score.survived, score.lost, score.discarded].map(\.transactions)
        #expect(parts.reduce(0, +) == score.acknowledged.transactions)
        #expect(parts.allSatisfy { $0 >= 0 })
    }
}

struct DurabilityCheckerTests {
    @Test func `what was discarded is counted, not what the others leave over`() throws {
        // The old side writes on after it returns; the new one is the history that goes on.
        var builder = StoreScorerTests.failover(lag: .seconds(5), oldSiteReturns: true)
        builder.write(on: 0, from: .minutes(80), to: .minutes(100), start: 3_600_000, end: 4_800_000)
        let score = Scorer.score(
            trace: builder.trace, plan: SamplePlan.plan(), scenario: SamplePlan.scenario())
        let store = try #require(score.store(SamplePlan.database))
        #expect(store.discarded.bytes == ByteCount(1_200_000))
        #expect(store.lost.bytes == ByteCount(5_000))
        #expect(DurabilityChecker.violations(in: builder.trace.ledger, scores: score.stores) == [])
    }

    @Test func `books that do not balance are found`() throws {
        var builder = StoreScorerTests.failover(lag: .seconds(5))
        var score = try StoreScorerTests.score(builder)
        score.lost = .none
        #expect(
            DurabilityChecker.violations(in: builder.trace.ledger, scores: [score]) == [
                .unbalanced(SamplePlan.database, acknowledged: 6_600_000, accounted: 6_595_000)
            ])
        score = try StoreScorerTests.score(builder)
        (score.survived.bytes, score.lost.bytes) = (score.survived.bytes + ByteCount(5_000), .zero)
        #expect(
            DurabilityChecker.violations(in: builder.trace.ledger, scores: [score]) == [
                .misheld(SamplePlan.database, survived: 6_600_000, held: 6_595_000)
            ])
        builder.write(on: 1, from: .minutes(119), to: .minutes(121), start: 6_000_000, end: 6_700_000)
        builder.write(on: 1, from: .minutes(125), to: .minutes(124), start: 6_800_000, end: 6_700_000)
        builder.timeline(of: SamplePlan.database, from: 0, fork: 99_999_999)
        builder.copy(of: 0, upTo: 88_888_888)
        #expect(
            DurabilityChecker.violations(in: builder.trace.ledger, scores: []) == [
                .rewrittenHistory(2), .impossibleStretch(3), .forkFromNowhere(2), .copyOfNothing(2),
            ])
    }
}
