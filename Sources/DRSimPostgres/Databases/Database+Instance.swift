import DRSimKernel
import DRSimUnits

extension Database {
    /// An instance of a database: a pod with a volume.
    package struct Instance: Hashable, Sendable {
        /// The pod's name: the cluster's and the instance's number.
        package let pod: String
        /// The zone its volume is bound to.
        package let zone: String?
        /// Whether its process runs.
        package internal(set) var state = State.running
        /// The timeline its data belong to.
        package internal(set) var timeline: Int

        /// How far its data reach at least: the position at which it last ceased to write or to receive.
        var kept = ByteCount.zero
        /// Whether its volume for the write-ahead log is full.
        var isDiskFull = false
        /// Numbers its attempts to follow the primary again: events of an earlier one are void. Keys
        /// their draws, too.
        var rejoins: Int32 = 0
        /// Its stream of draws.
        let stream: StreamName

        /// Where an instance is in its life.
        package enum State: Hashable, Sendable {
            /// Its process runs, unless its database is fenced.
            case running
            /// It holds writes the primary does not have, and gives them up in order to follow (B9).
            case rejoining
            /// Its process does not run.
            case stopped(StopReason)
        }

        /// Whether its process runs, unless its database is fenced.
        package var isRunning: Bool { state == .running }
    }
}
