/// A quarter of a calendar year in UTC, such as `2026Q4`.
public struct Quarter: Hashable, Comparable, Sendable {
    /// The year, 0 to 9999.
    public let year: Int
    /// The quarter's number, 1 to 4.
    public let number: Int

    /// Reads `2026Q4`; `nil` for anything else.
    public init?(_ text: String) {
        let bytes = Array(text.utf8)
        let digit = UInt8(ascii: "0")...UInt8(ascii: "9")
        guard bytes.count == 6, bytes[..<4].allSatisfy(digit.contains), bytes[4] == UInt8(ascii: "Q"),
            (UInt8(ascii: "1")...UInt8(ascii: "4")).contains(bytes[5])
        else { return nil }
        year = bytes[..<4].reduce(0) { $0 * 10 + Int($1 - UInt8(ascii: "0")) }
        number = Int(bytes[5] - UInt8(ascii: "0"))
    }

    /// The quarter a moment falls into; its year must be one of 0 to 9999.
    public init(of moment: CalendarTime) {
        let date = moment.date
        precondition((0...9_999).contains(date.year), "a quarter of the year \(date.year)")
        (year, number) = (date.year, (date.month - 1) / 3 + 1)
    }

    /// Its first moment.
    public var start: CalendarTime {
        CalendarTime(year: year, month: number * 3 - 2, day: 1)
    }

    /// The first moment after it.
    public var end: CalendarTime {
        number == 4
            ? CalendarTime(year: year + 1, month: 1, day: 1)
            : CalendarTime(year: year, month: number * 3 + 1, day: 1)
    }

    /// Whether a moment falls into it.
    public func contains(_ moment: CalendarTime) -> Bool { start <= moment && moment < end }

    /// Orders by time.
    public static func < (left: Quarter, right: Quarter) -> Bool {
        (left.year, left.number) < (right.year, right.number)
    }
}

extension Quarter: CustomStringConvertible {
    /// `2026Q4`.
    public var description: String {
        let digits = "\(year)"
        return String(repeating: "0", count: 4 - digits.count) + digits + "Q\(number)"
    }
}
