/// Why an instance stopped; decides how long the operator takes to notice (A9), and what brings the
/// instance back.
package enum StopReason: Hashable, Sendable {
    /// Its postgres process crashed; it is restarted where it is.
    case crash
    /// Its process hangs and answers no probe; it is restarted where it is.
    case hang
    /// Its node stopped.
    case nodeLost
    /// Its whole region stopped, the operator with it.
    case siteLost

    /// Whether its pod and node are sound, so that it comes back without anybody's doing.
    var restartsInPlace: Bool { self == .crash || self == .hang }
}
