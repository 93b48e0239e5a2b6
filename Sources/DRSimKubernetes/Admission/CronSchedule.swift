package import DRSimUnits

/// When something recurs, as the library reads it that the operator and its webhook ask (robfig/cron 1.2,
/// parser.go): six fields, seconds first, of which the last may be left out, or a word such as `@daily`.
package struct CronSchedule: Hashable, Sendable {
    private let recurrence: Recurrence

    private enum Recurrence: Hashable, Sendable {
        /// Seconds, minutes, hours, days of the month, months, days of the week.
        case fields([CronField])
        case every(Span)
    }

    /// Why a text is no schedule, in the library's words.
    package struct Problem: Error, Hashable, Sendable {
        /// The words.
        package let message: String

        /// Creates a problem.
        package init(_ message: String) { self.message = message }
    }

    /// Reads a schedule.
    package init(_ text: String) throws(Problem) {
        guard let first = text.first else { throw Problem("Empty spec string") }
        guard first != "@" else {
            recurrence = try Self.recurrence(named: text)
            return
        }
        let words = text.split(whereSeparator: \.isWhitespace).map(String.init)
        guard (5...6).contains(words.count) else {
            throw Problem("Expected 5 to 6 fields, found \(words.count): \(text)")
        }
        recurrence = .fields(try Self.fields(words.count == 5 ? words + ["*"] : words))
    }

    private static func fields(_ words: [String]) throws(Problem) -> [CronField] {
        var fields: [CronField] = []
        for (word, bounds) in zip(words, CronField.Bounds.all) {
            fields.append(try CronField(word, in: bounds))
        }
        return fields
    }

    private static func recurrence(named word: String) throws(Problem) -> Recurrence {
        if let text = predefined[word] {
            return .fields(try fields(text.split(separator: " ").map(String.init)))
        }
        let prefix = "@every "
        guard word.hasPrefix(prefix) else { throw Problem("Unrecognized descriptor: \(word)") }
        let text = String(word.dropFirst(prefix.count))
        guard let span = Span(goText: text) else {
            throw Problem("Failed to parse duration \(word): time: invalid duration \"\(text)\"")
        }
        // Whole seconds, and one at least.
        return .every(.seconds(max(1, span.milliseconds / 1_000)))
    }

    private static let predefined = [
        "@yearly": "0 0 0 1 1 *", "@annually": "0 0 0 1 1 *", "@monthly": "0 0 0 1 * *",
        "@weekly": "0 0 0 * * 0", "@daily": "0 0 0 * * *", "@midnight": "0 0 0 * * *",
        "@hourly": "0 0 * * * *",
    ]

    /// The first moment after another at which it recurs; `nil` if there is none in five years.
    package func next(after moment: CalendarTime) -> CalendarTime? {
        switch recurrence {
        case .every(let span):
            return moment + (span - Span(milliseconds: moment.millisecondsOfDay % 1_000))
        case .fields(let fields):
            var (midnight, from) = (moment.midnight, moment.millisecondsOfDay / 1_000 + 1)
            for _ in 0..<1_827 {
                if Self.isDay(midnight, in: fields), let second = Self.second(from: from, in: fields) {
                    return midnight + .seconds(second)
                }
                (midnight, from) = (midnight + .days(1), 0)
            }
            return nil
        }
    }

    /// Where both kinds of days were given, either will do.
    private static func isDay(_ midnight: CalendarTime, in fields: [CronField]) -> Bool {
        let date = midnight.date
        let isOfMonth = fields[3].values.contains(date.day)
        // The week begins on Sunday here.
        let isOfWeek = fields[5].values.contains((midnight.weekday + 1) % 7)
        let areGiven = !fields[3].isAny && !fields[5].isAny
        return fields[4].values.contains(date.month)
            && (areGiven ? isOfMonth || isOfWeek : isOfMonth && isOfWeek)
    }

    private static func second(from: Int64, in fields: [CronField]) -> Int64? {
        for hour in fields[2].values where Int64(hour + 1) * 3_600 > from {
            for minute in fields[1].values where Int64(hour * 60 + minute + 1) * 60 > from {
                for second in fields[0].values {
                    let time = Int64((hour * 60 + minute) * 60 + second)
                    if time >= from { return time }
                }
            }
        }
        return nil
    }
}
