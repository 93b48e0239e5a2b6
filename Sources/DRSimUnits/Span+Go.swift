extension Span {
    /// A duration as programs written in Go take it: `90s`, `1m30s`, `1.5h`; `nil` for anything else.
    package init?(goText text: String) {
        var (rest, total) = (text[...], 0.0)
        while !rest.isEmpty {
            let digits = rest.prefix { $0.isNumber || $0 == "." }
            rest = rest.dropFirst(digits.count)
            let unit = rest.prefix { $0.isLetter }
            rest = rest.dropFirst(unit.count)
            guard let number = Double(digits), (0...1e9).contains(number),
                let seconds = Self.goUnits[String(unit)]
            else { return nil }
            total += number * seconds
        }
        guard !text.isEmpty else { return nil }
        self = .rounding(seconds: total)
    }

    private static let goUnits: [String: Double] = ["ms": 0.001, "s": 1, "m": 60, "h": 3_600]
}
