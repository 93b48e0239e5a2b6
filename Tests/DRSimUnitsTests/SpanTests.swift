import DRSimUnits
import Testing

struct SpanTests {
    @Test(arguments: [
        (0, "0s"), (85, "85ms"), (999, "999ms"), (1_000, "1s"), (12_500, "12.5s"), (12_040, "12s"),
        (12_050, "12.1s"), (60_000, "1m 00s"), (252_000, "4m 12s"), (252_499, "4m 12s"),
        (252_500, "4m 13s"), (7_440_000, "2h 04m 00s"), (3_599_999, "1h 00m 00s"),
        (86_400_000, "1d 00h 00m"), (93_784_000, "1d 02h 03m"), (-1_500, "-1.5s"),
    ])
    func `is written in its largest units`(milliseconds: Int64, text: String) {
        #expect(Span(milliseconds: milliseconds).description == text)
    }

    @Test(arguments: [
        (3_600_000, "1h"), (900_000, "15m"), (5_400_000, "1h 30m"), (86_400_000, "1d"),
        (129_600_000, "1d 12h"), (86_460_000, "1d 01m"), (3_960_000, "1h 06m"), (7_276_000, "2h 01m 16s"),
        (90_000, "1m 30s"),
        (30_000, "30s"), (474, "474ms"), (0, "0s"), (-3_600_000, "-1h 00m 00s"),
    ])
    func `is written briefly where it is whole minutes`(milliseconds: Int64, text: String) {
        #expect(Span(milliseconds: milliseconds).brief == text)
    }

    @Test(arguments: [
        (0.0005, 0), (0.0015, 2), (0.0025, 2), (1.2344, 1_234), (-0.0015, -2), (1e300, 9_200_000_000_000_000),
        (-1e300, -9_200_000_000_000_000),
    ])
    func `rounds seconds to milliseconds, ties to even`(seconds: Double, milliseconds: Int64) {
        #expect(Span.rounding(seconds: seconds).milliseconds == milliseconds)
    }

    @Test func `leaves room behind the longest span for an instant to be moved by it`() {
        let end = Instant.start + .days(36_525) + .rounding(seconds: .infinity) + .longest
        #expect(end - .start > .longest)
    }

    @Test func `counts in seconds, minutes, hours and days`() {
        #expect(Span.seconds(60) == .minutes(1))
        #expect(Span.minutes(60) == .hours(1))
        #expect(Span.hours(24) == .days(1))
        #expect(Span.hours(1).inSeconds == 3_600)
        #expect(Span.minutes(90).inHours == 1.5)
    }

    @Test func `adds, subtracts and repeats`() {
        var span = Span.seconds(2) + .seconds(3) - .seconds(1)
        span += .seconds(1)
        #expect(span == .seconds(5))
        #expect(span * 3 == .seconds(15))
        #expect(Span.zero < span)
    }
}
