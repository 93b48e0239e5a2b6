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

    @Test func `polls at its origin first, then every period for as long as there is something to do`() {
        var loop = Self.loop
        #expect(loop.nextPoll == Self.at(7))
        #expect(loop.park(after: Self.at(7), until: Self.at(7)) == Self.at(37))
        #expect(loop.park(after: Self.at(37), until: Self.at(37)) == Self.at(67))
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
        #expect(loop.nextPoll == nil)
    }

    @Test(arguments: [(40, true, 67), (40, false, 67), (67, true, 67), (67, false, 97), (37, true, 67)])
    func `wakes at the grid point that would have seen the change`(now: Int64, ahead: Bool, point: Int64) {
        var loop = Self.loop
        _ = loop.park(after: Self.at(37), until: nil)
        #expect(loop.wake(at: Self.at(now), pollStillAheadThisInstant: ahead) == Self.at(point))
        #expect(loop.nextPoll == Self.at(point))
    }

    @Test func `need not wake for a poll that is scheduled anyhow`() {
        var loop = Self.loop
        _ = loop.park(after: Self.at(7), until: Self.at(60))
        #expect(loop.wake(at: Self.at(40), pollStillAheadThisInstant: true) == nil)
        #expect(loop.nextPoll == Self.at(67))
        _ = loop.park(after: Self.at(67), until: Self.at(67))
        #expect(loop.wake(at: Self.at(70), pollStillAheadThisInstant: true) == nil)
        #expect(loop.nextPoll == Self.at(97))
    }

    @Test func `drops the event of a poll that was overtaken by another`() {
        var loop = Self.loop
        #expect(loop.park(after: Self.at(7), until: Self.at(90)) == Self.at(97))
        #expect(loop.wake(at: Self.at(8), pollStillAheadThisInstant: true) == Self.at(37))
        #expect(loop.park(after: Self.at(37), until: Self.at(200)) == Self.at(217))
        #expect(loop.nextPoll == Self.at(217))
    }

    @Test func `refuses a period of nothing`() async {
        await #expect(processExitsWith: .failure) { _ = PollLoop(origin: .start, period: .zero) }
    }
}
