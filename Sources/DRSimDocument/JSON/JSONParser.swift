import OrderedCollections

/// Reads JSON text (RFC 8259) strictly: no trailing comma, no key twice, nothing after the value.
///
/// It stands here because commands are read within trials, where Foundation has no place, and because
/// Foundation's decoder takes a key that stands twice and a comma too many.
struct JSONParser {
    /// Why the text is no JSON.
    struct Problem: Error, Hashable {
        let reason: String
    }

    /// How deep arrays and objects may stand in one another.
    static let deepest = 512

    private var bytes: Substring.UTF8View
    private let text: String
    private var depth = 0

    init(_ text: String) {
        self.text = text
        bytes = text[...].utf8
    }

    /// The one value of the text.
    mutating func document() throws(Problem) -> JSONValue {
        let value = try self.value()
        skipBlanks()
        guard bytes.isEmpty else { throw unexpected("the end") }
        return value
    }

    private mutating func value() throws(Problem) -> JSONValue {
        skipBlanks()
        switch bytes.first {
        case UInt8(ascii: "{"):
            try descend()
            return try object()
        case UInt8(ascii: "["):
            try descend()
            return try array()
        case UInt8(ascii: "\""): return .string(try string())
        case UInt8(ascii: "t"): return try word("true", .bool(true))
        case UInt8(ascii: "f"): return try word("false", .bool(false))
        case UInt8(ascii: "n"): return try word("null", .null)
        default: return try number()
        }
    }

    private mutating func descend() throws(Problem) {
        guard depth < Self.deepest else {
            throw Problem(reason: "more than \(Self.deepest) arrays and objects within one another")
        }
        depth += 1
        bytes.removeFirst()
    }

    private mutating func ascend(_ value: JSONValue) -> JSONValue {
        depth -= 1
        return value
    }

    private mutating func array() throws(Problem) -> JSONValue {
        var items: [JSONValue] = []
        if take("]") { return ascend(.array(items)) }
        while true {
            items.append(try value())
            if take("]") { return ascend(.array(items)) }
            guard take(",") else { throw unexpected("`,` or `]`") }
        }
    }

    /// An object; its keys in sorted order, as Kubernetes prints them.
    private mutating func object() throws(Problem) -> JSONValue {
        var members: OrderedDictionary<String, JSONValue> = [:]
        if take("}") { return ascend(.object(members)) }
        while true {
            skipBlanks()
            guard bytes.first == UInt8(ascii: "\"") else { throw unexpected("a key in double quotes") }
            let key = try string()
            guard take(":") else { throw unexpected("`:`") }
            let member = try value()
            guard members.updateValue(member, forKey: key) == nil else {
                throw Problem(reason: "the key \"\(key)\" stands twice in one object")
            }
            if take("}") { break }
            guard take(",") else { throw unexpected("`,` or `}`") }
        }
        members.sort { $0.key < $1.key }
        return ascend(.object(members))
    }

    private mutating func word(_ word: String, _ value: JSONValue) throws(Problem) -> JSONValue {
        guard bytes.starts(with: word.utf8) else { throw unexpected("a value") }
        bytes.removeFirst(word.utf8.count)
        return value
    }

    private mutating func number() throws(Problem) -> JSONValue {
        let digits = bytes.prefix { "+-.0123456789eE".utf8.contains($0) }
        guard Self.isNumber(digits), let written = String(digits) else { throw unexpected("a value") }
        bytes.removeFirst(digits.count)
        if let whole = Int64(written) { return .integer(whole) }
        guard let number = Double(written), number.isFinite else {
            throw Problem(reason: "\(written) is too large a number")
        }
        return .number(number)
    }

