import DRSimUnits

/// A region, or one of its zones, in which a share of the requests fails unnoticed by any check.
struct GreyArea: Hashable, Sendable {
    let region: Int
    /// The zone; `nil` for the whole region.
    let zone: Int?
    /// The share of requests that fails.
    let share: Share
}
