import DRSimPlan
import DRSimScoring
import DRSimTestSupport
import DRSimTrace
import DRSimUnits
import Testing

struct UnprotectedTimeTests {
    private static func builder() -> TraceBuilder {
        var builder = TraceBuilder(horizon: .hours(24))
        let fault = builder.fault(at: .hours(1))
        builder.protect("orders", true, at: .zero, cause: nil)
        builder.protect("mail", false, at: .zero, cause: nil)
        builder.protect("orders", false, at: .hours(1), cause: fault)
        builder.protect("orders", true, at: .hours(3), cause: fault)
        builder.protect("mail", true, at: .hours(4), cause: fault)
        builder.protect("orders", false, at: .hours(20), cause: fault)
        return builder
    }

    @Test func `sums what lies between the loss of protection and its return, or the horizon`() {
        let times = UnprotectedTime.all(in: Self.builder().trace)
        #expect(times.map(\.store) == ["orders", "mail"])
        #expect(times.map(\.total) == [.hours(6), .hours(4)])
        #expect(times.map(\.longest) == [.hours(4), .hours(4)])
    }

    @Test func `the worst store's seconds are a count a contract can name`() {
        #expect(MilestonesTests.score(Self.builder()).counts[.unprotectedSeconds] == 6 * 3_600)
        #expect(MilestonesTests.score(TraceBuilder()).counts[.unprotectedSeconds] == 0)
    }
}
