/// An amount of the plan's currency in whole minor units (cents).
public struct Money: Hashable, Comparable, Sendable {
    /// The amount in minor units.
    public var minorUnits: Int64

    /// Creates an amount from minor units.
    public init(minorUnits: Int64) {
        self.minorUnits = minorUnits
    }

    /// Nothing.
    public static let zero = Money(minorUnits: 0)

    /// Rounds an amount in major units (dollars) to the nearest minor unit, ties to even.
    public static func rounding(_ majorUnits: Double) -> Money {
        Money(minorUnits: Int64((majorUnits * 100).rounded(.toNearestOrEven)))
    }

    /// The amount in major units (dollars).
    public var inMajorUnits: Double { Double(minorUnits) / 100 }

    /// Orders by size.
    public static func < (left: Money, right: Money) -> Bool { left.minorUnits < right.minorUnits }

    /// The sum of two amounts.
    public static func + (left: Money, right: Money) -> Money {
        Money(minorUnits: left.minorUnits + right.minorUnits)
    }

    /// The difference of two amounts.
    public static func - (left: Money, right: Money) -> Money {
        Money(minorUnits: left.minorUnits - right.minorUnits)
    }

    /// Adds to an amount in place.
    public static func += (left: inout Money, right: Money) {
        left.minorUnits += right.minorUnits
    }
}

extension Money: CustomStringConvertible {
    /// Major units with thousands separated by commas and two decimals: `12,500.00`.
    public var description: String {
        let cents = minorUnits.magnitude
        let fraction = cents % 100
        let tail = fraction < 10 ? "0\(fraction)" : "\(fraction)"
        return (minorUnits < 0 ? "-" : "") + (cents / 100).groupedByThousands + "." + tail
    }
}

extension BinaryInteger {
    /// The number in decimal with commas between groups of three digits.
    public var groupedByThousands: String {
        var reversed: [Character] = []
        for (index, digit) in String(self.magnitude).reversed().enumerated() {
            if index > 0 && index % 3 == 0 { reversed.append(",") }
            reversed.append(digit)
        }
        return (self < 0 ? "-" : "") + String(reversed.reversed())
    }
}
