import DRSimKernel

/// Digits that look drawn and are a function of a name: ids as the provider would give them.
enum StreamDigits {
    /// Sixteen hexadecimal digits.
    static func hexadecimal(_ name: String) -> String {
        let digits = String(StreamName(name).hash, radix: 16)
        return String(repeating: "0", count: 16 - digits.count) + digits
    }

    /// A version's id: 32 letters and digits.
    static func version(_ name: String) -> String {
        let halves = ["a", "b", "c"].map { String(StreamName("\(name) \($0)").hash, radix: 36) }
        return String(halves.joined().prefix(32))
    }
}
