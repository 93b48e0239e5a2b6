import DRSimTrace
import DRSimUnits
import Testing

struct ServedSegmentCrossingTests {
    private func segment(_ from: Int64, _ to: Int64, over: Span) -> ServedSegment {
        ServedSegment(
            service: "api", from: .start, share: .percent(from), until: .start + over,
            finalShare: .percent(to), cause: nil)
    }

    @Test(arguments: [(0, 100), (100, 0), (94, 96), (96, 94), (0, 95)] as [(Int64, Int64)])
    func `the crossing is the first millisecond on the other side`(from: Int64, to: Int64) throws {
        let segment = segment(from, to, over: .minutes(7))
        let crossing = try #require(segment.crossing)
        let isUp = from < to
        #expect((segment.share(at: crossing) >= .percent(95)) == isUp)
        #expect((segment.share(at: crossing - Span(milliseconds: 1)) >= .percent(95)) != isUp)
        let part = try #require(segment.unavailablePart(until: .start + .hours(1)))
        #expect(part == (isUp ? .start..<crossing : crossing..<(.start + .hours(1))))
    }

    @Test func `a segment that stays on its side has no crossing`() {
        #expect(segment(95, 100, over: .minutes(1)).crossing == nil)
        #expect(segment(0, 94, over: .minutes(1)).crossing == nil)
        #expect(segment(0, 94, over: .minutes(1)).unavailablePart(until: .start + .hours(1)) != nil)
        #expect(segment(100, 100, over: .zero).unavailablePart(until: .start + .hours(1)) == nil)
    }

    @Test func `a look at services sees the one that is served worst`() throws {
        let look = try #require(
            ServiceLook([("api", Share.percent(95)), ("web", .percent(94))].map { (service: $0, share: $1) }))
        #expect(!look.isPassed && look.words == "94% of the users of web get an answer in time")
        #expect(ServiceLook([(service: "api", share: .percent(95))])?.isPassed == true)
        #expect(ServiceLook([(service: ServiceID, share: Share)]()) == nil)
    }
}
