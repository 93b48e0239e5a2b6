import DRSimKernel
import DRSimUnits
import Testing

/// A small controller on a loop, run by ticking and by leaping over the same scripted changes.
struct LeapingToy {
    enum Event { case change(Int), poll, procedureEnds }

    static let pollLane: UInt8 = 5

    var queue = EventQueue<Event>()
    let period: Span
    /// `nil` while a procedure runs.
    var loop: PollLoop?
    let leaping: Bool
    /// 0: well, 1: lost, 2: the check itself fails, 3: flapping.
    var signal = 0
    var strikes = 0
    var coolingUntil = Instant.start
    var facts: [String] = []
    var polls = 0

    init(origin: Instant, period: Span, leaping: Bool) {
        (self.period, self.leaping) = (period, leaping)
        restart(at: origin)
    }

    mutating func schedulePoll(_ instant: Instant?) {
        guard let instant else { return }
        queue.schedule(.poll, at: instant, order: EventOrder(lane: Self.pollLane, entity: 0))
    }

    mutating func run(until end: Instant) {
        while let due = queue.popFirst(), due.at <= end {
            switch due.event {
            case .change(let value):
                signal = value
                let ahead = due.order.lane < Self.pollLane
                schedulePoll(loop?.wake(at: due.at, pollStillAheadThisInstant: ahead))
            case .poll:
                if loop?.nextPoll == due.at { poll(at: due.at) }
            case .procedureEnds:
                facts.append("\(due.at.milliseconds) recovered")
                coolingUntil = due.at + Span(milliseconds: 47_000)
                restart(at: due.at + Span(milliseconds: 1_500))
            }
        }
    }

    private mutating func restart(at origin: Instant) {
        loop = PollLoop(origin: origin, period: period)
        schedulePoll(origin)
    }

    /// Until when polls that see this do nothing: `nil` for ever, an instant not after `now` if
    /// this very poll does something.
    private func quiet(from now: Instant) -> Instant? {
        switch signal {
        case 0: strikes == 0 ? nil : now
        case 1, 2: max(coolingUntil, now)
        default: now
        }
    }

    private mutating func poll(at now: Instant) {
        polls += 1
        let quiet = quiet(from: now)
        strikes = signal == 3 ? strikes + 1 : 0
        if signal == 2, now >= coolingUntil {
            facts.append("\(now.milliseconds) check failed")
            return restart(at: now + Span(milliseconds: 7_777))
        }
        if signal == 1 && now >= coolingUntil || strikes == 3 {
            facts.append("\(now.milliseconds) failover, strikes \(strikes)")
            strikes = 0
            loop = nil
            let end = now + Span(milliseconds: 10_000 + Int64(facts.count % 3) * 5_000)
            return queue.schedule(.procedureEnds, at: end, order: EventOrder(lane: 3, entity: 0))
        }
        schedulePoll(loop?.park(after: now, until: leaping ? quiet : now))
    }
}

struct PollLoopLeapingTests {
    static func run(seed: UInt64, leaping: Bool) -> LeapingToy {
        let name = StreamName("change")
        let uniform = { (ordinal: UInt32, round: UInt32) in
            Draws(seed: seed, trial: 0).uniform(entity: name, purpose: name, ordinal: ordinal, round: round)
        }
        let (origin, period) = (Instant(milliseconds: Int64(uniform(0, 1) * 5) * 1_000), Span.seconds(5))
        var toy = LeapingToy(origin: origin, period: period, leaping: leaping)
        for ordinal in 1...40 as ClosedRange<UInt32> {
            // Two changes of three lie on the first grid, on either side of the poll's turn.
            let point = origin + period * Int64(uniform(ordinal, 0) * 200)
            let shift = uniform(ordinal, 1) < 0.67 ? 0 : Int64(uniform(ordinal, 2) * 4_999)
            let lane: UInt8 = uniform(ordinal, 3) < 0.5 ? 1 : 9
            toy.queue.schedule(
                .change(max(0, Int(uniform(ordinal, 4) * 7) - 3)), at: point + Span(milliseconds: shift),
                order: EventOrder(lane: lane, entity: ordinal))
        }
        toy.run(until: Instant(milliseconds: 3_000_000))
        return toy
    }

    @Test func `leaping tells what ticking tells, on 500 drawn scripts`() {
        var (facts, ticked, leapt) = (0, 0, 0)
        for seed in 0..<500 as Range<UInt64> {
            let slow = Self.run(seed: seed, leaping: false)
            let fast = Self.run(seed: seed, leaping: true)
            #expect(fast.facts == slow.facts, "seed \(seed)")
            facts += slow.facts.count
            ticked += slow.polls
            leapt += fast.polls
        }
        #expect(facts > 500)
        #expect(leapt < ticked / 2)
    }
}
