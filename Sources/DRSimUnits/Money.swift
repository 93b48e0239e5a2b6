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

    /// The largest amount that is counted; a sum that would be larger stays at it.
    public static let largest = Money(minorUnits: .max)

    /// The largest debt that is counted.
    private static let smallest = Money(minorUnits: .min)

    /// Rounds an amount in major units (dollars) to the nearest minor unit, ties to even; saturates at
    /// the ends of the range.
    public static func rounding(_ majorUnits: Double) -> Money {
        let scaled = (majorUnits * 100).rounded(.toNearestOrEven)
        if scaled >= 9.2e18 { return largest }
        if scaled <= -9.2e18 { return smallest }
        return Money(minorUnits: Int64(scaled))
    }

    /// The amount in major units (dollars).
    public var inMajorUnits: Double { Double(minorUnits) / 100 }

    /// Orders by size.
    public static func < (left: Money, right: Money) -> Bool { left.minorUnits < right.minorUnits }

    /// The sum of two amounts; saturates.
    public static func + (left: Money, right: Money) -> Money {
        let (sum, isOver) = left.minorUnits.addingReportingOverflow(right.minorUnits)
        guard isOver else { return Money(minorUnits: sum) }
        return left.minorUnits > 0 ? largest : smallest
    }

    /// The difference of two amounts; saturates.
    public static func - (left: Money, right: Money) -> Money {
        let (difference, isOver) = left.minorUnits.subtractingReportingOverflow(right.minorUnits)
        guard isOver else { return Money(minorUnits: difference) }
        return left.minorUnits > 0 ? largest : smallest
    }

    /// Adds to an amount in place; saturates.
    public static func += (left: inout Money, right: Money) {
        left = left + right
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
