package import DRSimUnits

/// The clients of a name that connect to one target: their share moves in a straight line from now
/// until an instant.
package struct ClientFlow: Hashable, Sendable {
    /// The host they connect to; empty where the name no longer resolves.
    package let target: String
    /// Their share now.
    package let share: Share
    /// The end of the line; `never` where the share stays.
    package let until: Instant
    /// Their share at its end.
    package let finalShare: Share
}
