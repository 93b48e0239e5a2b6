import DRSimUnits
import Testing

struct CalendarTimeTests {
    /// Milliseconds and weekdays as Python's `datetime` has them.
    static let table: [(text: String, milliseconds: Int64, weekday: Int)] = [
        ("1970-01-01T00:00:00Z", 0, 3),
        ("1969-12-31T23:59:59.999Z", -1, 2),
        ("2000-02-29T12:34:56.789Z", 951_827_696_789, 1),
        ("2026-03-10T17:00:00Z", 1_773_162_000_000, 1),
        ("1900-03-01T00:00:00Z", -2_203_891_200_000, 3),
        ("2100-02-28T23:00:00Z", 4_107_538_800_000, 6),
        ("0001-01-01T00:00:00Z", -62_135_596_800_000, 0),
        ("9999-12-31T23:59:59.999Z", 253_402_300_799_999, 4),
        ("2024-02-29T00:00:00Z", 1_709_164_800_000, 3),
        ("2026-01-04T00:00:00Z", 1_767_484_800_000, 6),
    ]

    @Test(arguments: table)
    func `reads and writes ISO 8601`(text: String, milliseconds: Int64, weekday: Int) throws {
        let time = try #require(CalendarTime(iso8601: text))
        #expect(time.millisecondsSinceEpoch == milliseconds)
        #expect(time.weekday == weekday)
        #expect(time.description == text)
    }

    @Test(arguments: [
        "", "Z", "2026-03-10", "2026-03-10T17:00Z", "2026-03-10T17:00:00", "2026-03-10 17:00:00Z",
        "2026-03-10T17:00:00+00:00", "2026-03-10T17:00:00.5Z", "2026-03-10T17:00:00.1234Z",
        "2026-03-10T17:00:00.Z", "2026-13-01T00:00:00Z", "2026-00-01T00:00:00Z", "2026-02-29T00:00:00Z",
        "1900-02-29T00:00:00Z", "2026-04-31T00:00:00Z", "2026-01-00T00:00:00Z", "2026-01-01T24:00:00Z",
        "2026-01-01T23:60:00Z", "2026-01-01T23:59:60Z", "26-01-01T00:00:00Z", "2026-1-01T00:00:00Z",
        "+026-01-01T00:00:00Z", "2026-01-01T00:00:0xZ", "2026-01-01T00:00:00ZZ", "٢٠٢٦-01-01T00:00:00Z",
    ])
    func `refuses what is not a moment of the calendar`(text: String) {
        #expect(CalendarTime(iso8601: text) == nil)
    }

    @Test func `counts every day from 1895 to 2105 once`() {
        let first = CalendarTime(year: 1_895, month: 1, day: 1)
        let last = CalendarTime(year: 2_105, month: 1, day: 1)
        var expected = (year: 1_895, month: 1, day: 1)
        for day in first.daysSinceEpoch...last.daysSinceEpoch {
            let time = CalendarTime(millisecondsSinceEpoch: day * 86_400_000 + 1)
            let date = time.date
            guard date == expected, time.daysSinceEpoch == day,
                time == CalendarTime(year: date.year, month: date.month, day: date.day, millisecond: 1)
            else {
                Issue.record("day \(day) is \(date), not \(expected)")
                return
            }
            expected = Self.dayAfter(date)
        }
        #expect(expected == (2_105, 1, 2))
    }

    @Test func `knows its fields and moves by spans`() {
        let time = CalendarTime(year: 2026, month: 3, day: 10, hour: 17, minute: 4, second: 9, millisecond: 7)
        #expect((time.hour, time.minute, time.second) == (17, 4, 9))
        #expect(time.millisecondsOfDay == 61_449_007)
        #expect((time + .days(1)).date == (2026, 3, 11))
        #expect(time + .hours(7) - time == .hours(7))
        #expect(time < time + .seconds(1))
    }

    private static func dayAfter(
        _ date: (year: Int, month: Int, day: Int)
    ) -> (year: Int, month: Int, day: Int) {
        let leap = date.year % 4 == 0 && (date.year % 100 != 0 || date.year % 400 == 0)
        let days = [31, leap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
        if date.day < days[date.month - 1] { return (date.year, date.month, date.day + 1) }
        return date.month < 12 ? (date.year, date.month + 1, 1) : (date.year + 1, 1, 1)
    }
}
