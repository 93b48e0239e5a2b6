/// A share of a whole in millionths: 1 000 000 is everything.
///
/// Shares are integers so that sums over services and regions are exact and the trace does not
/// depend on the order of additions.
public struct Share: Hashable, Comparable, Sendable {
    /// The share in parts per million, 0 to 1 000 000 in all models of drsim.
    public var partsPerMillion: Int64

    /// Creates a share from parts per million.
    public init(partsPerMillion: Int64) {
        self.partsPerMillion = partsPerMillion
    }

    /// Nobody, nothing.
    public static let none = Share(partsPerMillion: 0)

    /// Everybody, everything.
    public static let all = Share(partsPerMillion: 1_000_000)

    /// A percentage of the whole.
    public static func percent(_ count: Int64) -> Share { Share(partsPerMillion: count * 10_000) }

    /// Rounds a fraction of one to the nearest millionth, ties to even.
    public static func rounding(_ fraction: Double) -> Share {
        Share(partsPerMillion: Int64((fraction * 1_000_000).rounded(.toNearestOrEven)))
    }

    /// The share as a fraction of one.
    public var fraction: Double { Double(partsPerMillion) / 1_000_000 }

    /// What is missing to the whole.
    public var rest: Share { Share(partsPerMillion: 1_000_000 - partsPerMillion) }

    /// Orders by size.
    public static func < (left: Share, right: Share) -> Bool {
        left.partsPerMillion < right.partsPerMillion
    }

    /// The sum of two shares.
    public static func + (left: Share, right: Share) -> Share {
        Share(partsPerMillion: left.partsPerMillion + right.partsPerMillion)
    }

    /// The difference of two shares.
    public static func - (left: Share, right: Share) -> Share {
        Share(partsPerMillion: left.partsPerMillion - right.partsPerMillion)
    }

    /// A share of a share, rounded down to the millionth.
    public static func * (left: Share, right: Share) -> Share {
        Share(partsPerMillion: left.partsPerMillion * right.partsPerMillion / 1_000_000)
    }
}

extension Share: CustomStringConvertible {
    /// A percentage with as many decimals as it needs, two at most.
    public var description: String {
        let hundredths = (partsPerMillion + 50) / 100
        let (whole, fraction) = (hundredths / 100, hundredths % 100)
        if fraction == 0 { return "\(whole)%" }
        if fraction % 10 == 0 { return "\(whole).\(fraction / 10)%" }
        return fraction < 10 ? "\(whole).0\(fraction)%" : "\(whole).\(fraction)%"
    }
}
