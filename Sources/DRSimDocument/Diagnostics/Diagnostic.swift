/// One thing wrong with the input: where, what, and what to do about it.
package struct Diagnostic: Hashable, Sendable, Error {
    /// A stable code such as `DR012`, for documentation and for tests.
    package var code: Code
    /// What is wrong, in one line.
    package var message: String
    /// Where it stands; `nil` for what has no place, such as a missing file.
    package var position: SourcePosition?
    /// How many code points the caret underlines; at least 1.
    package var length: Int
    /// What to do: a did-you-mean, an example of what is meant.
    package var help: String?
    /// Other places that matter, such as the first of two duplicates.
    package var notes: [Note]

    /// A further place and what it has to do with the error.
    package struct Note: Hashable, Sendable {
        /// What stands there.
        package var message: String
        /// The place.
        package var position: SourcePosition

        /// Creates a note.
        package init(_ message: String, at position: SourcePosition) {
            (self.message, self.position) = (message, position)
        }
    }

    /// Creates a diagnostic.
    package init(
        _ code: Code, _ message: String, at position: SourcePosition?, length: Int = 1,
        help: String? = nil, notes: [Note] = []
    ) {
        (self.code, self.message, self.position) = (code, message, position)
        (self.length, self.help, self.notes) = (max(1, length), help, notes)
    }

    /// The kinds of error; raw values are printed and never reused.
    package enum Code: String, CaseIterable, Sendable {
        /// The file cannot be read.
        case unreadableFile = "DR001"
        /// The text is not well-formed.
        case syntax = "DR002"
        /// A mapping has the same key twice.
        case duplicateKey = "DR003"
        /// Anchors and aliases are not part of the format.
        case anchorOrAlias = "DR004"
        /// A mapping has a key that nothing reads.
        case unknownKey = "DR005"
        /// A required key is missing.
        case missingKey = "DR006"
        /// A value has the wrong type.
        case wrongType = "DR007"
        /// A value is not one of those allowed.
        case invalidValue = "DR008"
        /// A number that needs a unit has none.
        case missingUnit = "DR009"
        /// A number is outside its range.
        case outOfRange = "DR010"
        /// A name refers to nothing.
        case unknownName = "DR011"
        /// A name is defined twice.
        case duplicateName = "DR012"
        /// Dependencies go round in a circle.
        case cycle = "DR013"
        /// An overlay names a path that exists nowhere or changes nothing.
        case overlay = "DR014"
        /// A scenario has no expectation.
        case missingExpectation = "DR015"
        /// A total does not come out as it must.
        case inconsistentTotal = "DR016"
        /// The command line asks for what there is not.
        case usage = "DR017"
        /// The program could not do what it was asked for.
        case notDone = "DR018"
        /// Nothing was selected.
        case nothingSelected = "DR019"
    }
}
