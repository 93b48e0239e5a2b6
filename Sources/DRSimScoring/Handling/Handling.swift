package import DRSimPlan
package import DRSimUnits

/// What a trial's disaster truly was, what it was first taken for, and what was done about it.
package struct Handling: Hashable, Sendable {
    /// The true incident class; `nil` where nothing is wrong.
    package var truth: IncidentClassID?
    /// What it was first taken for, by the controller's detection or by people's declaration.
    package var taken = Label.nothing
    /// Who took it for that.
    package var takenBy = Judge.nobody
    /// What the first procedure was for that did anything.
    package var acted = Label.nothing
    /// How often something was detected that was not there, once for each occasion.
    package var falseAlarms: Int64 = 0
    /// On how many of those occasions a procedure did something.
    package var falseActions: Int64 = 0
    /// How long false alarms could come by themselves; nothing where the scenario has none that recur.
    package var watched = Span.zero

    /// What something is taken for.
    package enum Label: Hashable, Sendable {
        /// For no disaster.
        case nothing
        /// For one of the plan's classes.
        case incidentClass(IncidentClassID)
        /// For what no class of the plan stands for, by the controller's name of it (F5).
        case unmapped(DisasterType)
        /// For something else: a procedure that belongs to no class.
        case procedure(RunbookID)
    }

    /// Who takes a disaster for something.
    package enum Judge: String, CaseIterable, Hashable, Sendable {
        case nobody, controller, people
    }

    /// Creates the handling of what nobody noticed.
    package init(truth: IncidentClassID? = nil) {
        self.truth = truth
    }

    /// Whether it was taken for what it is.
    package var isTakenRight: Bool { taken == trueLabel }

    /// Whether what was done is for what it is.
    package var isActedRight: Bool { acted == trueLabel }

    private var trueLabel: Label { truth.map { .incidentClass($0) } ?? .nothing }
}

extension Handling.Label: CustomStringConvertible {
    /// A word that no other label has: the class, `none`, `unmapped:TYPE` or `procedure:RUNBOOK`.
    package var description: String {
        switch self {
        case .nothing: Self.none
        case .incidentClass(let id): id.name
        case .unmapped(let type): Self.unmapped + type.rawValue
        case .procedure(let id): Self.procedure + id.name
        }
    }

    /// Reads a label's word back; `nil` for a type there is none of.
    package init?(_ word: String) {
        if word == Self.none {
            self = .nothing
        } else if word.hasPrefix(Self.unmapped) {
            guard let type = DisasterType(rawValue: String(word.dropFirst(Self.unmapped.count))) else {
                return nil
            }
            self = .unmapped(type)
        } else if word.hasPrefix(Self.procedure) {
            self = .procedure(RunbookID(String(word.dropFirst(Self.procedure.count))))
        } else {
            self = .incidentClass(IncidentClassID(word))
        }
    }

    private static let none = "none"
    private static let unmapped = "unmapped:"
    private static let procedure = "procedure:"
}
