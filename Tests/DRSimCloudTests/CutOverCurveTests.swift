import DRSimCloud
import DRSimUnits
import Testing

struct CutOverCurveTests {
    @Test(arguments: [0, 60, 300, 3_600].map { Span.seconds($0) })
    func `passes through the points of its source, counted from the old TTL`(ttl: Span) {
        let curve = CutOverCurve(oldTTL: ttl, timings: .constant())
        #expect(curve.share(after: ttl) == .percent(85))
        #expect(curve.share(after: ttl + .minutes(5)) == .percent(95))
        #expect(curve.share(after: ttl + .minutes(30)) == .percent(99))
        #expect(curve.share(after: .hours(24)) == .all)
        #expect(curve.share(after: .days(30)) == .all)
        #expect(curve.share(after: .hours(24) - Span(milliseconds: 1)) < .all)
    }

    @Test(arguments: [
        (after: 0, share: 0), (after: 30, share: 425_000), (after: 60, share: 850_000),
        (after: 210, share: 900_000), (after: 360, share: 950_000), (after: 1_110, share: 970_000),
        (after: 1_860, share: 990_000), (after: 44_130, share: 995_000),
    ])
    func `is straight between its points`(row: (after: Int64, share: Int64)) {
        let curve = CutOverCurve(oldTTL: .seconds(60), timings: .constant())
        #expect(curve.share(after: .seconds(row.after)).partsPerMillion == row.share)
    }

    @Test func `never falls`() {
        let curve = CutOverCurve(oldTTL: .seconds(300), timings: .constant())
        let shares = stride(from: 0, through: 90_000_000, by: 7_919).map {
            curve.share(after: Span(milliseconds: $0))
        }
        #expect(shares == shares.sorted())
    }

    @Test func `a TTL beyond the tail moves the end of the tail`() {
        let curve = CutOverCurve(oldTTL: .days(2), timings: .constant())
        #expect(curve.share(after: .hours(24)) == .rounding(0.425))
        #expect(curve.share(after: .days(2) + .minutes(30)) == .all)
        #expect(curve.nextBreakpoint(after: .days(2) + .minutes(30)) == nil)
    }

    @Test func `names its points one after the other`() {
        let curve = CutOverCurve(oldTTL: .seconds(60), timings: .constant())
        var points: [Span] = []
        while let next = curve.nextBreakpoint(after: points.last ?? .zero) { points.append(next) }
        #expect(points == [.seconds(60), .minutes(6), .minutes(31), .hours(24)])
    }
}
