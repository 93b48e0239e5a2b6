import DRSimDocument
import DRSimUnits

extension ScalarSyntax where Value == String {
    /// Any text, plain or quoted.
    package static var text: Self {
        Self(placeholder: "") { (scalar) throws(ScalarError) in
            if scalar.text.isEmpty { throw ScalarError(.invalidValue, "the text is empty") }
            return scalar.text
        }
    }
}

extension ScalarSyntax where Value == Bool {
    /// `true` or `false`, and nothing else that some YAML takes for it.
    package static var flag: Self {
        Self(placeholder: false) { (scalar) throws(ScalarError) in
            switch (scalar.text, scalar.isQuoted) {
            case ("true", false): return true
            case ("false", false): return false
            default: throw .expected("true or false", scalar)
            }
        }
    }
}

extension ScalarSyntax where Value == Int {
    /// A whole number within bounds.
    static func integer(_ range: ClosedRange<Int>) -> Self {
        Self(placeholder: range.lowerBound) { (scalar) throws(ScalarError) in
            guard !scalar.isQuoted, let number = Int(scalar.text), scalar.text.first != "+" else {
                let isWhole = !scalar.isQuoted && scalar.text.drop { $0 == "-" }.allSatisfy(\.isWholeNumber)
                if isWhole { throw outside(range, scalar) }
                throw .expected("a whole number", scalar)
            }
            guard range.contains(number) else { throw outside(range, scalar) }
            return number
        }
    }

    /// A number of things.
    package static var count: Self { .integer(0...1_000_000) }

    private static func outside(_ range: ClosedRange<Int>, _ scalar: DocumentNode.Scalar) -> ScalarError {
        ScalarError(
            .outOfRange, "`\(scalar.text)` is not between \(range.lowerBound) and \(range.upperBound)")
    }
}

extension ScalarSyntax where Value == UInt64 {
    /// A seed: any whole number of 64 bits.
    static var seed: Self {
        Self(placeholder: 0) { (scalar) throws(ScalarError) in
            guard !scalar.isQuoted, let number = UInt64(scalar.text), scalar.text.first != "+" else {
                throw .expected("a seed from 0 to \(UInt64.max)", scalar)
            }
            return number
        }
    }
}

extension ScalarSyntax where Value == Double {
    /// A plain number that is not negative and not beyond what the model counts.
    package static var number: Self { number(upTo: 1e12) }

    /// A plain number from zero to a bound.
    static func number(upTo limit: Double) -> Self {
        Self(placeholder: 0) { (scalar) throws(ScalarError) in
            guard !scalar.isQuoted, scalar.text.first?.isNumber == true || scalar.text.first == "-",
                !scalar.text.lowercased().contains("x"), let number = Double(scalar.text), number.isFinite
            else { throw .expected("a number", scalar) }
            if number < 0 { throw ScalarError(.outOfRange, "`\(scalar.text)` is negative") }
            if number > limit {
                let bound = Int64(limit).groupedByThousands
                throw ScalarError(.outOfRange, "`\(scalar.text)` is more than \(bound)")
            }
            return number
        }
    }
}

extension ScalarSyntax where Value == CalendarTime {
    /// A moment in UTC.
    static var moment: Self {
        Self(placeholder: CalendarTime(millisecondsSinceEpoch: 0)) { (scalar) throws(ScalarError) in
            if let moment = CalendarTime(iso8601: scalar.text) { return moment }
            throw .expected("a moment in UTC", scalar, help: "write it like `2026-03-10T17:00:00Z`")
        }
    }
}

extension ScalarSyntax where Value: CaseIterable & RawRepresentable, Value.RawValue == String {
    /// One of an enumeration's raw values.
    static var choice: Self {
        let cases = Array(Value.allCases)
        precondition(!cases.isEmpty, "\(Value.self) has no cases")
        return Self(placeholder: cases[0]) { (scalar) throws(ScalarError) in
            if let value = Value(rawValue: scalar.text) { return value }
            throw .notAmong(cases.map(\.rawValue), scalar)
        }
    }
}

extension ScalarSyntax where Value == String {
    /// One of some words.
    static func oneOf(_ words: [String]) -> Self {
        Self(placeholder: "") { (scalar) throws(ScalarError) in
            if words.contains(scalar.text) { return scalar.text }
            throw .notAmong(words, scalar)
        }
    }
}

extension ScalarError {
    /// None of the words that are allowed.
    fileprivate static func notAmong(_ words: [String], _ scalar: DocumentNode.Scalar) -> ScalarError {
        ScalarError(
            .invalidValue, "`\(scalar.text)` is not one of the values allowed here",
            help: Suggestion.help(for: scalar.text, among: words))
    }
}
