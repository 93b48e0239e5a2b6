package import DRSimKernel

/// Something that happens in the cloud later than what brought it about.
package enum CloudEvent: Hashable, Sendable {
    /// The node of this number is ready, unless its launch was abandoned.
    case nodeIsReady(node: Int32)
    /// The node of this number is asked for again, unless that was abandoned.
    case launchIsRetried(node: Int32)
    /// The health check of this number has seen enough, unless what it sees has changed.
    case healthCheckDecides(check: Int32, generation: Int32)
    /// All name servers answer by the change of this number.
    case changeHasPropagated(change: Int32)
    /// The clients of the name of this number pass a breakpoint of their move.
    case clientsPassBreakpoint(name: Int32, generation: Int32)
    /// The copy of this number of an object arrives, unless it has to wait.
    case objectIsCopied(transfer: Int32)
    /// The snapshot of this number is complete.
    case snapshotIsComplete(snapshot: Int32)
}

/// What the cloud records and asks for while it handles one event or request.
package typealias CloudEffects = Effects<CloudEvent, CloudFact>
