import DRSimDocument
package import DRSimUnits

/// Numbers of bytes with decimal or binary units, CPU in Kubernetes' notation, and money.
enum QuantitySyntax {
    private static let byteUnits: [(name: Substring, bytes: Int64)] = [
        ("B", 1), ("kB", 1_000), ("MB", 1_000_000), ("GB", 1_000_000_000), ("TB", 1_000_000_000_000),
        ("Ki", 1 << 10), ("Mi", 1 << 20), ("Gi", 1 << 30), ("Ti", 1 << 40),
    ]
    private static let byteHelp = "write a number and a unit: `8kB`, `80MB`, `5GB`, `512Mi`, `16Gi`"

    /// A thousand terabytes, and a million million of money: sums of sizes and of amounts stay countable.
    private static let largestSize: Int64 = 1_000_000_000_000_000
    private static let largestAmount = Money(minorUnits: 100_000_000_000_000)

    static func bytes(_ scalar: DocumentNode.Scalar) throws(ScalarError) -> ByteCount {
        let text = scalar.text
        if text.hasPrefix("-") { throw ScalarError(.outOfRange, "a size cannot be negative: `\(text)`") }
        guard let number = DecimalText(text[...]) else { throw .expected("a size", scalar, help: byteHelp) }
        if number.unit.isEmpty { throw ScalarError(.missingUnit, "`\(text)` has no unit", help: byteHelp) }
        guard let unit = byteUnits.first(where: { $0.name == number.unit })?.bytes else {
            throw .expected("a size", scalar, help: byteHelp)
        }
        let size = try scaled(number, by: unit, "the size `\(text)`", finest: "a byte")
        guard size <= largestSize else {
            throw ScalarError(.outOfRange, "the size `\(text)` is more than 1000TB")
        }
        return ByteCount(size)
    }

    /// Thousandths of a core: `4` and `4000m` are four cores.
    static func milliCPU(_ scalar: DocumentNode.Scalar) throws(ScalarError) -> Int64 {
        let help = "write cores or thousandths of a core: `4`, `500m`"
        guard let number = DecimalText(scalar.text[...]), number.unit.isEmpty || number.unit == "m" else {
            throw .expected("an amount of CPU", scalar, help: help)
        }
        let factor: Int64 = number.unit.isEmpty ? 1_000 : 1
        let cpu = try scaled(
            number, by: factor, "the CPU `\(scalar.text)`", finest: "a thousandth of a core")
        guard cpu <= 1_000_000_000 else {
            throw ScalarError(.outOfRange, "the CPU `\(scalar.text)` is more than a million cores")
        }
        return cpu
    }

    static func money(_ scalar: DocumentNode.Scalar) throws(ScalarError) -> Money {
        let text = scalar.text
        if text.hasPrefix("-") {
            throw ScalarError(.outOfRange, "an amount of money cannot be negative: `\(text)`")
        }
        guard !scalar.isQuoted, let number = DecimalText(text[...]), number.unit.isEmpty else {
            throw .expected(
                "an amount of money", scalar, help: "write a plain number such as `12500` or `0.25`")
        }
        let cents = try scaled(number, by: 100, "the amount `\(text)`", finest: "a cent")
        guard cents <= largestAmount.minorUnits else {
            throw ScalarError(.outOfRange, "the amount `\(text)` is more than 1000000000000")
        }
        return Money(minorUnits: cents)
    }

    private static func scaled(
        _ number: DecimalText, by factor: Int64, _ subject: String, finest: String
    ) throws(ScalarError) -> Int64 {
        do throws(DecimalText.Failure) {
            return try number.scaled(by: factor)
        } catch {
            throw error.explained(subject, finest: finest)
        }
    }
}

extension ScalarSyntax where Value == ByteCount {
    /// A number of bytes.
    package static var bytes: ScalarSyntax<ByteCount> { Self(placeholder: .zero, read: QuantitySyntax.bytes) }
}

extension ScalarSyntax where Value == Money {
    /// An amount of money in major units.
    package static var money: ScalarSyntax<Money> { Self(placeholder: .zero, read: QuantitySyntax.money) }
}

extension ScalarSyntax where Value == Int64 {
    /// Thousandths of a core.
    package static var milliCPU: Self { Self(placeholder: 0, read: QuantitySyntax.milliCPU) }
}
