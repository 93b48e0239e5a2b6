/// A moment of the proleptic Gregorian calendar in UTC, to the millisecond.
///
/// Simulated code never asks the system for a date: a scenario names its start and everything
/// else is computed from it. The arithmetic is the days-from-civil algorithm of Howard Hinnant
/// (<https://howardhinnant.github.io/date_algorithms.html>).
public struct CalendarTime: Hashable, Comparable, Sendable {
    /// Milliseconds since 1970-01-01T00:00:00Z.
    public var millisecondsSinceEpoch: Int64

    /// Creates a moment from milliseconds since the Unix epoch.
    public init(millisecondsSinceEpoch: Int64) {
        self.millisecondsSinceEpoch = millisecondsSinceEpoch
    }

    /// Creates a moment from its calendar fields; the fields are taken as they are.
    public init(
        year: Int, month: Int, day: Int, hour: Int = 0, minute: Int = 0, second: Int = 0,
        millisecond: Int = 0
    ) {
        let days = Self.daysFromCivil(year: Int64(year), month: Int64(month), day: Int64(day))
        let seconds = ((days * 24 + Int64(hour)) * 60 + Int64(minute)) * 60 + Int64(second)
        millisecondsSinceEpoch = seconds * 1_000 + Int64(millisecond)
    }

    /// Reads `2026-03-10T17:00:00Z`, with optional fraction of a second; `nil` for anything else.
    public init?(iso8601 text: String) {
        guard let fields = ISO8601Fields(text) else { return nil }
        self.init(
            year: fields.year, month: fields.month, day: fields.day, hour: fields.hour,
            minute: fields.minute, second: fields.second, millisecond: fields.millisecond)
    }

    /// Orders by time.
    public static func < (left: CalendarTime, right: CalendarTime) -> Bool {
        left.millisecondsSinceEpoch < right.millisecondsSinceEpoch
    }

    /// The moment a span later.
    public static func + (left: CalendarTime, right: Span) -> CalendarTime {
        CalendarTime(millisecondsSinceEpoch: left.millisecondsSinceEpoch + right.milliseconds)
    }

    /// The time from the right moment to the left one.
    public static func - (left: CalendarTime, right: CalendarTime) -> Span {
        Span(milliseconds: left.millisecondsSinceEpoch - right.millisecondsSinceEpoch)
    }

    /// Milliseconds since midnight.
    public var millisecondsOfDay: Int64 {
        let rest = millisecondsSinceEpoch % 86_400_000
        return rest < 0 ? rest + 86_400_000 : rest
    }

    /// The beginning of its day.
    public var midnight: CalendarTime { self + Span(milliseconds: -millisecondsOfDay) }

    /// Whole days since 1970-01-01.
    public var daysSinceEpoch: Int64 {
        (millisecondsSinceEpoch - millisecondsOfDay) / 86_400_000
    }

    /// The hour, 0 to 23.
    public var hour: Int { Int(millisecondsOfDay / 3_600_000) }

    /// The minute, 0 to 59.
    public var minute: Int { Int(millisecondsOfDay / 60_000 % 60) }

    /// The second, 0 to 59.
    public var second: Int { Int(millisecondsOfDay / 1_000 % 60) }

    /// The day of the week as Python has it: Monday is 0, Sunday 6.
    public var weekday: Int {
        let day = (daysSinceEpoch + 3) % 7
        return Int(day < 0 ? day + 7 : day)
    }

    /// The year, month and day.
    public var date: (year: Int, month: Int, day: Int) {
        Self.civilFromDays(daysSinceEpoch)
    }
}

extension CalendarTime: CustomStringConvertible {
    /// ISO 8601 to the second, or to the millisecond where there is a fraction.
    public var description: String {
        let date = self.date
        let time = "\(padded(hour)):\(padded(minute)):\(padded(second))"
        let fraction = millisecondsOfDay % 1_000
        let tail = fraction == 0 ? "Z" : ".\(padded(Int(fraction), to: 3))Z"
        return "\(padded(date.year, to: 4))-\(padded(date.month))-\(padded(date.day))T\(time)\(tail)"
    }

    /// Its digits alone, to the second, as names of things made at a moment have them: `20260104020000`.
    package var digits: String { description.prefix(19).filter(\.isNumber) }

    private func padded(_ number: Int, to width: Int = 2) -> String {
        let text = "\(number)"
        return String(repeating: "0", count: max(0, width - text.count)) + text
    }
}

extension CalendarTime {
    static func daysFromCivil(year: Int64, month: Int64, day: Int64) -> Int64 {
        let shifted = month <= 2 ? year - 1 : year
        let era = (shifted >= 0 ? shifted : shifted - 399) / 400
        let yearOfEra = shifted - era * 400
        let dayOfYear = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1
        let dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear
        return era * 146_097 + dayOfEra - 719_468
    }

    static func civilFromDays(_ days: Int64) -> (year: Int, month: Int, day: Int) {
        let shifted = days + 719_468
        let era = (shifted >= 0 ? shifted : shifted - 146_096) / 146_097
        let dayOfEra = shifted - era * 146_097
        let yearOfEra = (dayOfEra - dayOfEra / 1_460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
        let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
        let monthIndex = (5 * dayOfYear + 2) / 153
        let day = dayOfYear - (153 * monthIndex + 2) / 5 + 1
        let month = monthIndex < 10 ? monthIndex + 3 : monthIndex - 9
        return (Int(yearOfEra + era * 400 + (month <= 2 ? 1 : 0)), Int(month), Int(day))
    }
}
