import DRSimPlan
import DRSimTestSupport
import DRSimTrace
import DRSimUnits
import Testing

@testable import DRSimCLI

struct TimelineViewTests {
    private func lines(showsAll: Bool = false, _ build: (inout TraceBuilder) -> Void) -> [String] {
        var builder = TraceBuilder()
        build(&builder)
        let view = TimelineView(trace: builder.trace, onset: .start + .minutes(1), showsAll: showsAll)
        return view.text.split(separator: "\n").map(String.init)
    }

    @Test func `tells services that go at one instant on one line`() {
        let lines = lines { builder in
            let fault = builder.fault("fault", at: .minutes(1))
            for name in ["a", "b", "c", "d", "e"] {
                builder.fact(.serviceUnavailable, name, at: .minutes(1), cause: fault, actor: .consequence)
            }
        }
        #expect(
            lines == [
                "           +0s  ✗ faultInjected fault  [scenario]",
                "           +0s  ✗ 5 services unavailable: a, b, c, …  [test]",
                "               2 of 6 facts; --trace shows every one",
            ])
    }

    @Test func `counts a procedure that is carried out again instead of telling it`() {
        let lines = lines { builder in
            let fault = builder.fault("fault", at: .minutes(1))
            for minute in [2, 4, 6] as [Int64] { procedure("failover", at: minute, fault, in: &builder) }
        }
        #expect(lines.count == 1 + 4 + 2)
        #expect(lines.suffix(2).first?.hasSuffix("… failover is carried out 2 more times") == true)
    }

    @Test func `a playbook that ends does not bring a repeated procedure back`() {
        let lines = lines { builder in
            let fault = builder.fault("fault", at: .minutes(1))
            procedure("failover", at: 2, fault, in: &builder)
            builder.fact(.procedureStarted, "failover", at: .minutes(4), cause: fault, actor: .plan)
            procedure("playbook", at: 5, fault, in: &builder)
            step("failover", at: .minutes(7), fault, in: &builder)
            builder.fact(.procedureCompleted, "failover", at: .minutes(8), cause: fault, actor: .plan)
        }
        #expect(lines.count { $0.contains("stepStarted failover") } == 1)
        #expect(lines.count { $0.contains("stepStarted playbook") } == 1)
        #expect(lines.suffix(2).first?.hasSuffix("failover is carried out once more") == true)
    }

    @Test func `tells a message that goes out through several channels on one line`() {
        let lines = lines { builder in
            let fault = builder.fault("fault", at: .minutes(1))
            for channel in ["chat", "pager"] {
                builder.fact(
                    .alertSent, channel, at: .minutes(2), cause: fault, actor: .plan,
                    text: "alert goes out through \(channel)")
            }
        }
        #expect(lines.contains("       +1m 00s    alert goes out through chat, pager  [test]"))
    }

    @Test func `leaves out steps that went as they should and counts what people tick off`() {
        let lines = lines { builder in
            let fault = builder.fault("fault", at: .minutes(1))
            builder.fact(.stepSucceeded, "book", at: .minutes(2), cause: fault, actor: .plan)
            builder.fact(.stepFailed, "book", at: .minutes(3), cause: fault, actor: .plan)
            for _ in 0..<3 {
                builder.fact(.responseItemDone, "lead", at: .minutes(4), cause: fault, actor: .people)
            }
        }
        #expect(lines.count == 4)
        #expect(lines[1].contains("stepFailed book"))
        #expect(lines[2].hasSuffix("… 3 items of the immediate response are done"))
        #expect(lines[3].hasSuffix("2 of 6 facts; --trace shows every one"))
    }

    @Test func `cuts what does not fit, but never where it comes from`() {
        var builder = TraceBuilder()
        let fault = builder.fault("fault", at: .minutes(1))
        builder.fact(
            .databaseWritable, "db", at: .minutes(2), cause: fault, actor: .platform,
            text: String(repeating: "word ", count: 40))
        let view = TimelineView(trace: builder.trace, onset: .start + .minutes(1), width: 80)
        let line = view.text.split(separator: "\n")[1]
        #expect(line.count == 80)
        #expect(line.hasSuffix("…  [test]"))
        let all = TimelineView(trace: builder.trace, onset: .start, showsAll: true, width: 80).text
        #expect(all.split(separator: "\n")[1].count > 200)
    }

    @Test func `shows every fact where everything is asked for`() {
        let lines = lines(showsAll: true) { builder in
            let fault = builder.fault("fault", at: .minutes(1))
            builder.fact(.podReady, "pod", at: .minutes(2), cause: fault, actor: .platform)
            for minute in [2, 4] as [Int64] { procedure("failover", at: minute, fault, in: &builder) }
        }
        #expect(lines.count == 2 + 4 + 4)
    }

    @Test func `tells in full what follows the next strike, and before it what was counted`() {
        let lines = lines { builder in
            let fault = builder.fault("fault", at: .minutes(1))
            for minute in [2, 4] as [Int64] { procedure("failover", at: minute, fault, in: &builder) }
            let again = builder.fault("again", at: .minutes(10))
            for minute in [11, 13, 15] as [Int64] { procedure("failover", at: minute, again, in: &builder) }
        }
        #expect(lines.count == 2 * (1 + 4 + 1) + 1)
        #expect(lines[5].hasSuffix("… failover is carried out once more"))
        #expect(lines[6].contains("faultInjected again"))
        #expect(lines.count { $0.contains("disasterDetected failover") } == 2)
        #expect(lines[11].hasSuffix("… failover is carried out 2 more times"))
        #expect(lines[12].hasSuffix("10 of 22 facts; --trace shows every one"))
    }

    @Test func `a procedure into which a fault strikes is told to its end, and the next from its beginning`()
    {
        let lines = lines { builder in
            let fault = builder.fault("fault", at: .minutes(1))
            builder.fact(.procedureStarted, "failover", at: .minutes(2), cause: fault, actor: .plan)
            _ = builder.fault("second", at: .minutes(3))
            builder.fact(.procedureFailed, "failover", at: .minutes(4), cause: fault, actor: .plan)
            for minute in [5, 7] as [Int64] { procedure("failover", at: minute, fault, in: &builder) }
        }
        #expect(lines.count == 4 + 4 + 2)
        #expect(lines[3].contains("procedureFailed failover"))
        #expect(lines.count { $0.contains("procedureStarted failover") } == 2)
        #expect(lines[8].hasSuffix("… failover is carried out once more"))
    }

    @Test(arguments: [[FactKind.latchReset], [.incidentClosed, .decisionMade]])
    func `what people call a new incident is told in full`(kinds: [FactKind]) {
        let lines = lines { builder in
            let fault = builder.fault("fault", at: .minutes(1))
            procedure("failover", at: 2, fault, in: &builder)
            for kind in kinds {
                builder.fact(kind, "lead", at: .minutes(5), cause: fault, actor: .people)
            }
            procedure("failover", at: 6, fault, in: &builder)
        }
        #expect(lines.count { $0.contains("procedureCompleted failover") } == 2)
    }

    @Test func `a decision within an incident is no new one`() {
        let lines = lines { builder in
            let fault = builder.fault("fault", at: .minutes(1))
            procedure("failover", at: 2, fault, in: &builder)
            builder.fact(.decisionMade, "lead", at: .minutes(5), cause: fault, actor: .people)
            procedure("failover", at: 6, fault, in: &builder)
        }
        #expect(lines.count { $0.contains("procedureCompleted failover") } == 1)
    }

    private func procedure(_ name: String, at minute: Int64, _ cause: FactID, in builder: inout TraceBuilder)
    {
        let start = Span.minutes(minute)
        builder.fact(.disasterDetected, name, at: start, cause: cause, actor: .plan)
        builder.fact(.procedureStarted, name, at: start, cause: cause, actor: .plan)
        step(name, at: start + .seconds(1), cause, in: &builder)
        builder.fact(.procedureCompleted, name, at: start + .seconds(2), cause: cause, actor: .plan)
    }

    private func step(_ runbook: String, at time: Span, _ cause: FactID, in builder: inout TraceBuilder) {
        builder.fact(
            .stepStarted, runbook, at: time, cause: cause, actor: .plan,
            details: [.init(.runbook, .text(runbook))])
    }
}
