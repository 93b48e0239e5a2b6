import DRSimControl
import DRSimUnits
import Testing

/// Leaping over polls by `quiet` against taking every one of them.
struct LeapTests {
    static let horizon = Instant.seconds(6_000)

    private func differ(_ seed: UInt64) -> Bool {
        let drawn = DrawnLoop(seed: seed)
        let ticking = LoopRun(drawn.controller, in: drawn.surroundings, until: Self.horizon)
        let leaping = LoopRun(
            drawn.controller, in: drawn.surroundings, leaping: true, until: Self.horizon)
        return ticking.entries != leaping.entries || !ticking.broken.isEmpty
    }

    @Test func `leaping does the same at the same instants and leaves the same state, 1 000 times`() {
        #expect((1...1_000).filter { differ($0) } == [])
    }

    @Test func `the drawn loops are worth leaping and do all kinds of things`() {
        var (ticks, leaps) = (0, 0)
        var lines: Set<Substring> = []
        for seed in 1...200 as ClosedRange<UInt64> {
            let drawn = DrawnLoop(seed: seed)
            let ticking = LoopRun(drawn.controller, in: drawn.surroundings, until: Self.horizon)
            ticks += ticking.polls
            leaps +=
                LoopRun(
                    drawn.controller, in: drawn.surroundings, leaping: true, until: Self.horizon
                ).polls
            lines.formUnion(ticking.log.flatMap { $0.split(separator: " ") })
        }
        #expect(leaps * 2 < ticks, "\(leaps) polls instead of \(ticks)")
        let words = ["alert", "violated:", "granted", "silent", "completed", "held", "released", "error:"]
        #expect(words.filter { !lines.contains($0[...]) } == [])
    }

    @Test func `a year without trouble is one poll`() {
        let surroundings = Surroundings(seen: [(.start, .allHealthy)])
        let run = LoopRun(.make(), in: surroundings, leaping: true, until: .start + .days(365))
        #expect(run.polls == 1)
    }
}
