import DRSimKernel
package import DRSimUnits

/// A PostgreSQL cluster under the operator: its instances, the timeline it follows, and what is
/// being written to it.
package struct Database: Hashable, Sendable {
    /// What it was made from.
    package let spec: DatabaseSpec
    /// Its instances, in the order of their numbers.
    package internal(set) var instances: [Instance]
    /// The index of the instance that is primary, or designated primary of a replica cluster; `nil`
    /// while there is none.
    package internal(set) var primary: Int?
    /// The timeline it writes or receives.
    package internal(set) var timeline: Int
    /// The database it receives from; `nil` once it is a database of its own.
    package internal(set) var source: DatabaseID?
    /// Whether all its postmasters are stopped on purpose (A23).
    package internal(set) var isFenced = false
    /// What it is busy with.
    package internal(set) var transition: Transition?

    /// Where writes stand: the open stretch.
    var stretch: OpenStretch
    /// The position at which it stopped receiving; `nil` while it receives or writes itself.
    var frozen: ByteCount?
    /// Why its primary last stopped.
    var lostWith: StopReason?
    /// Numbers its transitions.
    var generation: Int32 = 0
    /// The assumption that governs the present transition.
    package internal(set) var pendingAssumption: AssumptionID?
    /// Counts its failovers and promotions, to key their draws.
    var transitions: UInt32 = 0

    /// An instance: a pod with a volume.
    package struct Instance: Hashable, Sendable {
        /// The pod's name: the cluster's and the instance's number.
        package let pod: String
        /// The zone its volume is bound to.
        package let zone: String?
        /// Whether its process runs.
        package internal(set) var isRunning = true
        /// Its stream of draws.
        let stream: StreamName
    }

    /// What a database can be busy with.
    package enum Transition: Hashable, Sendable {
        /// The operator is about to promote a standby.
        case failingOver
        /// A standby is about to take over as planned.
        case switchingOver(to: Int)
        /// A replica cluster is about to leave recovery.
        case promoting
    }

    /// Writes since an instant at a steady rate.
    struct OpenStretch: Hashable, Sendable {
        var from: Instant
        var start: ByteCount
        var bytesPerSecond: Int64 = 0

        /// The position at an instant: computed from the stretch's start, so that looking at it in
        /// between changes nothing.
        func position(at instant: Instant) -> ByteCount {
            let passed = max(0, (instant - from).milliseconds)
            let (seconds, rest) = passed.quotientAndRemainder(dividingBy: 1_000)
            return start + ByteCount(bytesPerSecond * seconds + bytesPerSecond * rest / 1_000)
        }
    }

    /// Whether it follows another database.
    package var isReplica: Bool { source != nil }

    /// Whether a write would be accepted: a running primary that is neither fenced nor a replica.
    package var isWritable: Bool {
        guard let primary, source == nil, !isFenced else { return false }
        if case .switchingOver? = transition { return false }
        return instances[primary].isRunning
    }

    /// Whether any instance answers queries.
    package var isRunning: Bool { !isFenced && instances.contains(where: \.isRunning) }

    /// Whether an instance other than the primary answers queries.
    package var hasRunningStandby: Bool {
        !isFenced && instances.indices.contains { $0 != primary && instances[$0].isRunning }
    }
}

/// What a database is made from: the parts of its `Cluster` object the model uses.
package struct DatabaseSpec: Hashable, Sendable {
    /// The kind of the object that declares a database.
    package static let kind = "Cluster"

    /// The store whose data it holds.
    package var store: StoreID
    /// The object's name.
    package var name: String
    /// Its namespace.
    package var namespace: String
    /// The index of its region.
    package var site: Int
    /// The zones its instances are bound to, one for each instance.
    package var zones: [String?]
    /// The name of the database it receives from, anywhere; `nil` for one of its own.
    package var source: String?
    /// When it was copied from the store's first database, for one that no longer follows it.
    package var copiedAt: Instant?

    /// Creates a specification.
    package init(
        store: StoreID, name: String, namespace: String, site: Int, zones: [String?], source: String?,
        copiedAt: Instant?
    ) {
        (self.store, self.name, self.namespace, self.site) = (store, name, namespace, site)
        (self.zones, self.source, self.copiedAt) = (zones, source, copiedAt)
    }
}
