import DRSimDocument

extension JSONValue {
    /// A calculated figure to a millionth: what lies behind is noise of the calculation.
    static func figure(_ value: Double) -> JSONValue {
        let rounded = (value * 1_000_000).rounded() / 1_000_000
        return .number(rounded.isFinite ? rounded : value)
    }
}
