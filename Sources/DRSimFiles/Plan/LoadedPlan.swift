package import DRSimPlan

/// A plan as it was read, with what identifies it.
package struct LoadedPlan: Sendable {
    /// The plan.
    package let plan: Plan
    /// The folder it was read from.
    package let folder: String
    /// The overlays that were asked for, in order.
    package let overlays: [String]
    /// The overlays the folder has.
    package let knownOverlays: [String]
    /// The SHA-256 of `canonicalText` in lower-case hexadecimal digits.
    package let sha256: String
    /// The merged tree as one line of text without comments, places or the order of keys.
    package let canonicalText: String
}
