import DRSimPlan
import DRSimTestSupport
import DRSimTrace
import DRSimUnits
import Testing

struct CanonicalEncoderTests {
    /// A trace with one of everything.
    static func trace() -> Trace {
        var builder = TraceBuilder(horizon: .hours(1))
        let fault = builder.fault("west", at: .minutes(1))
        builder.fact(
            .stepFailed, "step", at: .minutes(2), cause: fault, actor: .plan, phase: "step",
            details: [.init(.status, .number(-1)), .init(.output, .text("größer"))])
        builder.serve("api", 0, at: .minutes(1), movingTo: 100, by: .minutes(3), cause: fault)
        builder.protect("database", true, at: .zero, cause: nil)
        builder.timeline(of: "database", site: "west")
        builder.write(on: 0, from: .zero, to: .minutes(1), start: 0, end: 7)
        builder.copy(of: 0, upTo: 7, site: "west", isAvailable: false)
        builder.damage(on: 0, at: .minutes(1), position: 6, percent: 5, isSilent: true, cause: fault)
        return builder.trace
    }

    @Test func `numbers are eight bytes, least significant first, and text is its length and UTF-8`() {
        let bytes = CanonicalEncoder.encode(
            Trace(start: CalendarTime(millisecondsSinceEpoch: 258), horizon: .never))
        let header: [UInt8] = [13, 0, 0, 0, 0, 0, 0, 0] + Array("drsim.trace/1".utf8)
        let start: [UInt8] = [2, 1, 0, 0, 0, 0, 0, 0]
        let horizon: [UInt8] = [255, 255, 255, 255, 255, 255, 255, 127]
        #expect(bytes == header + start + horizon + Array(repeating: 0, count: 9 * 8))
    }

    @Test func `a trace with one of everything has the length its format gives`() {
        let text = { (string: String) in 8 + string.utf8.count }
        let head = text("drsim.trace/1") + 2 * 8 + 9 * 8
        let fault = 8 + text("fault_injected") + text("west") + 8 + text("") + 8 + text("fault") + 8
        let step =
            8 + text("step_failed") + text("step") + 8 + text("test") + 8 + text("step") + 8
            + text("status") + 8 + text("output") + text("größer")
        let served = text("api") + 5 * 8
        let protection = text("database") + 3 * 8
        let timeline = text("database") + 3 * 8 + text("west") + 8 + 8
        let (stretch, copy, damage) = (5 * 8, 2 * 8 + text("west") + 8, 6 * 8)
        #expect(
            CanonicalEncoder.encode(Self.trace()).count
                == head + fault + step + served + protection + timeline + stretch + copy + damage)
    }

    @Test func `equal traces have equal bytes`() {
        #expect(CanonicalEncoder.encode(Self.trace()) == CanonicalEncoder.encode(Self.trace()))
    }

    @Test func `a better sentence changes no byte`() {
        var trace = Self.trace()
        trace.facts[1].text = "said better"
        #expect(CanonicalEncoder.encode(trace) == CanonicalEncoder.encode(Self.trace()))
        #expect(trace != Self.trace())
    }

    /// A name for the test's output and something that changes a trace.
    struct Change: Sendable, CustomTestStringConvertible {
        var testDescription: String
        var apply: @Sendable (inout Trace) -> Void

        init(_ name: String, _ apply: @escaping @Sendable (inout Trace) -> Void) {
            (testDescription, self.apply) = (name, apply)
        }
    }

    static let changes = [
        Change("start") { $0.start = CalendarTime(year: 2026, month: 3, day: 11) },
        Change("horizon") { $0.horizon = .start },
        Change("instant") { $0.facts[1].at = .start },
        Change("kind") { $0.facts[1].kind = .stepSucceeded },
        Change("entity") { $0.facts[1].entity = "other" },
        Change("cause") { $0.facts[1].cause = nil },
        Change("source") { $0.facts[1].source = "L1" },
        Change("actor") { $0.facts[1].actor = .people },
        Change("phase") { $0.facts[1].phase = "other" },
        Change("detail") { $0.facts[1].details[0].value = .number(0) },
        Change("fewer facts") { $0.facts.removeLast() },
        Change("share") { $0.served[0].share = .all },
        Change("final share") { $0.served[0].finalShare = .none },
        Change("turn") { $0.served[0].until = .start },
        Change("segment's cause") { $0.served[0].cause = nil },
        Change("fork") { $0.ledger.timelines[0].fork = ByteCount(1) },
        Change("site") { $0.ledger.timelines[0].site = "east" },
        Change("restored") { $0.ledger.timelines[0].isRestored = true },
        Change("commit") { $0.ledger.writes[0].end = ByteCount(8) },
        Change("copy") { $0.ledger.copies[0].isAvailable = true },
        Change("damage") { $0.ledger.damages[0].position = ByteCount(5) },
        Change("spoilt share") { $0.ledger.damages[0].share = .percent(6) },
        Change("silence") { $0.ledger.damages[0].isSilent = false },
    ]

    @Test(arguments: changes)
    func `anything else does`(change: Change) {
        var trace = Self.trace()
        change.apply(&trace)
        #expect(CanonicalEncoder.encode(trace) != CanonicalEncoder.encode(Self.trace()))
    }
}
