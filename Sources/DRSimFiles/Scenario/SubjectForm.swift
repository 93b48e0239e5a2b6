import DRSimDocument
import DRSimPlan
import DRSimUnits
import OrderedCollections

/// How a figure of a contract is written: its arguments and what it is compared with.
struct SubjectForm {
    /// How the figure is written.
    let usage: String
    /// What stands in parentheses.
    let arguments: [Argument]
    /// What the figure is compared with.
    let operand: OperandForm
    /// The figure for its arguments.
    let subject: ([String]) -> Expectation.Subject

    /// What a word in parentheses is.
    enum Argument {
        /// The name of something.
        case name(NameKind)
        /// A phase of a recovery: `step STEP`, or one of those there are.
        case phase
        /// One of some words.
        case word([String])
    }

    /// What a figure is compared with.
    enum OperandForm {
        /// A duration.
        case span
        /// A part of a recovery, which takes some time if there is one.
        case timeTaken
        /// A whole number.
        case count
        /// An amount of money.
        case money
        /// Nothing: it is true or false.
        case nothing
        /// One of some words.
        case word([String])
    }

    /// All figures by name.
    static var all: OrderedDictionary<String, SubjectForm> {
        var forms: OrderedDictionary<String, SubjectForm> = [
            "disaster": SubjectForm("disaster", [], .word(disasters)) { _ in .disaster },
            "rta": ofService("rta", .timeTaken) { .rta($0) },
            "rpa": ofStore("rpa", .span) { .rpa($0) },
            "verdict": ofService("verdict", .word(verdicts)) { .verdict($0) },
            "restored_by": ofService("restored_by", .word(restorers)) { .restoredBy($0) },
            "unrecovered": ofService("unrecovered", .nothing) { .unrecovered($0) },
            "exercised": ofService("exercised", .nothing) { .exercised($0) },
            "lost": ofStore("lost", .nothing) { .lost($0) },
            "phase": SubjectForm("phase(SERVICE, NAME)", [.name(.service), .phase], .timeTaken) {
                .phase(ServiceID($0[0]), $0[1])
            },
            "never_strikes": SubjectForm("never_strikes(FAULT)", [.name(.fault)], .nothing) {
                .neverStrikes(FaultID($0[0]))
            },
            "cost": SubjectForm(
                "cost(LINE)", [.word(CostLine.allCases.map(\.rawValue) + ["total"])], .money
            ) { .cost(CostLine(rawValue: $0[0])) },
        ]
        for count in Expectation.Count.allCases {
            forms[count.rawValue] = SubjectForm(count.rawValue, [], .count) { _ in .count(count) }
        }
        return forms
    }

    private init(
        _ usage: String, _ arguments: [Argument], _ operand: OperandForm,
        _ subject: @escaping ([String]) -> Expectation.Subject
    ) {
        (self.usage, self.arguments, self.operand, self.subject) = (usage, arguments, operand, subject)
    }

    private static func ofService(
        _ word: String, _ operand: OperandForm, _ subject: @escaping (ServiceID) -> Expectation.Subject
    ) -> SubjectForm {
        SubjectForm("\(word)(SERVICE)", [.name(.service)], operand) { subject(ServiceID($0[0])) }
    }

    private static func ofStore(
        _ word: String, _ operand: OperandForm, _ subject: @escaping (StoreID) -> Expectation.Subject
    ) -> SubjectForm {
        SubjectForm("\(word)(STORE)", [.name(.store)], operand) { subject(StoreID($0[0])) }
    }

    private static let disasters = DisasterType.allCases.map(\.rawValue) + ["none"]
    private static let verdicts = [
        "met", "missed", "unrecovered", "inconclusive", "not_exercised", "no_target",
    ]
    private static let restorers = ["plan", "people", "platform", "fault-ended"]
}

extension SubjectForm.Argument {
    /// The thing a word names, if it names one.
    func name(_ word: ExpectationParser.Word) -> (kind: NameKind, word: ExpectationParser.Word)? {
        switch self {
        case .name(let kind): return (kind, word)
        case .phase:
            let prefix = RecoveryPhase.stepPrefix
            guard word.text.hasPrefix(prefix) else { return nil }
            let step = String(word.text.dropFirst(prefix.count))
            return (.step, .init(text: step, offset: word.offset + prefix.count))
        case .word: return nil
        }
    }

    /// What is wrong with a word that names nothing.
    func flaw(of word: String, in subject: String) -> ScalarError? {
        switch self {
        case .name: nil
        case .phase:
            word.hasPrefix(RecoveryPhase.stepPrefix)
                ? nil : Self.flaw(of: word, in: subject, among: RecoveryPhase.allCases.map(\.rawValue))
        case .word(let known): Self.flaw(of: word, in: subject, among: known)
        }
    }

    private static func flaw(of word: String, in subject: String, among known: [String]) -> ScalarError? {
        if known.contains(word) { return nil }
        return ScalarError(
            .unknownName, "`\(subject)` knows no `\(word)`", help: Suggestion.help(for: word, among: known))
    }
}

extension SubjectForm.OperandForm {
    /// Reads a value of this form.
    func read(_ text: String) throws(ScalarError) -> Expectation.Operand {
        let scalar = DocumentNode.Scalar(text: text, isQuoted: false)
        switch self {
        case .span, .timeTaken: return .span(try SpanSyntax.read(scalar))
        case .count: return .number(Double(try ScalarSyntax.integer(0...1_000_000_000_000).read(scalar)))
        case .money: return .number(try ScalarSyntax.money.read(scalar).inMajorUnits)
        case .word(let words):
            if words.contains(text) { return .word(text) }
            throw ScalarError(
                .invalidValue, "this is never `\(text)`", help: Suggestion.help(for: text, among: words))
        case .nothing: throw .expected("nothing", scalar)
        }
    }
}
