/// Splits a command's arguments into positions and options, as the simulated programs need it.
///
/// A program names the options it knows and which of them take a value. Long options are
/// `--name value` or `--name=value`; short ones may stand together (`-fsS`) and have their value
/// attached (`-nproduction`). After `--` all words are positions.
package struct ArgumentScanner: Hashable, Sendable {
    /// The words that are no options, in order.
    package private(set) var positions: [String] = []
    private var options: [Option] = []

    private struct Option: Hashable, Sendable {
        let name: String
        let value: String?
    }

    /// An option a program knows: its names, the first of which is used, and whether it takes a value.
    package struct Known: Sendable {
        let names: [String]
        let takesValue: Bool

        /// An option that takes a value.
        package static func value(_ names: String...) -> Known { Known(names: names, takesValue: true) }
        /// An option without a value.
        package static func flag(_ names: String...) -> Known { Known(names: names, takesValue: false) }
    }

    /// What is wrong with the arguments.
    package enum Problem: Error, Hashable {
        /// No option has this name.
        case unknownOption(String)
        /// No short option has this name; the word it stands in.
        case unknownLetter(String, in: String)
        /// The option lacks its value; the word it stands in.
        case missingValue(String, in: String)
    }

    /// Scans arguments.
    package init(_ arguments: some Sequence<String>, known: [Known]) throws(Problem) {
        var words = Array(arguments)[...]
        while let word = words.popFirst() {
            if word == "--" {
                positions += words
                return
            }
            if word.hasPrefix("--") {
                try scan(long: word, following: &words, known)
            } else if word.hasPrefix("-"), word != "-" {
                try scan(short: word, following: &words, known)
            } else {
                positions.append(word)
            }
        }
    }

    private mutating func scan(
        long word: String, following words: inout ArraySlice<String>, _ known: [Known]
    ) throws(Problem) {
        let name = String(word.prefix { $0 != "=" })
        guard let option = known.first(where: { $0.names.contains(name) }) else { throw .unknownOption(name) }
        let attached = name.count < word.count ? String(word.dropFirst(name.count + 1)) : nil
        let value = attached ?? (option.takesValue ? words.popFirst() : nil)
        if option.takesValue, value == nil { throw .missingValue(name, in: word) }
        options.append(Option(name: option.names[0], value: value))
    }

    private mutating func scan(
        short word: String, following words: inout ArraySlice<String>, _ known: [Known]
    ) throws(Problem) {
        var letters = word.dropFirst()
        while let letter = letters.popFirst() {
            guard let option = known.first(where: { $0.names.contains("-\(letter)") }) else {
                throw .unknownLetter(String(letter), in: word)
            }
            if !option.takesValue, letters.first != "=" {
                options.append(Option(name: option.names[0], value: nil))
                continue
            }
            let attached = letters.first == "=" ? letters.dropFirst() : letters
            guard let value = letters.isEmpty ? words.popFirst() : String(attached) else {
                throw .missingValue(String(letter), in: word)
            }
            options.append(Option(name: option.names[0], value: value))
            return
        }
    }

    /// The words that are neither options nor values of options that are known; of unknown ones nobody knows
    /// whether they take a value.
    static func words(of arguments: ArraySlice<String>, known: [Known]) -> [String] {
        var (words, rest) = ([String](), arguments)
        while let word = rest.popFirst() {
            if !word.hasPrefix("-") {
                words.append(word)
            } else if known.contains(where: { $0.takesValue && $0.names.contains(word) }) {
                rest = rest.dropFirst()
            }
        }
        return words
    }

    /// The last value of an option.
    package subscript(name: String) -> String? { options.last { $0.name == name }?.value }

    /// Whether an option was given and not switched off by `=false`.
    package func has(_ name: String) -> Bool {
        options.last { $0.name == name }.map { $0.value != "false" } ?? false
    }
}

extension ArgumentScanner.Problem {
    /// The option it is about, if it is one of those the real program has and the simulated one has not.
    func option(among others: [String]) -> String? {
        switch self {
        case .unknownOption(let option): others.contains(option) ? option : nil
        case .unknownLetter(let letter, _): others.contains("-\(letter)") ? "-\(letter)" : nil
        case .missingValue: nil
        }
    }
}
