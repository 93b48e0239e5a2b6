/// The fields of `YYYY-MM-DDTHH:MM:SS[.mmm]Z`, checked against the calendar.
struct ISO8601Fields {
    let year, month, day, hour, minute, second, millisecond: Int

    init?(_ text: String) {
        guard text.hasSuffix("Z") else { return nil }
        let halves = text.dropLast().split(separator: "T", omittingEmptySubsequences: false)
        guard halves.count == 2 else { return nil }
        let date = halves[0].split(separator: "-", omittingEmptySubsequences: false)
        let time = halves[1].split(separator: ":", omittingEmptySubsequences: false)
        guard date.count == 3, time.count == 3 else { return nil }
        let seconds = time[2].split(separator: ".", maxSplits: 1, omittingEmptySubsequences: false)
        guard let year = Self.number(date[0], digits: 4), let month = Self.number(date[1], digits: 2),
            let day = Self.number(date[2], digits: 2), let hour = Self.number(time[0], digits: 2),
            let minute = Self.number(time[1], digits: 2),
            let second = Self.number(seconds[0], digits: 2),
            let millisecond = seconds.count == 1 ? 0 : Self.number(seconds[1], digits: 3)
        else { return nil }
        guard (1...12).contains(month), (1...Self.days(in: month, of: year)).contains(day),
            hour < 24, minute < 60, second < 60
        else { return nil }
        (self.year, self.month, self.day) = (year, month, day)
        (self.hour, self.minute, self.second) = (hour, minute, second)
        self.millisecond = millisecond
    }

    private static func number(_ text: Substring, digits: Int) -> Int? {
        guard text.utf8.count == digits, text.utf8.allSatisfy({ (48...57).contains($0) }) else { return nil }
        return Int(text)
    }

    private static func days(in month: Int, of year: Int) -> Int {
        let leap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)
        switch month {
        case 2: return leap ? 29 : 28
        case 4, 6, 9, 11: return 30
        default: return 31
        }
    }
}
