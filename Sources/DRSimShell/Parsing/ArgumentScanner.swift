/// Splits a command's arguments into positions and options, as the simulated programs need it.
///
/// A program names the options that take a value; every other word with a dash is a flag.
struct ArgumentScanner: Hashable, Sendable {
    /// The words that are no options, in order.
    private(set) var positions: [String] = []
    /// The options in order of appearance, under their first name.
    private(set) var options: [Option] = []
    /// The words after `--`.
    private(set) var rest: [String] = []

    /// An option and its value; a flag has none.
    struct Option: Hashable, Sendable {
        var name: String
        var value: String?
    }

    /// An option a program knows: its names, the first of which is used, and whether it takes a value.
    struct Known: Sendable {
        var names: [String]
        var takesValue: Bool

        static func value(_ names: String...) -> Known { Known(names: names, takesValue: true) }
        static func flag(_ names: String...) -> Known { Known(names: names, takesValue: false) }
    }

    /// What is wrong with the arguments.
    enum Problem: Error, Hashable {
        case unknownOption(String)
        case missingValue(String)
    }

    /// Scans arguments; throws for an option that is unknown or lacks its value.
    init(_ arguments: some Sequence<String>, known: [Known]) throws(Problem) {
        var words = Array(arguments)[...]
        while let word = words.popFirst() {
            if word == "--" {
                rest = Array(words)
                return
            }
            guard word.hasPrefix("-"), word != "-" else {
                positions.append(word)
                continue
            }
            try scan(option: word, following: &words, known: known)
        }
    }

    private mutating func scan(
        option word: String, following words: inout ArraySlice<String>, known: [Known]
    ) throws(Problem) {
        let parts = word.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
        let name = String(parts[0])
        if let match = known.first(where: { $0.names.contains(name) }) {
            if !match.takesValue {
                options.append(Option(name: match.names[0], value: parts.count > 1 ? String(parts[1]) : nil))
            } else if parts.count > 1 {
                options.append(Option(name: match.names[0], value: String(parts[1])))
            } else if let value = words.popFirst() {
                options.append(Option(name: match.names[0], value: value))
            } else {
                throw .missingValue(name)
            }
            return
        }
        // A short option may have its value attached: `-nproduction`.
        if !word.hasPrefix("--"), word.count > 2,
            let match = known.first(where: { $0.takesValue && $0.names.contains(String(word.prefix(2))) })
        {
            options.append(Option(name: match.names[0], value: String(word.dropFirst(2))))
            return
        }
        throw .unknownOption(word)
    }

    /// The last value of an option.
    subscript(name: String) -> String? { options.last { $0.name == name }?.value }

    /// Whether an option was given.
    func has(_ name: String) -> Bool { options.contains { $0.name == name } }
}
