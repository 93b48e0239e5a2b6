import DRSimDocument
import DRSimHarness
import DRSimPlan
import DRSimScoring
import DRSimTrace
import DRSimUnits
import DRSimWorld
import Testing

/// Faults that come again and again.
@Suite struct RecurrenceTests {
    private func staged(_ horizon: Span) throws -> Staged {
        var staged = try Staged()
        staged.plan = try OneService(units: 1, needed: 1).plan()
        (staged.isControl, staged.horizon) = (true, horizon)
        staged.faults = [OneService.failing(0, every: .hours(100), for: .hours(4))]
        return staged
    }

    @Test func `takes a service away for as long as the fault lasts each time`() throws {
        let result = try staged(.days(365)).run()
        let struck = result.trace.all(.faultInjected).map(\.at)
        let healed = result.trace.all(.faultHealed).map(\.at)
        #expect(struck.count > 50)
        let outages = try #require(result.score.service(OneService.service)?.outages)
        #expect(outages.map(\.from) == struck)
        #expect(outages.map(\.to).prefix(healed.count) == healed[...])
    }

    @Test func `waits where its crew is at another, and is mended at once where it is not`() throws {
        for crew in ["crew", nil] {
            var staged = try Staged()
            staged.plan = try OneService(units: 2, needed: 1).plan()
            (staged.isControl, staged.horizon) = (true, .days(2))
            for zone in 0..<2 {
                let fault = OneService.failing(zone, every: .hours(1), for: .hours(1), crew: crew)
                staged.faults.append(
                    Fault(
                        id: fault.id, kind: fault.kind, trigger: .at(.start + .minutes(Int64(10 + zone))),
                        lifetime: .fixed(.hours(4)), crew: crew, position: fault.position))
            }
            let healed = staged.run().trace.all(.faultHealed).map(\.at)
            let first = Instant.start + .minutes(10) + .hours(4)
            #expect(healed == [first, first + (crew == nil ? .minutes(1) : .hours(4))])
        }
    }

    @Test func `goes alike whether the loop leaps or polls every time`() throws {
        for seed in UInt64(1)...2 {
            var staged = try Staged()
            staged.horizon = .hours(8)
            staged.faults = [
                Fault(
                    id: "crash", kind: .database(.crash(context: "prod-cluster")),
                    trigger: .every(.exponential(mean: 8_000)), duration: nil, position: .start),
                Fault(
                    id: "alarm", kind: .monitoring(.falseAlarm([.primaryDatabase])),
                    trigger: .every(.uniform(low: 1_200, high: 8_000)),
                    lifetime: .drawn(.exponential(mean: 60)), position: .start),
            ]
            let digests = [World.Polling.leaping, .everyTick].map { polling in
                Rehearsal(plan: staged.plan, scenario: staged.scenario, polling: polling).run(seed: seed)
                    .digest
            }
            #expect(digests[0] == digests[1], "seed \(seed)")
        }
    }

    @Test func `keeps the luck of a fault whatever else is in the scenario`() throws {
        var staged = try staged(.days(100))
        let alone = staged.run().trace.all(.faultInjected, of: "zone_0_fails").map(\.at)
        staged.strike(.monitoring(.falseAlarm([.ingressController])), at: .hours(1), for: .hours(1))
        staged.faults.reverse()
        #expect(staged.run().trace.all(.faultInjected, of: "zone_0_fails").map(\.at) == alone)
        #expect(alone.count > 10)
    }

    @Test func `begins anew with each trial`() throws {
        let rehearsal = try staged(.days(30)).rehearsal
        let struck = (0..<20).map { rehearsal.run(seed: 1, trial: $0).trace.all(.faultInjected).map(\.at) }
        #expect(Set(struck).count == 20)
    }
}

extension SourcePosition {
    /// The beginning of a file that is not there.
    static let start = SourcePosition(file: "staged.yaml", line: 1, column: 1)
}
