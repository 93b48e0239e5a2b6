package import DRSimUnits

/// When scheduled backups are due: six fields, seconds first, each `*`, a number, a list or a step.
package struct CronSchedule: Hashable, Sendable {
    /// For each field, the values it takes, in order.
    private let fields: [[Int]]
    /// Whether the day of the month and the day of the week were given: then either will do.
    private let daysGiven: (ofMonth: Bool, ofWeek: Bool)

    private static let ranges = [0...59, 0...59, 0...23, 1...31, 1...12, 0...6]

    /// Reads a schedule; `nil` for what is none.
    package init?(_ text: String) {
        let words = text.split(separator: " ").map(String.init)
        guard words.count == 6 else { return nil }
        let read = zip(words, Self.ranges).compactMap { Self.values($0, in: $1) }
        guard read.count == 6 else { return nil }
        fields = read
        daysGiven = (words[3] != "*", words[5] != "*")
    }

    private static func values(_ word: String, in range: ClosedRange<Int>) -> [Int]? {
        var values: [Int] = []
        for part in word.split(separator: ",", omittingEmptySubsequences: false) {
            let halves = part.split(separator: "/", omittingEmptySubsequences: false)
            guard halves.count <= 2, let first = halves.first else { return nil }
            let step = halves.count == 2 ? Int(halves[1]) : nil
            if halves.count == 2, (step ?? 0) < 1 { return nil }
            if first == "*" {
                values += stride(from: range.lowerBound, through: range.upperBound, by: step ?? 1)
            } else if let number = Int(first), range.contains(number) {
                values += stride(
                    from: number, through: step == nil ? number : range.upperBound, by: step ?? 1)
            } else {
                return nil
            }
        }
        return values.sorted()
    }

    /// The first moment after another at which a backup is due; `nil` if there is none in four years.
    package func next(after moment: CalendarTime) -> CalendarTime? {
        var day = moment.daysSinceEpoch
        var from = moment.millisecondsOfDay / 1_000 + 1
        for _ in 0..<1_462 {
            let midnight = CalendarTime(millisecondsSinceEpoch: day * 86_400_000)
            if isDay(midnight), let second = second(from: from) {
                return midnight + .seconds(second)
            }
            (day, from) = (day + 1, 0)
        }
        return nil
    }

    private func isDay(_ midnight: CalendarTime) -> Bool {
        let date = midnight.date
        let isOfMonth = fields[3].contains(date.day)
        // The week begins on Sunday here.
        let isOfWeek = fields[5].contains((midnight.weekday + 1) % 7)
        let isRight = daysGiven.ofMonth && daysGiven.ofWeek ? isOfMonth || isOfWeek : isOfMonth && isOfWeek
        return fields[4].contains(date.month) && isRight
    }

    private func second(from: Int64) -> Int64? {
        for hour in fields[2] where Int64(hour + 1) * 3_600 > from {
            for minute in fields[1] where Int64(hour * 60 + minute + 1) * 60 > from {
                for second in fields[0] {
                    let time = Int64((hour * 60 + minute) * 60 + second)
                    if time >= from { return time }
                }
            }
        }
        return nil
    }

    package static func == (left: CronSchedule, right: CronSchedule) -> Bool {
        left.fields == right.fields && left.daysGiven == right.daysGiven
    }

    package func hash(into hasher: inout Hasher) {
        hasher.combine(fields)
    }
}
