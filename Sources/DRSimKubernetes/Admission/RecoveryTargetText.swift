package import DRSimUnits

// Where a recovery is to stop, as the operator and PostgreSQL write it.

extension CalendarTime {
    /// Reads a recovery target as the operator's `ParseTargetTime` does: with or without `T`, fraction and
    /// offset; without an offset it is taken for UTC (F60).
    package init?(recoveryTarget text: String) {
        var bare = text.replacing(" ", with: "T")
        var offset = Span.zero
        if bare.hasSuffix("Z") {
            bare.removeLast()
        } else if let sign = bare.dropFirst(10).lastIndex(where: { "+-".contains($0) }) {
            guard let span = Span(offset: bare[sign...]) else { return nil }
            (offset, bare) = (span, String(bare[..<sign]))
        }
        if bare.count == 10 { bare += "T00:00:00" }
        let parts = bare.split(separator: ".", maxSplits: 1).map(String.init)
        guard let whole = parts.first else { return nil }
        let fraction = parts.count == 2 ? "." + (parts[1] + "000").prefix(3) : ""
        guard let local = CalendarTime(iso8601: whole + fraction + "Z") else { return nil }
        self.init(millisecondsSinceEpoch: local.millisecondsSinceEpoch - offset.milliseconds)
    }
}

extension Span {
    /// Reads the offset of a time zone: `+09`, `-03:30`.
    fileprivate init?(offset text: Substring) {
        let parts = text.dropFirst().split(separator: ":", omittingEmptySubsequences: false)
        let numbers = parts.compactMap { $0.count == 2 ? UInt8($0) : nil }
        guard numbers.count == parts.count, (1...2).contains(parts.count), numbers[0] < 24,
            numbers.count == 1 || numbers[1] < 60
        else { return nil }
        let minutes = Int64(numbers[0]) * 60 + Int64(numbers.count == 2 ? numbers[1] : 0)
        self = .minutes(text.hasPrefix("-") ? -minutes : minutes)
    }
}

extension ByteCount {
    /// Reads a position of the log as PostgreSQL writes it: `1A/2B3C4D5E`.
    package init?(location text: String) {
        let halves = text.split(separator: "/", omittingEmptySubsequences: false)
        guard halves.count == 2, let high = UInt32(halves[0], radix: 16),
            let low = UInt32(halves[1], radix: 16)
        else { return nil }
        self.init(Int64(clamping: UInt64(high) << 32 | UInt64(low)))
    }
}
