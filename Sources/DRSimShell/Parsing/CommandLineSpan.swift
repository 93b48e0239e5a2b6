import DRSimUnits

extension Span {
    /// A duration as command lines take it: `90s`, `1m30s`, `500ms`, or a number of seconds;
    /// `nil` for anything else.
    package init?(commandLine text: String) {
        if let seconds = Self.bounded(text) {
            self = .rounding(seconds: seconds)
            return
        }
        var (rest, total) = (text[...], 0.0)
        while !rest.isEmpty {
            let digits = rest.prefix { $0.isNumber || $0 == "." }
            rest = rest.dropFirst(digits.count)
            let unit = rest.prefix { $0.isLetter }
            rest = rest.dropFirst(unit.count)
            guard let number = Self.bounded(digits), let seconds = Self.units[String(unit)] else {
                return nil
            }
            total += number * seconds
        }
        guard !text.isEmpty else { return nil }
        self = .rounding(seconds: total)
    }

    private static let units: [String: Double] = ["ms": 0.001, "s": 1, "m": 60, "h": 3_600]

    /// A number of a size that a duration can have.
    private static func bounded(_ text: some StringProtocol) -> Double? {
        Double(text).flatMap { (0...1e9).contains($0) ? $0 : nil }
    }
}
