extension FixedWidthInteger {
    /// The quotient of two numbers that are not negative, rounded up.
    public func dividedRoundingUp(by divisor: Self) -> Self {
        precondition(self >= 0 && divisor > 0, "\(self) divided by \(divisor) is not rounded up here")
        let (quotient, remainder) = quotientAndRemainder(dividingBy: divisor)
        return remainder == 0 ? quotient : quotient + 1
    }
}
