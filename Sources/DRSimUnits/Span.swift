/// A length of time in whole milliseconds.
public struct Span: Hashable, Comparable, Sendable {
    /// The length in milliseconds; negative only as the difference of two instants.
    public var milliseconds: Int64

    /// Creates a span of the given number of milliseconds.
    @inlinable
    public init(milliseconds: Int64) {
        self.milliseconds = milliseconds
    }

    /// No time at all.
    public static let zero = Span(milliseconds: 0)

    /// Creates a span of whole seconds.
    public static func seconds(_ count: Int64) -> Span { Span(milliseconds: count * 1_000) }

    /// Creates a span of whole minutes.
    public static func minutes(_ count: Int64) -> Span { Span(milliseconds: count * 60_000) }

    /// Creates a span of whole hours.
    public static func hours(_ count: Int64) -> Span { Span(milliseconds: count * 3_600_000) }

    /// Creates a span of days of 24 hours.
    public static func days(_ count: Int64) -> Span { Span(milliseconds: count * 86_400_000) }

    /// The longest span a calculation comes to, some 290 000 years: an instant can be moved by it.
    public static let longest = Span(milliseconds: 9_200_000_000_000_000)

    /// Rounds seconds to the nearest millisecond, ties to even; saturates at the longest span.
    public static func rounding(seconds: Double) -> Span {
        let scaled = (seconds * 1_000).rounded(.toNearestOrEven)
        if scaled >= Double(longest.milliseconds) { return longest }
        if scaled <= -Double(longest.milliseconds) { return zero - longest }
        return Span(milliseconds: Int64(scaled))
    }

    /// The length in seconds, for display and for money.
    public var inSeconds: Double { Double(milliseconds) / 1_000 }

    /// The length in hours, for display and for money.
    public var inHours: Double { Double(milliseconds) / 3_600_000 }

    /// Orders by size.
    @inlinable
    public static func < (left: Span, right: Span) -> Bool { left.milliseconds < right.milliseconds }

    /// The sum of two spans.
    @inlinable
    public static func + (left: Span, right: Span) -> Span {
        Span(milliseconds: left.milliseconds + right.milliseconds)
    }

    /// The difference of two spans.
    @inlinable
    public static func - (left: Span, right: Span) -> Span {
        Span(milliseconds: left.milliseconds - right.milliseconds)
    }

    /// A span repeated.
    @inlinable
    public static func * (left: Span, right: Int64) -> Span {
        Span(milliseconds: left.milliseconds * right)
    }

    /// Lengthens a span in place.
    @inlinable
    public static func += (left: inout Span, right: Span) {
        left.milliseconds += right.milliseconds
    }
}

extension Span: CustomStringConvertible {
    /// The two or three largest units: `2h 04m 00s`, `4m 12s`, `12.5s`, `85ms`.
    public var description: String {
        if milliseconds < 0 { return "-" + Span(milliseconds: -max(milliseconds, -.max)).description }
        if milliseconds == 0 { return "0s" }
        if milliseconds < 1_000 { return "\(milliseconds)ms" }
        // From here on the text is rounded: what would round up to a minute is written as one.
        if milliseconds < 59_950 { return secondsText }
        let seconds = milliseconds / 1_000 + (milliseconds % 1_000 + 500) / 1_000
        let (days, hours) = (seconds / 86_400, seconds / 3_600 % 24)
        let (minutes, rest) = (seconds / 60 % 60, seconds % 60)
        if days > 0 { return "\(days)d \(twoDigits(hours))h \(twoDigits(minutes))m" }
        if hours > 0 { return "\(hours)h \(twoDigits(minutes))m \(twoDigits(rest))s" }
        return "\(minutes)m \(twoDigits(rest))s"
    }

    /// Whole minutes without the units that are zero, as objectives are spoken of: `1h`, `15m`,
    /// `1h 06m`; any other span as `description` has it.
    public var brief: String {
        guard milliseconds > 0, milliseconds % 60_000 == 0 else { return description }
        let minutes = milliseconds / 60_000
        let parts = [(minutes / 1_440, "d"), (minutes / 60 % 24, "h"), (minutes % 60, "m")]
        let present = parts.filter { $0.0 > 0 }
        return present.enumerated().map { index, part in
            "\(index == 0 ? "\(part.0)" : twoDigits(part.0))\(part.1)"
        }.joined(separator: " ")
    }

    private var secondsText: String {
        let tenths = (milliseconds + 50) / 100
        return tenths % 10 == 0 ? "\(tenths / 10)s" : "\(tenths / 10).\(tenths % 10)s"
    }

    private func twoDigits(_ number: Int64) -> String {
        number < 10 ? "0\(number)" : "\(number)"
    }
}
