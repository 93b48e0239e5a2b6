package import DRSimPlan

/// A scenario as it was read, with what identifies it.
package struct LoadedScenario: Sendable {
    /// The scenario.
    package let scenario: Scenario
    /// The folder of the plan it names, as a path from where the command runs.
    package let planFolder: String
    /// The SHA-256 of the scenario's canonical text in lower-case hexadecimal digits.
    package let sha256: String
    /// The file's opening comment without its `#`, on one line: what the scenario shows, and why.
    package let comment: String
    /// What it names of its plan, to be checked when the plan is read.
    let references: [NameReference]
}
