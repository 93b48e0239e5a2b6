import DRSimDocument
import DRSimPlan
import OrderedCollections

/// Reads a line of a contract: `SUBJECT [RELATION VALUE]`, where the subject is a word or `word(a, b)`.
struct ExpectationParser {
    /// What is wrong, and which characters of the line it is about.
    struct Failure: Error {
        var reason: ScalarError
        var offset: Int
        var width: Int
    }

    /// A word of the line and where it starts.
    struct Word {
        var text: String
        var offset: Int
    }

    /// Words that name things of the plan.
    private(set) var names: [(kind: NameKind, word: Word)] = []
    private let text: [Unicode.Scalar]
    private var offset = 0

    init(_ text: String) {
        self.text = Array(text.unicodeScalars)
    }

    /// Reads the whole line.
    mutating func expectation() throws(Failure) -> (Expectation.Subject, Expectation.Comparison?) {
        let head = try word("a subject such as `rta(SERVICE)`")
        let form = try form(of: head)
        let arguments = try arguments(of: head, form)
        names = zip(form.arguments, arguments).compactMap { $0.name($1) }
        let subject = form.subject(arguments.map(\.text))
        let end = offset
        guard let (relation, place) = try relation() else {
            guard case .nothing = form.operand else {
                throw Failure(
                    ScalarError(.syntax, "`\(text(0..<end))` needs a relation such as `==` and a value"), 0,
                    end)
            }
            return (subject, nil)
        }
        let value = try operand(form, relation, place, subject: text(0..<end))
        if let flaw = Foregone.flaw(of: subject, form.operand, relation, value) {
            throw Failure(flaw, 0, text.count)
        }
        return (subject, Expectation.Comparison(relation: relation, operand: value))
    }

    private mutating func operand(
        _ form: SubjectForm, _ relation: Expectation.Relation, _ place: Int, subject: String
    ) throws(Failure) -> Expectation.Operand {
        skipSpaces()
        let value = Word(text: text(offset..<text.count), offset: offset)
        if case .nothing = form.operand {
            throw Failure(
                ScalarError(.syntax, "`\(subject)` is true or false and is not compared"), place,
                text.count - place)
        }
        if case .word = form.operand, relation != .equal, relation != .notEqual {
            throw Failure(
                ScalarError(.syntax, "words are compared with `==` and `!=` only"), place,
                relation.rawValue.width)
        }
        do throws(ScalarError) {
            if value.text.isEmpty {
                throw ScalarError(.syntax, "a value is missing behind `\(relation.rawValue)`")
            }
            return try form.operand.read(value.text)
        } catch {
            throw Failure(error, value.offset, value.text.width)
        }
    }
}

extension ExpectationParser {
    private func form(of head: Word) throws(Failure) -> SubjectForm {
        if let form = SubjectForm.all[head.text] { return form }
        let help = Suggestion.help(for: head.text, among: SubjectForm.all.keys)
        throw Failure(
            ScalarError(.unknownName, "`\(head.text)` is no figure of a trial", help: help), head)
    }

    /// What stands in parentheses behind the subject, as many words as it takes.
    private mutating func arguments(of head: Word, _ form: SubjectForm) throws(Failure) -> [Word] {
        var words: [Word] = []
        if take("(") {
            repeat { words.append(try word("a name", endingAt: "(),")) } while take(",")
            guard take(")") else { throw Failure(ScalarError(.syntax, "`(` is never closed"), offset, 1) }
        }
        guard words.count == form.arguments.count else {
            let isBare = form.arguments.isEmpty
            let usage = isBare ? "takes nothing in parentheses" : "is written `\(form.usage)`"
            throw Failure(ScalarError(.syntax, "`\(head.text)` \(usage)"), 0, offset)
        }
        for (argument, word) in zip(form.arguments, words) {
            if let flaw = argument.flaw(of: word.text, in: head.text) { throw Failure(flaw, word) }
        }
        return words
    }

    private mutating func relation() throws(Failure) -> (Expectation.Relation, place: Int)? {
        skipSpaces()
        guard offset < text.count else { return nil }
        let place = offset
        let found = text[offset...].prefix { "=!<>".unicodeScalars.contains($0) }
        offset += found.count
        let written = String(String.UnicodeScalarView(found))
        if let relation = Expectation.Relation(rawValue: written) { return (relation, place) }
        let known = Expectation.Relation.allCases.map { "`\($0.rawValue)`" }.joined(separator: ", ")
        throw Failure(
            ScalarError(
                .syntax, "expected a relation, found `\(text(place..<text.count))`", help: "one of \(known)"),
            place, text.count - place)
    }

    private mutating func word(
        _ what: String, endingAt ends: String = "(),=!<> "
    ) throws(Failure) -> Word {
        skipSpaces()
        let start = offset
        while offset < text.count, !ends.unicodeScalars.contains(text[offset]) { offset += 1 }
        let end = text[..<offset].lastIndex { $0 != " " } ?? start
        guard offset > start else { throw Failure(ScalarError(.syntax, "expected \(what)"), start, 1) }
        return Word(text: text(start..<(end + 1)), offset: start)
    }

    private mutating func take(_ scalar: Unicode.Scalar) -> Bool {
        skipSpaces()
        guard offset < text.count, text[offset] == scalar else { return false }
        offset += 1
        return true
    }

    private mutating func skipSpaces() {
        while offset < text.count, text[offset] == " " { offset += 1 }
    }

    private func text(_ range: Range<Int>) -> String {
        String(String.UnicodeScalarView(text[range]))
    }
}

extension ExpectationParser.Failure {
    init(_ reason: ScalarError, _ offset: Int, _ width: Int) {
        (self.reason, self.offset, self.width) = (reason, offset, width)
    }

    init(_ reason: ScalarError, _ word: ExpectationParser.Word) {
        self.init(reason, word.offset, word.text.width)
    }
}
