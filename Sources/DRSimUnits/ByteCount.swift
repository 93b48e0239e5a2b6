/// A number of bytes; also a position in a write-ahead log, counted from the start of the trial's history.
public struct ByteCount: Hashable, Comparable, Sendable {
    /// The number of bytes.
    public var bytes: Int64

    /// Creates a count of bytes.
    public init(_ bytes: Int64) {
        self.bytes = bytes
    }

    /// Nothing.
    public static let zero = ByteCount(0)

    /// Orders by size.
    public static func < (left: ByteCount, right: ByteCount) -> Bool { left.bytes < right.bytes }

    /// The sum of two counts.
    public static func + (left: ByteCount, right: ByteCount) -> ByteCount {
        ByteCount(left.bytes + right.bytes)
    }

    /// The difference of two counts.
    public static func - (left: ByteCount, right: ByteCount) -> ByteCount {
        ByteCount(left.bytes - right.bytes)
    }
}

extension ByteCount: CustomStringConvertible {
    /// Decimal units with one decimal: `1.5 GB`.
    public var description: String {
        let units: [(Int64, String)] = [
            (1_000_000_000_000, "TB"), (1_000_000_000, "GB"), (1_000_000, "MB"), (1_000, "kB"),
        ]
        for (size, name) in units where bytes.magnitude >= size.magnitude {
            let (whole, rest) = bytes.quotientAndRemainder(dividingBy: size)
            return "\(whole).\((rest.magnitude * 10) / size.magnitude) \(name)"
        }
        return "\(bytes) B"
    }
}