    /// Whether the text is a number as JSON writes it: `-0.5e3`, but not `+1`, `01`, `.5` or `1.`.
    private static func isNumber(_ text: Substring.UTF8View) -> Bool {
        var rest = text
        func digits() -> Int {
            let count = rest.prefix { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }.count
            rest.removeFirst(count)
            return count
        }
        if rest.first == UInt8(ascii: "-") { rest.removeFirst() }
        let leadsWithZero = rest.first == UInt8(ascii: "0")
        let whole = digits()
        guard whole > 0, whole == 1 || !leadsWithZero else { return false }
        if rest.first == UInt8(ascii: ".") {
            rest.removeFirst()
            guard digits() > 0 else { return false }
        }
        guard rest.first.map({ $0 | 0x20 }) == UInt8(ascii: "e") else { return rest.isEmpty }
        rest.removeFirst()
        if rest.first == UInt8(ascii: "+") || rest.first == UInt8(ascii: "-") { rest.removeFirst() }
        return digits() > 0 && rest.isEmpty
    }
}

extension JSONParser {
    /// Takes this character if it is the next that is no blank.
    private mutating func take(_ character: Unicode.Scalar) -> Bool {
        skipBlanks()
        guard bytes.first == UInt8(ascii: character) else { return false }
        bytes.removeFirst()
        return true
    }

    private mutating func skipBlanks() {
        while let byte = bytes.first, byte == 0x20 || (0x09...0x0A).contains(byte) || byte == 0x0D {
            bytes.removeFirst()
        }
    }

    private func unexpected(_ wanted: String) -> Problem {
        let column = text[..<bytes.startIndex].count + 1
        guard let found = text[bytes.startIndex...].first else {
            return Problem(reason: "expected \(wanted) at column \(column), found the end")
        }
        return Problem(reason: "expected \(wanted) at column \(column), found `\(found)`")
    }

    private mutating func string() throws(Problem) -> String {
        bytes.removeFirst()
        var read = ""
        while true {
            let plain = bytes.prefix { $0 != UInt8(ascii: "\"") && $0 != UInt8(ascii: "\\") && $0 >= 0x20 }
            read += Substring(plain)
            bytes.removeFirst(plain.count)
            switch bytes.popFirst() {
            case UInt8(ascii: "\""): return read
            case UInt8(ascii: "\\"): read.unicodeScalars.append(try escaped())
            case nil: throw Problem(reason: "a string that does not end")
            default: throw Problem(reason: "a control character within a string")
            }
        }
    }

    private mutating func escaped() throws(Problem) -> Unicode.Scalar {
        switch bytes.popFirst() {
        case UInt8(ascii: "\""): return "\""
        case UInt8(ascii: "\\"): return "\\"
        case UInt8(ascii: "/"): return "/"
        case UInt8(ascii: "b"): return "\u{8}"
        case UInt8(ascii: "f"): return "\u{C}"
        case UInt8(ascii: "n"): return "\n"
        case UInt8(ascii: "r"): return "\r"
        case UInt8(ascii: "t"): return "\t"
        case UInt8(ascii: "u"): return try codePoint()
        default: throw Problem(reason: "an escape JSON does not have")
        }
    }

    /// `\uXXXX`, or two of them where the first is the lead of a surrogate pair.
    private mutating func codePoint() throws(Problem) -> Unicode.Scalar {
        let first = try codeUnit()
        if let scalar = Unicode.Scalar(first) { return scalar }
        guard first < 0xDC00, bytes.popFirst() == UInt8(ascii: "\\"), bytes.popFirst() == UInt8(ascii: "u")
        else { throw Problem(reason: "half of a surrogate pair") }
        let second = try codeUnit()
        guard (0xDC00...0xDFFF).contains(second),
            let scalar = Unicode.Scalar(0x10000 + (first - 0xD800) << 10 + (second - 0xDC00))
        else { throw Problem(reason: "half of a surrogate pair") }
        return scalar
    }

    private mutating func codeUnit() throws(Problem) -> UInt32 {
        let digits = bytes.prefix(4)
        guard digits.count == 4, let written = String(digits), written.allSatisfy(\.isHexDigit),
            let unit = UInt32(written, radix: 16)
        else { throw Problem(reason: "\\u without four hexadecimal digits") }
        bytes.removeFirst(4)
        return unit
    }
}
