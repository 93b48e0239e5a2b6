import DRSimDocument
import DRSimPlan
import DRSimUnits
import OrderedCollections

/// How a figure of a contract is written: its arguments and what it is compared with.
struct SubjectForm {
    /// How the figure is written.
    let usage: String
    /// The kinds of things the arguments name; `nil` for a word that names nothing of the plan.
    let arguments: [NameKind?]
    /// What the figure is compared with.
    let operand: OperandForm
    /// The words an argument that names nothing of the plan can be; `nil` where they are not known.
    let words: [String]?
    /// The figure for its arguments.
    let subject: ([String]) -> Expectation.Subject

    /// What a figure is compared with.
    enum OperandForm {
        case span, number, nothing
        case word([String])
    }

    /// All figures by name.
    static var all: OrderedDictionary<String, SubjectForm> {
        var forms: OrderedDictionary<String, SubjectForm> = [
            "disaster": SubjectForm("disaster", [], .word(disasters)) { _ in .disaster },
            "rta": ofService("rta", .span) { .rta($0) },
            "rpa": ofStore("rpa", .span) { .rpa($0) },
            "verdict": ofService("verdict", .word(verdicts)) { .verdict($0) },
            "restored_by": ofService("restored_by", .word(restorers)) { .restoredBy($0) },
            "unrecovered": ofService("unrecovered", .nothing) { .unrecovered($0) },
            "exercised": ofService("exercised", .nothing) { .exercised($0) },
            "lost": ofStore("lost", .nothing) { .lost($0) },
            "phase": SubjectForm("phase(SERVICE, NAME)", [.service, nil], .span) {
                .phase(ServiceID($0[0]), $0[1])
            },
            "never_strikes": SubjectForm("never_strikes(FAULT)", [.fault], .nothing) {
                .neverStrikes(FaultID($0[0]))
            },
            "cost": SubjectForm(
                "cost(LINE)", [nil], .number, words: CostLine.allCases.map(\.rawValue) + ["total"]
            ) { .cost(CostLine(rawValue: $0[0])) },
        ]
        for count in Expectation.Count.allCases {
            forms[count.rawValue] = SubjectForm(count.rawValue, [], .number) { _ in .count(count) }
        }
        return forms
    }

    private init(
        _ usage: String, _ arguments: [NameKind?], _ operand: OperandForm, words: [String]? = nil,
        _ subject: @escaping ([String]) -> Expectation.Subject
    ) {
        (self.usage, self.arguments, self.operand) = (usage, arguments, operand)
        (self.words, self.subject) = (words, subject)
    }

    private static func ofService(
        _ word: String, _ operand: OperandForm, _ subject: @escaping (ServiceID) -> Expectation.Subject
    ) -> SubjectForm {
        SubjectForm("\(word)(SERVICE)", [.service], operand) { subject(ServiceID($0[0])) }
    }

    private static func ofStore(
        _ word: String, _ operand: OperandForm, _ subject: @escaping (StoreID) -> Expectation.Subject
    ) -> SubjectForm {
        SubjectForm("\(word)(STORE)", [.store], operand) { subject(StoreID($0[0])) }
    }

    private static let disasters = DisasterType.allCases.map(\.rawValue) + ["none"]
    private static let verdicts = [
        "met", "missed", "unrecovered", "lost", "inconclusive", "not_exercised", "no_target",
    ]
    private static let restorers = ["plan", "people", "platform", "fault-ended"]
}

extension SubjectForm.OperandForm {
    /// Reads a value of this form.
    func read(_ text: String) throws(ScalarError) -> Expectation.Operand {
        let scalar = DocumentNode.Scalar(text: text, isQuoted: false)
        switch self {
        case .span: return .span(try SpanSyntax.read(scalar))
        case .number: return .number(try ScalarSyntax.number.read(scalar))
        case .word(let words):
            if words.contains(text) { return .word(text) }
            throw ScalarError(
                .invalidValue, "this is never `\(text)`", help: Suggestion.help(for: text, among: words))
        case .nothing: throw .expected("nothing", scalar)
        }
    }
}
