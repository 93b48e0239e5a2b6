import DRSimUnits

/// What the typing person's own shell puts in the place of `$(date +FORMAT)` before a program starts.
///
/// Dates are in UTC, with or without `-u`. Other substitutions are left as they stand.
enum CommandSubstitution {
    /// The words of a command line with its dates filled in.
    static func replaced(in words: [String], at now: CalendarTime) -> [String] {
        words.map { word in word.utf8.contains(dollar) ? replaced(in: word, at: now) : word }
    }

    private static let opening = "$(date"
    private static let dollar = UInt8(ascii: "$")

    private static func replaced(in word: String, at now: CalendarTime) -> String {
        var (result, rest) = ("", word[...])
        while let first = rest.first {
            let inner = rest.hasPrefix(opening) ? rest.dropFirst(opening.count).prefix { $0 != ")" } : ""
            guard let date = date(inner, at: now) else {
                result.append(first)
                rest = rest.dropFirst()
                continue
            }
            result += date
            rest = rest.dropFirst(opening.count + inner.count + 1)
        }
        return result
    }

    /// What `date` prints for its arguments; `nil` for those that are not simulated.
    private static func date(_ arguments: Substring, at now: CalendarTime) -> String? {
        let words = arguments.split(separator: " ").filter { $0 != "-u" }
        guard words.count == 1, let format = words.first, format.hasPrefix("+") else { return nil }
        return formatted(format.dropFirst().filter { $0 != "\"" && $0 != "'" }, now)
    }

    private static func formatted(_ format: String, _ now: CalendarTime) -> String? {
        var (result, rest) = ("", format[...])
        while let character = rest.popFirst() {
            guard character == "%" else {
                result.append(character)
                continue
            }
            guard let letter = rest.popFirst(), let field = field(letter, now) else { return nil }
            result += field
        }
        return result
    }

    private static func field(_ letter: Character, _ now: CalendarTime) -> String? {
        let date = now.date
        return switch letter {
        case "Y": padded(date.year, 4)
        case "m": padded(date.month, 2)
        case "d": padded(date.day, 2)
        case "H": padded(now.hour, 2)
        case "M": padded(now.minute, 2)
        case "S": padded(now.second, 2)
        case "F": "\(padded(date.year, 4))-\(padded(date.month, 2))-\(padded(date.day, 2))"
        case "T": "\(padded(now.hour, 2)):\(padded(now.minute, 2)):\(padded(now.second, 2))"
        case "z": "+0000"
        case "s": "\(now.millisecondsSinceEpoch / 1_000)"
        default: nil
        }
    }

    private static func padded(_ number: Int, _ width: Int) -> String {
        let digits = String(number)
        return String(repeating: "0", count: max(0, width - digits.count)) + digits
    }
}
