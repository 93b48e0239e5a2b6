import DRSimPlan
import DRSimTestSupport
import DRSimTrace
import DRSimUnits
import Testing

struct TraceTests {
    @Test func `causes lead from the fault to the fact`() {
        var builder = TraceBuilder()
        let fault = builder.fault(at: .minutes(1))
        let alert = builder.fact(.alertSent, at: .minutes(2), cause: fault, actor: .plan)
        builder.fact(.paged, at: .minutes(3), cause: alert, actor: .plan)
        let started = builder.fact(.procedureStarted, at: .minutes(4), cause: alert, actor: .plan)
        #expect(builder.trace.causes(of: started) == [fault, alert, started])
        #expect(builder.trace.causes(of: fault) == [fault])
    }

    @Test func `a fact is found by its number and gives its figures by key`() {
        var builder = TraceBuilder()
        let id = builder.fact(
            .stepFailed, at: .minutes(1), actor: .plan,
            details: [.init(.status, .number(1)), .init(.command, .text("kubectl"))])
        let fact = builder.trace[id]
        #expect(fact.number(.status) == 1)
        #expect(fact.string(.command) == "kubectl")
        #expect(fact.number(.command) == nil)
        #expect(fact.string(.status) == nil)
        #expect(fact.number(.share) == nil)
    }
}

struct ServedSegmentTests {
    static let rising = ServedSegment(
        service: "api", from: .start, share: .none, until: .start + .minutes(10), finalShare: .all,
        cause: nil)

    @Test(arguments: [(-1, 0), (0, 0), (3, 30), (10, 100), (60, 100)] as [(Int64, Int64)])
    func `a share moves in a straight line and then stays`(minute: Int64, percent: Int64) {
        #expect(Self.rising.share(at: .start + .minutes(minute)) == .percent(percent))
    }

    @Test func `a level segment is level`() {
        let level = ServedSegment(service: "api", from: .start, share: .percent(70), cause: nil)
        #expect(level.share(at: .start) == .percent(70))
        #expect(level.share(at: .never) == .percent(70))
    }
}
