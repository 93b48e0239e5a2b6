import DRSimUnits

/// A horizontal axis of time, from the onset or from shortly before something long after it; places are
/// tenths of a pixel, so that the picture is the same on every machine.
struct TimeAxis {
    /// Where the axis begins and how long it is, in pixels.
    let left, width: Int
    /// The offset from the onset at which it begins.
    let begin: Span
    /// The time its length stands for.
    let span: Span

    init(left: Int, width: Int, begin: Span = .zero, span: Span) {
        precondition(span > .zero, "an axis of \(span)")
        (self.left, self.width, self.begin, self.span) = (left, width, begin, span)
    }

    /// The offset from the onset at which it ends.
    var end: Span { begin + span }

    /// The place of an offset from the onset; what lies beyond an end stands on it.
    func place(_ offset: Span) -> Pixels {
        let inside = min(max(offset - begin, .zero), span)
        let passed = Double(inside.milliseconds) / Double(span.milliseconds)
        return Pixels(tenths: left * 10 + Int((passed * Double(width) * 10).rounded()))
    }

    /// Whether an offset can be shown.
    func shows(_ offset: Span) -> Bool { offset >= begin && offset <= end }

    /// Round offsets, at most nine, the onset among them where the axis begins there.
    var ticks: [Span] {
        let step = Self.steps.first { span.milliseconds / $0.milliseconds <= 8 } ?? .days(30)
        let first = (begin.milliseconds + step.milliseconds - 1) / step.milliseconds
        let last = max(first, end.milliseconds / step.milliseconds)
        return (first...last).map { step * $0 }
    }

    private static let steps: [Span] =
        [1, 2, 5, 10, 15, 30].map { .seconds($0) } + [1, 2, 5, 10, 15, 30].map { .minutes($0) }
        + [1, 2, 3, 6, 12].map { .hours($0) } + [1, 2, 5, 10].map { .days($0) }
}

/// A place or length in tenths of a pixel.
struct Pixels: Comparable, CustomStringConvertible {
    let tenths: Int

    static func < (left: Pixels, right: Pixels) -> Bool { left.tenths < right.tenths }
    static func - (left: Pixels, right: Pixels) -> Pixels { Pixels(tenths: left.tenths - right.tenths) }

    var description: String { tenths % 10 == 0 ? "\(tenths / 10)" : "\(tenths / 10).\(abs(tenths % 10))" }
}
