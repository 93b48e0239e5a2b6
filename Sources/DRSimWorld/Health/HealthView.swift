import DRSimControl
import DRSimPlan
import DRSimUnits

/// What a round of health checks would meet if it were taken at an instant: what it would see, and how
/// each check would end. Two rounds that meet the same are alike, poll by poll.
struct HealthView: Hashable, Sendable {
    /// What the checks would see.
    var snapshot: HealthSnapshot
    /// How each check of the plan would end, in the plan's order.
    var endings: [Ending]

    /// How a check ends.
    enum Ending: Hashable, Sendable {
        /// It has its answer after this time.
        case answers(after: Span)
        /// What it addresses does not answer, or not within the check's patience.
        case silence
    }

    /// Whether the check at a place of the plan's order would wait in vain.
    func isSilent(_ index: Int) -> Bool { endings[index] == .silence }
}
