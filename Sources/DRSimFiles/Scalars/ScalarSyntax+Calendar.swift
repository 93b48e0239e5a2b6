import DRSimDocument
import DRSimUnits

extension ScalarSyntax where Value == Span {
    /// A duration that is not zero.
    static var positiveSpan: Self {
        Self(placeholder: .seconds(1)) { (scalar) throws(ScalarError) in
            let span = try SpanSyntax.read(scalar)
            if span == .zero { throw ScalarError(.outOfRange, "this duration cannot be zero") }
            return span
        }
    }

    /// How long a trial lasts: not zero, and at most ten years.
    static var horizon: Self {
        Self(placeholder: .seconds(1)) { (scalar) throws(ScalarError) in
            let span = try positiveSpan.read(scalar)
            guard span <= .days(3_653) else {
                throw ScalarError(.outOfRange, "`\(scalar.text)` is longer than ten years (3653d)")
            }
            return span
        }
    }

    /// A time of day from midnight UTC, `02:00`.
    static var timeOfDay: Self {
        Self(placeholder: .zero) { (scalar) throws(ScalarError) in
            let parts = scalar.text.split(separator: ":", omittingEmptySubsequences: false)
            guard parts.count == 2, parts.allSatisfy({ $0.count == 2 && $0.allSatisfy(\.isNumber) }),
                let hour = UInt8(parts[0]), let minute = UInt8(parts[1])
            else { throw .expected("a time of day such as `02:00`", scalar) }
            guard hour < 24, minute < 60 else {
                throw ScalarError(.outOfRange, "`\(scalar.text)` is no time of day")
            }
            return .hours(Int64(hour)) + .minutes(Int64(minute))
        }
    }
}

extension ScalarSyntax where Value == Int {
    /// A day of the week, Monday 0 to Sunday 6.
    static var weekday: Self {
        Self(placeholder: 0) { (scalar) throws(ScalarError) in
            let weekday = try ScalarSyntax<Weekday>.choice.read(scalar)
            return Weekday.allCases.firstIndex(of: weekday) ?? 0
        }
    }
}

private enum Weekday: String, CaseIterable {
    case monday, tuesday, wednesday, thursday, friday, saturday, sunday
}
