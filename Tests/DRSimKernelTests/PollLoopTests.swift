import DRSimKernel
import DRSimUnits
import Testing

struct PollLoopTests {
    static func at(_ seconds: Int64) -> Instant { .start + .seconds(seconds) }

    static let loop = PollLoop(origin: at(7), period: .seconds(30))

    @Test(arguments: [(7, 37), (8, 37), (36, 37), (37, 67), (6, 7), (-23, 7), (-24, -23), (-53, -23)])
    func `finds the grid point after an instant`(instant: Int64, point: Int64) {
        #expect(Self.loop.next(from: Self.at(instant)) == Self.at(point))
    }

    @Test(arguments: [(7, 7), (8, 37), (37, 37), (6, 7), (-23, -23), (-24, -23), (-52, -23)])
    func `finds the grid point not before an instant`(instant: Int64, point: Int64) {
        #expect(Self.loop.first(notBefore: Self.at(instant)) == Self.at(point))
    }

    @Test(arguments: [(30, 60, 37), (37, 38, 37), (38, 60, nil), (8, 37, nil), (40, 200, 67)])
    func `finds the first grid point in a window, or none`(low: Int64, high: Int64, point: Int64?) {
        #expect(Self.loop.first(in: Self.at(low)..<Self.at(high)) == point.map(Self.at))
    }

    @Test func `polls at its origin first, then every period`() {
        var loop = Self.loop
        #expect(loop.isDue(at: Self.at(7)))
        #expect(loop.arm(after: Self.at(7)) == Self.at(37))
        #expect(!loop.isDue(at: Self.at(7)))
        #expect(loop.isDue(at: Self.at(37)))
    }

    @Test(arguments: [(37, 67), (38, 67), (68, 97), (97, 97)])
    func `parked until an instant, polls at the grid point not before it`(until: Int64, point: Int64) {
        var loop = Self.loop
        #expect(loop.park(after: Self.at(37), until: Self.at(until)) == Self.at(point))
        #expect(loop.nextPoll == Self.at(point))
    }

    @Test(arguments: [nil, Instant.never])
    func `parked for ever, polls never`(until: Instant?) {
        var loop = Self.loop
        #expect(loop.park(after: Self.at(7), until: until) == nil)
        #expect(loop.state == .parked(until: nil))
        #expect(!loop.isDue(at: .never))
    }

    @Test(arguments: [(40, true, 67), (40, false, 67), (67, true, 67), (67, false, 97), (37, true, 67)])
    func `wakes at the grid point that would have seen the change`(now: Int64, ahead: Bool, point: Int64) {
        var loop = Self.loop
        _ = loop.park(after: Self.at(37), until: nil)
        #expect(loop.wake(at: Self.at(now), pollStillAheadThisInstant: ahead) == Self.at(point))
        #expect(loop.state == .armed(at: Self.at(point)))
    }

    @Test func `need not wake for a poll that is scheduled anyhow`() {
        var loop = Self.loop
        _ = loop.park(after: Self.at(7), until: Self.at(60))
        #expect(loop.wake(at: Self.at(40), pollStillAheadThisInstant: true) == nil)
        #expect(loop.nextPoll == Self.at(67))
        _ = loop.arm(after: Self.at(67))
        #expect(loop.wake(at: Self.at(70), pollStillAheadThisInstant: true) == nil)
        #expect(loop.nextPoll == Self.at(97))
    }

    @Test func `drops the event of a poll that was overtaken by another`() {
        var loop = Self.loop
        #expect(loop.park(after: Self.at(7), until: Self.at(90)) == Self.at(97))
        #expect(loop.wake(at: Self.at(8), pollStillAheadThisInstant: true) == Self.at(37))
        #expect(loop.park(after: Self.at(37), until: Self.at(200)) == Self.at(217))
        #expect(!loop.isDue(at: Self.at(97)))
    }

    @Test func `sleeps through everything while stopped, and restarts on a new grid`() {
        var loop = Self.loop
        loop.stop()
        #expect(loop.wake(at: Self.at(40), pollStillAheadThisInstant: true) == nil)
        #expect(loop.nextPoll == nil)
        loop.restart(at: Self.at(41))
        #expect(loop.isDue(at: Self.at(41)))
        #expect(loop.arm(after: Self.at(41)) == Self.at(71))
    }

    @Test func `refuses a period of nothing`() async {
        await #expect(processExitsWith: .failure) { _ = PollLoop(origin: .start, period: .zero) }
    }
}
