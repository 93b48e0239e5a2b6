import DRSimPlan
import DRSimUnits

/// What keeps the controller from starting another procedure after one: a latch people lift, or a
/// cool-down.
///
/// While it lasts people are still told of every kind of disaster, each once (F11, F28).
struct Hold: Hashable {
    /// When it ends; `never` for a latch.
    var until: Instant
    /// The disasters people know of.
    var known: [DisasterType]
}
