import DRSimKernel
import DRSimUnits

/// A PostgreSQL cluster under the operator: its instances, the timeline it follows, and what it was
/// told to become.
package struct Database: Hashable, Sendable {
    /// What it was made from.
    package let spec: DatabaseSpec
    /// Its instances, in the order of their numbers.
    package internal(set) var instances: [Instance]
    /// The index of the instance that is primary, or designated primary of a replica cluster, whether
    /// it runs or not; `nil` without instances.
    package internal(set) var primary: Int?
    /// The timeline its primary writes or received last.
    package internal(set) var timeline: Int
    /// The database it receives from; `nil` once it is a database of its own.
    package internal(set) var source: DatabaseID?
    /// The name of the application's database in what it holds; empty while it holds nothing.
    package internal(set) var application = ""
    /// Whether all its postmasters are stopped on purpose (A23).
    package internal(set) var isFenced = false

    /// Whether it was deleted; its number stays taken.
    package internal(set) var isRemoved = false

    /// Whether each of its processes crashes as soon as it is started.
    var isCrashLooping = false
    /// When it last ceased to accept writes; `nil` if it never did.
    var interruptedAt: Instant?
    /// How it is being made; `nil` once it is there.
    var birth: Birth?
    /// Where its log goes.
    var archive: Archive?
    /// How much more than usual whatever receives from it is behind.
    var addedLag = Span.zero
    /// What the operator is busy with.
    var pending: PendingTransition?
    /// The instance that was ordered to become primary, until one has.
    var orderedPrimary: Int?
    /// Whether a replica cluster was ordered to become a database of its own.
    var mustStandAlone = false
    /// The database it was ordered to follow, until it does.
    var mustFollow: DatabaseID?
    /// Numbers its transitions: events of an earlier one are void.
    var generation: Int32 = 0
    /// Counts the transitions begun, to key their draws.
    var transitions: UInt32 = 0
    /// Its stream of draws.
    let stream: StreamName

    /// A transition with the assumption that says how long it takes.
    struct PendingTransition: Hashable, Sendable {
        let transition: Transition
        let waitsOn: AssumptionID
    }

    /// What the operator of a database can be busy with.
    package enum Transition: Hashable, Sendable {
        /// A standby is about to be elected and promoted.
        case failingOver
        /// The primary is about to run again where it was: there is no standby to take its place.
        case restarting
        /// A standby is about to take over as planned.
        case switchingOver(to: Int)
        /// A replica cluster is about to leave recovery.
        case promoting
        /// It is about to follow another database, with a copy of that one's data in place of its own.
        case demoting(to: DatabaseID)
    }
}

extension Database {
    /// What its operator is busy with.
    package var transition: Transition? { pending?.transition }

    /// Whether it follows another database.
    package var isReplica: Bool { source != nil }

    /// Whether a write would be accepted: by a running primary that is neither fenced, nor about to
    /// hand over, nor of a replica cluster or about to become one.
    package var isWritable: Bool {
        guard isPrimaryLive, !isReplica, mustFollow == nil else { return false }
        if case .switchingOver? = transition { return false }
        return true
    }

    /// Whether any instance answers queries.
    package var isRunning: Bool { instances.indices.contains(where: isLive) }

    /// Whether an instance other than the primary answers queries.
    package var hasRunningStandby: Bool { instances.indices.contains { $0 != primary && isLive($0) } }

    /// Whether the service that selects instances by a role, or by none, has an answer to a query.
    package func answers(_ role: Role?) -> Bool {
        switch role {
        case .primary: isPrimaryLive
        case .replica: hasRunningStandby
        case nil: isRunning
        }
    }

    /// The role of an instance.
    package func role(of ordinal: Int) -> Role { ordinal == primary ? .primary : .replica }

    /// The roles of instances, in the operator's words.
    package enum Role: String, Sendable {
        /// Takes writes, or receives them from another region.
        case primary
        /// Follows the primary.
        case replica
    }

    /// Whether the postmaster of an instance runs.
    func isLive(_ ordinal: Int) -> Bool { !isFenced && instances[ordinal].isRunning }

    var isPrimaryLive: Bool { primary.map(isLive) ?? false }

    /// Why the primary is down; `nil` while it runs.
    var primaryStop: StopReason? {
        guard let primary, case .stopped(let reason) = instances[primary].state else { return nil }
        return reason
    }
}
