import DRSimDocument
import OrderedCollections

/// The structural schema of a part of an object: which fields it knows and what they hold.
///
/// The API server drops what a schema does not know (A4); what it knows must have the right type.
indirect enum Schema: Sendable {
    /// Anything; nothing in it is dropped.
    case any
    /// A string.
    case string
    /// How long backups are kept: a number and `d`, `w` or `m`.
    case retentionPolicy
    /// One of these strings.
    case choice([String])
    /// A whole number, not below the bound; where the server's own type has 32 bits, not above either.
    case integer(minimum: Int64, bits: Int = 64)
    /// A truth value.
    case boolean
    /// A list of equal items.
    case list(Schema)
    /// An object with free keys and equal values.
    case map(Schema)
    /// An object with these fields, some of them required.
    case object(OrderedDictionary<String, Schema>, required: [String])

    /// What came of holding a value against a schema.
    struct Result: Sendable {
        /// The value without the fields the schema does not know, and without nulls.
        var value: JSONValue
        /// The paths of the fields that were dropped.
        var unknown: [String] = []
        /// The rules the value breaks.
        var violations: [FieldViolation] = []
        /// The first value that does not fit its type of 32 bits.
        var undecodable: Undecodable?
    }

    /// A value the server's decoder cannot read, and where it stands.
    struct Undecodable: Sendable {
        let value: JSONValue
        let path: String

        /// How the decoder names it.
        var text: String {
            let found = value.integer.map { "number \($0)" } ?? value.typeName
            return "\(found) into Go struct field \(path) of type int32"
        }
    }

    /// Holds a value against the schema.
    func check(_ value: JSONValue, at path: String = "") -> Result {
        switch self {
        case .any: Result(value: value)
        case .string: scalar(value, path, "string", fits: value.string != nil)
        case .retentionPolicy: checkRetention(value, path)
        case .boolean: scalar(value, path, "boolean", fits: value.bool != nil)
        case .integer(let minimum, let bits): checkInteger(value, path, minimum: minimum, bits: bits)
        case .choice(let allowed): checkChoice(value, path, allowed: allowed)
        case .list(let items): checkList(value, path, of: items)
        case .map(let values): checkMap(value, path, of: values)
        case .object(let fields, let required): checkObject(value, path, fields: fields, required: required)
        }
    }

    private func scalar(_ value: JSONValue, _ path: String, _ type: String, fits: Bool) -> Result {
        Result(value: value, violations: fits ? [] : [Self.wrongType(value, path, type)])
    }

    private func checkInteger(_ value: JSONValue, _ path: String, minimum: Int64, bits: Int) -> Result {
        if bits == 32, value.integer.flatMap({ Int32(exactly: $0) }) == nil {
            return Result(value: value, undecodable: Undecodable(value: value, path: path))
        }
        guard let number = value.integer else { return scalar(value, path, "integer", fits: false) }
        guard number < minimum else { return Result(value: value) }
        return Result(
            value: value,
            violations: [
                .invalid(path, "\(number)", "\(path) in body should be greater than or equal to \(minimum)")
            ])
    }

    private func checkRetention(_ value: JSONValue, _ path: String) -> Result {
        guard let text = value.string else { return scalar(value, path, "string", fits: false) }
        let count = text.unicodeScalars.dropLast()
        let fits =
            "dwm".unicodeScalars.contains(text.unicodeScalars.last ?? " ") && count.first ?? "0" != "0"
            && count.allSatisfy { ("0"..."9").contains($0) }
        guard !fits else { return Result(value: value) }
        let why = "\(path) in body should match '^[1-9][0-9]*[dwm]$'"
        return Result(value: value, violations: [.invalid(path, "\"\(text)\"", why)])
    }

    private func checkChoice(_ value: JSONValue, _ path: String, allowed: [String]) -> Result {
        guard let text = value.string else { return scalar(value, path, "string", fits: false) }
        guard !allowed.contains(text) else { return Result(value: value) }
        let list = allowed.map { "\"\($0)\"" }.joined(separator: ", ")
        let violation = FieldViolation(
            path: path, text: "Unsupported value: \"\(text)\": supported values: \(list)")
        return Result(value: value, violations: [violation])
    }

    private func checkList(_ value: JSONValue, _ path: String, of items: Schema) -> Result {
        guard let array = value.array else { return scalar(value, path, "array", fits: false) }
        var result = Result(value: .null)
        let checked = array.enumerated().map { index, item in
            result.take(items.check(item, at: "\(path)[\(index)]"))
        }
        result.value = .array(checked)
        return result
    }

    private func checkMap(_ value: JSONValue, _ path: String, of values: Schema) -> Result {
        guard let members = value.object else { return scalar(value, path, "object", fits: false) }
        var (result, kept) = (Result(value: .null), OrderedDictionary<String, JSONValue>())
        for (key, member) in members where member != .null {
            kept[key] = result.take(values.check(member, at: "\(path).\(key)"))
        }
        result.value = .object(kept)
        return result
    }

    private func checkObject(
        _ value: JSONValue, _ path: String, fields: OrderedDictionary<String, Schema>, required: [String]
    ) -> Result {
        guard let members = value.object else { return scalar(value, path, "object", fits: false) }
        var (result, kept) = (Result(value: .null), OrderedDictionary<String, JSONValue>())
        for (key, member) in members where member != .null {
            let place = path.isEmpty ? key : "\(path).\(key)"
            if let schema = fields[key] {
                kept[key] = result.take(schema.check(member, at: place))
            } else {
                result.unknown.append(place)
            }
        }
        for key in required where kept[key] == nil {
            result.violations.append(.required(path.isEmpty ? key : "\(path).\(key)"))
        }
        result.value = .object(kept)
        return result
    }

    private static func wrongType(_ value: JSONValue, _ path: String, _ type: String) -> FieldViolation {
        let shown =
            switch value {
            case .string: "\"string\""
            case .integer: "\"integer\""
            case .number: "\"number\""
            case .bool: "\"boolean\""
            case .array: "\"array\""
            case .object: "\"object\""
            case .null: "\"null\""
            }
        return .invalid(path, shown, "\(path) in body must be of type \(type): \(shown)")
    }
}

extension Schema.Result {
    /// Takes a part's findings over; returns its value.
    fileprivate mutating func take(_ part: Schema.Result) -> JSONValue {
        unknown += part.unknown
        violations += part.violations
        undecodable = undecodable ?? part.undecodable
        return part.value
    }
}

extension Schema: ExpressibleByDictionaryLiteral {
    /// An object with these fields, none of them required.
    init(dictionaryLiteral fields: (String, Schema)...) {
        self = .object(OrderedDictionary(uniqueKeysWithValues: fields), required: [])
    }
}
