import DRSimDocument

/// A decimal number and the unit behind it, read without rounding: `12.5%`, `250ms`, `16Gi`.
struct DecimalText {
    /// All digits as one whole number.
    private let digits: Int64
    /// How many of the digits stand behind the point.
    private let decimals: Int
    /// What follows the number.
    let unit: Substring

    /// Splits a text; `nil` if it does not start with a digit, or has more digits than fit.
    init?(_ text: Substring) {
        let number = text.prefix { ("0"..."9").contains($0) || $0 == "." }
        let halves = number.split(separator: ".", maxSplits: 1, omittingEmptySubsequences: false)
        guard let whole = halves.first, !whole.isEmpty, halves.last?.isEmpty == false,
            let digits = Int64(halves.joined())
        else { return nil }
        self.digits = digits
        decimals = halves.count == 2 ? halves[1].count : 0
        unit = text.dropFirst(number.count)
    }

    /// Why a number cannot be counted in a unit.
    enum Failure: Error {
        case tooLarge, tooFine

        /// The error for whoever wrote the number.
        func explained(_ subject: String, finest: String) -> ScalarError {
            switch self {
            case .tooLarge: ScalarError(.outOfRange, "\(subject) is too large to be counted")
            case .tooFine: ScalarError(.outOfRange, "\(subject) is finer than \(finest)")
            }
        }
    }

    /// The number times a factor as a whole number.
    func scaled(by factor: Int64) throws(Failure) -> Int64 {
        var divisor: UInt64 = 1
        for _ in 0..<decimals {
            let (power, overflow) = divisor.multipliedReportingOverflow(by: 10)
            if overflow { throw .tooFine }
            divisor = power
        }
        let product = digits.magnitude.multipliedFullWidth(by: factor.magnitude)
        guard product.high < divisor else { throw .tooLarge }
        let (quotient, rest) = divisor.dividingFullWidth(product)
        if rest != 0 { throw .tooFine }
        guard let count = Int64(exactly: quotient) else { throw .tooLarge }
        return count
    }
}
