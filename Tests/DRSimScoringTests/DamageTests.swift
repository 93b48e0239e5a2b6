import DRSimPlan
import DRSimScoring
import DRSimTestSupport
import DRSimTrace
import DRSimUnits
import Testing

/// Data are spoilt at 60 min; 1 000 bytes a second are written, so that a position is an instant.
struct DamageTests {
    private static let struck = Span.minutes(60)

    /// The damaged history goes on to the horizon, or until a recovery took its place.
    private static func damaged(until end: Span = .minutes(120)) -> TraceBuilder {
        var builder = TraceBuilder(horizon: .minutes(120))
        let fault = builder.fault(at: struck)
        builder.timeline(of: SamplePlan.database, site: "old")
        builder.write(on: 0, from: .zero, to: struck, start: 0, end: 3_600_000)
        builder.write(on: 0, from: struck, to: struck, start: 3_600_000, end: 3_600_001)
        builder.write(
            on: 0, from: struck, to: end, start: 3_600_001, end: 1 + end.milliseconds)
        builder.damage(on: 0, at: struck, position: 3_600_000, cause: fault)
        builder.copy(of: 0, upTo: 1 + end.milliseconds, site: "old")
        return builder
    }

    /// A new database is made from a backup, up to a position; users go on there from 100 min on.
    private static func recovered(upTo position: Int64) -> TraceBuilder {
        var builder = damaged(until: .minutes(100))
        builder.timeline(
            of: SamplePlan.database, from: 0, fork: position, at: .minutes(90), site: "new",
            isRestored: true)
        builder.write(
            on: 1, from: .minutes(100), to: .minutes(120), start: position, end: position + 1_200_000)
        builder.copy(of: 1, upTo: position + 1_200_000, site: "new")
        return builder
    }

    @Test(arguments: ["region_outage", "deletion"] as [IncidentClassID])
    func `a copy up to just before the damage loses nothing, and what came after it is discarded`(
        incidentClass: IncidentClassID
    ) throws {
        let score = try StoreScorerTests.score(Self.recovered(upTo: 3_600_000), class: incidentClass)
        #expect(score.rpa == .zero)
        #expect(score.lost == .none)
        #expect(score.discarded.bytes == ByteCount(1 + 40 * 60_000))
        #expect(score.splitBrain == .none)
        #expect(score.verdict == .met)
    }

    @Test func `one that ends a second earlier misses a point in time`() throws {
        let score = try StoreScorerTests.score(Self.recovered(upTo: 3_599_000), class: "deletion")
        #expect(score.lost.bytes == ByteCount(999))
        #expect(score.rpa == Span(milliseconds: 999))
        #expect(score.verdict == .missed)
        #expect(try StoreScorerTests.score(Self.recovered(upTo: 3_599_000)).verdict == .met)
    }

    @Test func `a copy that holds the damage is no copy`() throws {
        for builder in [Self.damaged(), Self.recovered(upTo: 3_600_001)] {
            let score = try StoreScorerTests.score(builder)
            #expect(score.verdict == .lost)
            #expect(score.rpa == nil)
            #expect(score.survived == .none)
        }
    }

    @Test func `a standby that had not received it is one`() throws {
        var builder = Self.damaged()
        builder.timeline(of: SamplePlan.database, from: 0, fork: 3_599_700, at: .minutes(61))
        builder.copy(of: 1, upTo: 3_599_700)
        let score = try StoreScorerTests.score(builder)
        #expect(score.rpa == Span(milliseconds: 299))
        #expect(score.verdict == .met)
    }

    @Test func `what is restored for a test does not take the place of what users write to`() throws {
        var builder = TraceBuilder(horizon: .minutes(120))
        _ = builder.fault(at: Self.struck)
        builder.timeline(of: SamplePlan.database, site: "old")
        builder.write(on: 0, from: .zero, to: .minutes(120), start: 0, end: 7_200_000)
        builder.copy(of: 0, upTo: 7_200_000, site: "old")
        builder.timeline(
            of: SamplePlan.database, from: 0, fork: 1_000_000, at: .minutes(90), site: "test",
            isRestored: true)
        builder.copy(of: 1, upTo: 1_000_000, site: "test")
        let score = try StoreScorerTests.score(builder)
        #expect(score.rpa == .zero)
        #expect(score.survived == score.acknowledged)
        #expect(score.splitBrain == .none)
    }

    @Test func `an empty database that users were led to loses everything`() throws {
        var builder = TraceBuilder(horizon: .minutes(120))
        _ = builder.fault(at: Self.struck)
        builder.timeline(of: SamplePlan.database, site: "old")
        builder.write(on: 0, from: .zero, to: .minutes(100), start: 0, end: 6_000_000)
        builder.copy(of: 0, upTo: 6_000_000, site: "old")
        builder.timeline(of: SamplePlan.database, at: .minutes(90), site: "new", isRestored: true)
        builder.write(on: 1, from: .minutes(100), to: .minutes(120), start: 0, end: 1_200_000)
        builder.copy(of: 1, upTo: 1_200_000, site: "new")
        let score = try StoreScorerTests.score(builder)
        #expect(score.lost.bytes == ByteCount(3_600_000))
        #expect(score.survived.bytes == ByteCount(1_200_000))
        #expect(score.rpa == Self.struck)
    }

    @Test func `a damage where nothing was written is found`() {
        var builder = Self.damaged()
        builder.damage(on: 0, at: .minutes(60), position: 99_999_999)
        #expect(
            DurabilityChecker.violations(in: builder.trace.ledger, scores: []) == [.damageOfNothing(1)])
    }

    /// An intruder's way in stands in the log from 30 min on; at 60 min they encrypt, or do not.
    private static func intruded(encrypts: Bool, restoredTo position: Int64? = nil) -> TraceBuilder {
        var builder = TraceBuilder(horizon: .minutes(120))
        let fault = builder.fault(at: .minutes(30))
        builder.timeline(of: SamplePlan.database, site: "old")
        let end: Int64 = position == nil ? 7_200_000 : 6_000_000
        builder.write(on: 0, from: .zero, to: Span(milliseconds: end), start: 0, end: end)
        builder.damage(
            on: 0, at: .minutes(30), position: 1_800_000, percent: 0, isPresence: true, cause: fault)
        if encrypts { builder.damage(on: 0, at: struck, position: 3_600_000, cause: fault) }
        builder.copy(of: 0, upTo: end, site: "old")
        guard let position else { return builder }
        builder.timeline(
            of: SamplePlan.database, from: 0, fork: position, at: .minutes(90), site: "new",
            isRestored: true)
        builder.write(
            on: 1, from: .minutes(100), to: .minutes(120), start: position, end: position + 1_200_000)
        builder.copy(of: 1, upTo: position + 1_200_000, site: "new")
        return builder
    }

    @Test func `a clean point lies before the intruder's entry, and the loss counts to their strike`() throws
    {
        let clean = try StoreScorerTests.score(Self.intruded(encrypts: true, restoredTo: 1_800_000))
        #expect(clean.rpa == .minutes(30) - Span(milliseconds: 1))
        #expect(clean.verdict == .missed)
        let held = try StoreScorerTests.score(Self.intruded(encrypts: true, restoredTo: 3_600_000))
        #expect(held.verdict == .lost)
        #expect(try StoreScorerTests.score(Self.intruded(encrypts: true)).verdict == .lost)
    }

    @Test func `an intruder who was stopped before they struck has cost no data`() throws {
        let score = try StoreScorerTests.score(Self.intruded(encrypts: false))
        #expect(score.rpa == .zero)
        #expect(score.lost == .none && score.discarded == .none)
    }
}
