import DRSimPlan
import DRSimScoring
import DRSimTestSupport
import DRSimTrace
import DRSimUnits
import Testing

/// What the stores beside the database score, from what is left of them.
@Suite struct KeepingTests {
    /// An outage of an hour, and a store of files whose original is there at the end or not.
    private func score(isThere: Bool, _ copies: [StoreKeeping.Copy]) throws -> StoreScore {
        var builder = TraceBuilder()
        let fault = builder.fault(at: .hours(2))
        builder.serve(SamplePlan.api, 0, at: .hours(2), cause: fault)
        var keeping = StoreKeeping(
            store: "files", struckAt: .start + .hours(2), cause: fault, isThere: isThere)
        keeping.copies = copies
        builder.keep(keeping)
        var plan = SamplePlan.plan()
        plan.stores.append(Store(id: "files", title: "Files", kind: .files, hostKey: "", source: "test"))
        let score = Scorer.score(trace: builder.trace, plan: plan, scenario: SamplePlan.scenario())
        return try #require(score.stores.first { $0.id == "files" })
    }

    private func copy(_ hours: Int64, _ isAvailable: Bool) -> StoreKeeping.Copy {
        .init(takenAt: .start + .hours(hours), site: "bucket", isAvailable: isAvailable)
    }

    @Test func `an original that is there again has lost nothing, and its copies have an age`() throws {
        let score = try score(isThere: true, [copy(1, false), copy(-3, true)])
        #expect(score.rpa == .zero && score.copyAge == .hours(5))
        #expect(!score.isLost)
    }

    @Test func `without the original the newest copy that can be reached is what there is`() throws {
        let score = try score(isThere: false, [copy(1, false), copy(-3, true), copy(-30, true)])
        #expect(score.rpa == .hours(5))
    }

    @Test func `a copy of later than the loss lacks nothing of what it took, and tells no age`() throws {
        let score = try score(isThere: false, [copy(3, true), copy(-3, true)])
        #expect(score.rpa == .zero && score.copyAge == .hours(5))
    }

    @Test func `where no copy can be reached the store is lost, whatever was promised`() throws {
        let score = try score(isThere: false, [copy(1, false)])
        #expect(score.rpa == nil && score.isLost)
    }
}
