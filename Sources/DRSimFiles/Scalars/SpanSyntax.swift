package import DRSimDocument
package import DRSimUnits

/// Durations as files write them: `250ms`, `30s`, `5m`, `1h30m`, `30d`, or ISO 8601's `PT4H`.
package enum SpanSyntax {
    private static let units: [(name: Substring, milliseconds: Int64)] = [
        ("d", 86_400_000), ("h", 3_600_000), ("m", 60_000), ("s", 1_000), ("ms", 1),
    ]
    private static let help = "write a number and a unit: `250ms`, `30s`, `5m`, `1h30m`, `30d`"

    /// Reads a duration; `nil` for what is none.
    package static func span(_ text: String) -> Span? {
        try? read(DocumentNode.Scalar(text: text, isQuoted: false))
    }

    /// A hundred years: no duration of a plan or of a scenario is longer.
    static let longest = Span.days(36_525)

    /// The span a scalar says; one without a unit, or beyond all plans, is refused.
    package static func read(_ scalar: DocumentNode.Scalar) throws(ScalarError) -> Span {
        let span = try unbounded(scalar)
        guard span <= longest else {
            throw ScalarError(
                .outOfRange, "the duration `\(scalar.text)` is longer than a hundred years (36525d)")
        }
        return span
    }

    private static func unbounded(_ scalar: DocumentNode.Scalar) throws(ScalarError) -> Span {
        let text = scalar.text
        if text.hasPrefix("-") {
            throw ScalarError(.outOfRange, "a duration cannot be negative: `\(text)`")
        }
        if text.hasPrefix("P") { return try sum(isoParts(of: scalar), of: scalar) }
        if let bare = DecimalText(text[...]), bare.unit.isEmpty {
            let hint = text == "0" ? "write `0s`" : "did you mean `\(text)m`? \(help)"
            throw ScalarError(.missingUnit, "`\(text)` has no unit", help: hint)
        }
        return try sum(parts(text, of: scalar), of: scalar)
    }

    /// `1h30m` as its numbers with their units' lengths; units must get smaller.
    private static func parts(
        _ text: String, of scalar: DocumentNode.Scalar
    ) throws(ScalarError) -> [(DecimalText, Int64)] {
        var rest = text[...]
        var parts: [(DecimalText, Int64)] = []
        if rest.isEmpty { throw unreadable(scalar, rest) }
        while !rest.isEmpty {
            guard let number = DecimalText(rest) else { throw unreadable(scalar, rest) }
            let name = number.unit.prefix { $0.isLetter }
            guard let unit = units.first(where: { $0.name == name })?.milliseconds,
                unit < parts.last?.1 ?? .max
            else { throw unreadable(scalar, rest) }
            parts.append((number, unit))
            rest = number.unit.dropFirst(name.count)
        }
        return parts
    }

    /// `P1DT2H30M` likewise; `M` is minutes, for months have no fixed length.
    private static func isoParts(
        of scalar: DocumentNode.Scalar
    ) throws(ScalarError) -> [(DecimalText, Int64)] {
        let halves = scalar.text.dropFirst().split(
            separator: "T", maxSplits: 1, omittingEmptySubsequences: false)
        let days = halves[0].lowercased(), time = halves.count == 2 ? halves[1].lowercased() : ""
        let isTime = time.isEmpty ? halves.count == 1 : !time.contains("ms") && !time.contains("d")
        guard isTime, days.allSatisfy({ $0.isNumber || $0 == "d" }), !(days + time).isEmpty else {
            throw unreadable(scalar, scalar.text[...])
        }
        return try parts(days + time, of: scalar)
    }

    private static func unreadable(_ scalar: DocumentNode.Scalar, _ rest: Substring) -> ScalarError {
        if rest.prefix(while: { $0.isNumber }).count > 18 {
            return ScalarError(.outOfRange, "the duration `\(scalar.text)` is too large to be counted")
        }
        return .expected("a duration", scalar, help: help)
    }

    private static func sum(
        _ parts: [(DecimalText, Int64)], of scalar: DocumentNode.Scalar
    ) throws(ScalarError) -> Span {
        var total: Int64 = 0
        for (number, unit) in parts {
            do throws(DecimalText.Failure) {
                let (sum, overflow) = total.addingReportingOverflow(try number.scaled(by: unit))
                if overflow { throw .tooLarge }
                total = sum
            } catch {
                throw error.explained("the duration `\(scalar.text)`", finest: "a millisecond")
            }
        }
        return Span(milliseconds: total)
    }
}

extension ScalarSyntax where Value == Span {
    /// A duration.
    package static var span: Self { Self(placeholder: .zero, read: SpanSyntax.read) }
}
