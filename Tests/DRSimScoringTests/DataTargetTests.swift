import DRSimPlan
import DRSimScoring
import DRSimTestSupport
import DRSimTrace
import DRSimUnits
import Testing

/// What stores are held against where more than one fault strikes.
///
/// Writes of 1 000 bytes a second, so that a position in bytes is an instant in milliseconds.
struct DataTargetTests {
    /// A primary crashes at 10 min and its standby goes on, a millisecond behind. At 60 min the region is
    /// lost, and its replica, 40 s behind, is promoted five minutes later.
    private static func crashThenOutage() -> TraceBuilder {
        var builder = TraceBuilder(horizon: .minutes(120))
        _ = builder.fault("crash", at: .minutes(10))
        _ = builder.fault("outage", at: .minutes(60))
        builder.timeline(of: SamplePlan.database)
        builder.timeline(of: SamplePlan.database, from: 0, fork: 599_999, at: .minutes(10) + .seconds(3))
        builder.timeline(
            of: SamplePlan.database, from: 1, fork: 3_556_999, at: .minutes(65), site: "elsewhere")
        builder.write(on: 0, from: .zero, to: .minutes(10), start: 0, end: 600_000)
        builder.write(
            on: 1, from: .minutes(10) + .seconds(3), to: .minutes(40), start: 599_999, end: 2_396_999)
        builder.write(on: 1, from: .minutes(40), to: .minutes(60), start: 2_396_999, end: 3_596_999)
        builder.write(on: 2, from: .minutes(65), to: .minutes(120), start: 3_556_999, end: 6_856_999)
        builder.copy(of: 2, upTo: 6_856_999, site: "elsewhere")
        return builder
    }

    @Test func `a crash that lost next to nothing does not hide what a later disaster loses`() throws {
        let score = try StoreScorerTests.score(Self.crashThenOutage())
        #expect(score.rpa == .seconds(40))
        #expect(score.copyAge == .seconds(40))
        #expect(score.lost.bytes == ByteCount(40_001))
        #expect(score.discarded == .none)
        #expect(score.losses.map(\.fault) == ["crash", "outage"])
        #expect(score.losses.map(\.lost.bytes) == [ByteCount(1), ByteCount(40_000)])
    }

    @Test func `what a returning region writes is discarded, whatever strikes later`() throws {
        var builder = Self.crashThenOutage()
        builder.write(on: 1, from: .minutes(80), to: .minutes(110), start: 3_596_999, end: 5_396_999)
        _ = builder.fault("late", at: .minutes(100))
        let score = try StoreScorerTests.score(builder)
        #expect(score.rpa == .seconds(40))
        #expect(score.lost.bytes == ByteCount(40_001))
        #expect(score.discarded.bytes == ByteCount(1_800_000))
        #expect(score.losses.map(\.fault) == ["crash", "outage"])
        #expect(score.losses.map(\.discarded.bytes) == [.zero, ByteCount(1_800_000)])
    }

    @Test func `what is lost with a region that was failed over to is held against its loss`() throws {
        // The first region is back an hour after the second is lost, and goes on where it stopped.
        var builder = TraceBuilder(horizon: .minutes(240))
        _ = builder.fault("first", at: .minutes(60))
        _ = builder.fault("second", at: .minutes(120))
        builder.timeline(of: SamplePlan.database)
        builder.timeline(of: SamplePlan.database, from: 0, fork: 3_600_000, at: .minutes(70), site: "other")
        builder.write(on: 0, from: .zero, to: .minutes(60), start: 0, end: 3_600_000)
        builder.write(on: 1, from: .minutes(70), to: .minutes(120), start: 3_600_000, end: 6_600_000)
        builder.write(on: 0, from: .minutes(180), to: .minutes(240), start: 3_600_000, end: 7_200_000)
        builder.copy(of: 0, upTo: 7_200_000)
        builder.copy(of: 1, upTo: 6_600_000, site: "other", isAvailable: false)
        let score = try StoreScorerTests.score(builder)
        #expect(score.rpa == .minutes(50))
        #expect(score.lost.bytes == ByteCount(3_000_000))
        #expect(score.discarded == .none)
        #expect(score.losses.map(\.fault) == ["second"])
    }

    @Test func `a damage that was mended does not hide what a later outage loses`() throws {
        // Spoilt at 20 min, restored to just before that at 30; at 60 min 5 s of writes go with the region.
        var builder = TraceBuilder(horizon: .minutes(120))
        let spoilt = builder.fault("corruption", at: .minutes(20))
        _ = builder.fault("outage", at: .minutes(60))
        builder.timeline(of: SamplePlan.database)
        builder.timeline(
            of: SamplePlan.database, from: 0, fork: 1_200_000, at: .minutes(30), isRestored: true)
        builder.write(on: 0, from: .zero, to: .minutes(30), start: 0, end: 1_800_000)
        builder.write(on: 1, from: .minutes(30), to: .minutes(60), start: 1_200_000, end: 3_000_000)
        builder.damage(on: 0, at: .minutes(20), position: 1_200_000, cause: spoilt)
        builder.copy(of: 1, upTo: 2_995_000)
        let score = try StoreScorerTests.score(builder)
        #expect(score.rpa == .seconds(5))
        #expect(score.lost.bytes == ByteCount(5_000))
        #expect(score.discarded.bytes == ByteCount(600_000))
    }

    @Test func `a store beside the database is held against when it was struck`() throws {
        var builder = TraceBuilder()
        _ = builder.fault("crash", at: .minutes(1))
        let outage = builder.fault("outage", at: .hours(20))
        var keeping = StoreKeeping(
            store: "files", struckAt: .start + .hours(20), cause: outage, isThere: false)
        keeping.copies = [.init(takenAt: .start + .hours(17), site: "bucket", isAvailable: true)]
        builder.keep(keeping)
        var plan = SamplePlan.plan()
        plan.stores.append(Store(id: "files", title: "Files", kind: .files, hostKey: "", source: "test"))
        let score = Scorer.score(trace: builder.trace, plan: plan, scenario: SamplePlan.scenario())
        let files = try #require(score.store("files"))
        #expect(files.rpa == .hours(3))
        #expect(files.copyAge == .hours(3))
    }
}
