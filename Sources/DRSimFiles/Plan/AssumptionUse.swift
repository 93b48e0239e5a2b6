import DRSimDocument
import DRSimPlan
import DRSimUnits

/// That something reads an assumption, and as what.
struct AssumptionUse {
    let id: AssumptionID
    let measure: AssumptionMeasure
    /// Who reads it, as the beginning of a sentence: `the model takes`.
    let user: String
    /// Where the plan says so; `nil` where the model asks by itself.
    let position: SourcePosition?

    init(id: AssumptionID, measure: AssumptionMeasure, user: String, at position: SourcePosition?) {
        (self.id, self.measure, self.user, self.position) = (id, measure, user, position)
    }

    /// What the model reads of every plan that has it.
    static let byModel =
        AssumptionName.allCases.map {
            AssumptionUse(
                id: AssumptionID($0.rawValue), measure: $0.measure, user: "the model takes", at: nil)
        }
        + FaultAssumptionName.allCases.map {
            AssumptionUse(id: AssumptionID($0.rawValue), measure: .duration, user: "faults take", at: nil)
        }
        + ShellProgram.allCases.map {
            AssumptionUse(id: $0.latency, measure: .duration, user: "commands take", at: nil)
        }
}
