/// A point of simulated time: whole milliseconds since the scenario's `start`.
///
/// Instants before the start are negative: backups and certificates have a history.
public struct Instant: Hashable, Comparable, Sendable {
    /// Milliseconds since the scenario's start.
    public var milliseconds: Int64

    /// Creates the instant this many milliseconds after the start.
    @inlinable
    public init(milliseconds: Int64) {
        self.milliseconds = milliseconds
    }

    /// The scenario's start.
    public static let start = Instant(milliseconds: 0)

    /// Later than any horizon: "for ever".
    public static let never = Instant(milliseconds: .max)

    /// Orders by time.
    @inlinable
    public static func < (left: Instant, right: Instant) -> Bool {
        left.milliseconds < right.milliseconds
    }

    /// The instant a span later; `never` stays `never`.
    @inlinable
    public static func + (left: Instant, right: Span) -> Instant {
        if left == .never { return .never }
        let (sum, overflow) = left.milliseconds.addingReportingOverflow(right.milliseconds)
        return overflow ? .never : Instant(milliseconds: sum)
    }

    /// The instant a span earlier; `never` stays `never`.
    @inlinable
    public static func - (left: Instant, right: Span) -> Instant {
        left + Span(milliseconds: -right.milliseconds)
    }

    /// The time from the right instant to the left one.
    @inlinable
    public static func - (left: Instant, right: Instant) -> Span {
        Span(milliseconds: left.milliseconds - right.milliseconds)
    }
}

extension Instant: CustomStringConvertible {
    /// The offset from the start, as a span.
    public var description: String {
        self == .never ? "never" : (self - .start).description
    }
}
