import DRSimDocument
import DRSimPlan
import DRSimUnits

/// Lines of a contract whose outcome is known before any trial: they prove nothing.
enum Foregone {
    /// Why a comparison holds always or never; `nil` if a trial decides.
    static func flaw(
        of subject: Expectation.Subject, _ form: SubjectForm.OperandForm, _ relation: Expectation.Relation,
        _ operand: Expectation.Operand
    ) -> ScalarError? {
        guard let value = operand.number else { return nil }
        if case .timeTaken = form {
            return relation.canHold(from: Self.briefest, to: value)
                ? nil : never("what was down at all was down for some time")
        }
        if !relation.canHold(from: 0, to: value) { return never("the figure is zero or more") }
        guard subject.isAlwaysThere, !relation.canFail(from: 0, to: value) else { return nil }
        return ScalarError(.invalidValue, "this always holds: the figure is zero or more")
    }

    /// The least time that is told from none, in seconds.
    private static let briefest = Span(milliseconds: 1).inSeconds

    /// Why no trial of a horizon can keep a line; `nil` if one can.
    static func flaw(of expectation: Expectation, within horizon: Span) -> ScalarError? {
        guard let comparison = expectation.comparison, comparison.relation.looksUp,
            expectation.subject.isTimeTaken, case .span(let span) = comparison.operand, span >= horizon
        else { return nil }
        return never("the trial ends at \(horizon), and what is not back by then is `unrecovered`")
    }

    private static func never(_ reason: String) -> ScalarError {
        ScalarError(.invalidValue, "this never holds: \(reason)")
    }
}

extension Expectation.Operand {
    /// Its number, of a duration that of its seconds.
    fileprivate var number: Double? {
        switch self {
        case .span(let span): span.inSeconds
        case .number(let number): number
        case .word: nil
        }
    }
}

extension Expectation.Subject {
    /// Whether every trial has the figure.
    fileprivate var isAlwaysThere: Bool {
        switch self {
        case .count, .cost(nil): true
        default: false
        }
    }

    /// Whether it is a recovery time or a part of one.
    fileprivate var isTimeTaken: Bool {
        switch self {
        case .rta, .phase: true
        default: false
        }
    }
}

extension Expectation.Relation {
    /// Whether what is less cannot stand in it.
    fileprivate var looksUp: Bool { self == .atLeast || self == .above || self == .equal }

    /// Whether some value from a least one upwards stands in the relation to another.
    fileprivate func canHold(from least: Double, to other: Double) -> Bool {
        switch self {
        case .equal, .atMost: other >= least
        case .below: other > least
        case .notEqual, .atLeast, .above: true
        }
    }

    /// Whether some value from a least one upwards does not.
    fileprivate func canFail(from least: Double, to other: Double) -> Bool {
        switch self {
        case .atLeast: other > least
        case .above, .notEqual: other >= least
        case .equal, .atMost, .below: true
        }
    }
}
