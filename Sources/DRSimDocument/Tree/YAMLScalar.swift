/// What a plain scalar of a manifest means to kubectl: YAML 1.1 as read by `sigs.k8s.io/yaml`.
///
/// `on` and `yes` are truth values, `012` is octal, `1_000` a number; a date or `3:25:45` stays a string.
package enum YAMLScalar {
    /// The value of a plain scalar.
    package static func value(of text: String) -> JSONValue {
        if text.utf8.count <= longestWord, let word = words[text] { return word }
        guard let first = text.unicodeScalars.first, "+-.0123456789".unicodeScalars.contains(first)
        else { return .string(text) }
        let plain = text.utf8.contains(UInt8(ascii: "_")) ? text.filter { $0 != "_" } : text
        if let number = integer(plain) { return .integer(number) }
        if isDecimal(plain), let number = Double(plain), number.isFinite { return .number(number) }
        return .string(text)
    }

    /// The bytes of `false`.
    private static let longestWord = 5

    private static let words: [String: JSONValue] = {
        var words: [String: JSONValue] = ["": .null, "~": .null, "null": .null, "Null": .null, "NULL": .null]
        let truths = ["y", "yes", "on", "true"].map { ($0, true) }
        for (word, value) in truths + ["n", "no", "off", "false"].map({ ($0, false) }) {
            for spelling in [word, word.uppercased(), word.prefix(1).uppercased() + word.dropFirst()] {
                words[spelling] = .bool(value)
            }
        }
        return words
    }()

    /// A whole number in decimal, or with the prefixes `0x`, `0b`, `0o` and `0`.
    private static func integer(_ text: String) -> Int64? {
        let isNegative = text.hasPrefix("-")
        let digits = text.hasPrefix("-") || text.hasPrefix("+") ? text.dropFirst() : text[...]
        guard let first = digits.first, first.isASCII, first.isNumber else { return nil }
        var (body, radix) = (digits, 10)
        for (prefix, base) in [("0x", 16), ("0b", 2), ("0o", 8), ("0", 8)]
        where digits.count > prefix.count && digits.lowercased().hasPrefix(prefix) {
            (body, radix) = (digits.dropFirst(prefix.count), base)
            break
        }
        return Int64((isNegative ? "-" : "") + body, radix: radix)
    }

    /// `[-+]?(digits[.digits*] | .digits)([eE][-+]?digits)?`
    private static func isDecimal(_ text: String) -> Bool {
        var rest = text.utf8[...]
        func take(_ set: String) -> Bool {
            guard let first = rest.first, set.utf8.contains(first) else { return false }
            rest.removeFirst()
            return true
        }
        func takeDigits() -> Bool {
            let count = rest.prefix { (48...57).contains($0) }.count
            rest.removeFirst(count)
            return count > 0
        }
        _ = take("+-")
        let hasWhole = takeDigits()
        let hasPoint = take(".")
        guard (hasPoint && takeDigits()) || hasWhole else { return false }
        if take("eE") {
            _ = take("+-")
            if !takeDigits() { return false }
        }
        return rest.isEmpty
    }
}
