/// How an objective fared in one trial; raw values are written in reports, contracts and stores.
package enum Verdict: String, CaseIterable, Hashable, Sendable {
    /// The figure keeps the objective.
    case met
    /// The figure exceeds the objective.
    case missed
    /// The service was not back inside the horizon.
    case unrecovered
    /// Nothing sound was left of the data; of a database a backup counts once it is restored.
    case lost
    /// The horizon ended before the trial could show it, or the plan came to what is not simulated.
    case inconclusive
    /// The disaster did not touch it.
    case notExercised = "not_exercised"
    /// Nothing was promised.
    case noTarget = "no_target"

    /// Whether the objective was put to the test and decided.
    package var isDecided: Bool {
        switch self {
        case .met, .missed, .unrecovered, .lost: true
        case .inconclusive, .notExercised, .noTarget: false
        }
    }

    /// The verdict in words, with a sign so that it does not depend on colour.
    package var words: String {
        switch self {
        case .met: "✓ met"
        case .missed: "✗ missed"
        case .unrecovered: "✗ unrecovered"
        case .lost: "✗ lost"
        case .inconclusive: "? inconclusive"
        case .notExercised: "– not exercised"
        case .noTarget: "– no target"
        }
    }
}
