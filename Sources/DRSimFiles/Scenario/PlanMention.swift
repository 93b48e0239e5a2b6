import DRSimDocument

/// Where a scenario names its plan: there is said what is wrong with the plan's folder as a whole.
package struct PlanMention: Sendable {
    /// The place of the folder's name.
    let position: SourcePosition
    /// How many code points it is wide.
    let width: Int
    /// The scenario's text.
    let sources: SourceTexts
}
