/// Why an instance stopped; decides how long the operator takes to notice (A9), and what brings the
/// instance back.
package enum StopReason: Hashable, Sendable {
    /// Its postgres process crashed; it is restarted where it is.
    case crash
    /// Its process hangs and answers no probe; it is restarted where it is.
    case hang
    /// Its process crashes whenever it is started.
    case crashLoop
    /// Its volume for the write-ahead log is full. The operator elects nobody in its place, as the next
    /// primary's would be soon (A22).
    case diskFull
    /// Its database is being made: it holds no data yet.
    case unborn
    /// Its database was deleted.
    case removed
    /// Its node stopped.
    case nodeLost
    /// Its whole region stopped, the operator with it.
    case siteLost

    /// Whether its pod and node are sound, so that it comes back without anybody's doing.
    var restartsInPlace: Bool { self == .crash || self == .hang }

    /// Whether the operator takes a primary that stopped for it for lost, and looks for another.
    var callsForFailover: Bool { self == .crash || self == .hang || self == .crashLoop || self == .nodeLost }
}
