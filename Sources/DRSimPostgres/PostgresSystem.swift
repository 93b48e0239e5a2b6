package import DRSimKernel
package import DRSimUnits

/// What the databases record and ask for while they handle one event or request.
package typealias PostgresEffects = Effects<PostgresEvent, PostgresFact>

/// The databases of all regions as a value: who is primary, what is written, who receives it.
///
/// The world says what happens to instances, regions and links; people and procedures give orders; the
/// system answers as the operator would (A6–A13): inside a region it elects the most advanced standby,
/// and it never fails over to another region by itself.
///
/// Every call changes only the condition of something. What follows is derived afterwards, in one
/// place, from how things stood before and how they stand now: whose data stay where they are, what
/// the operator begins or gives up, who rejoins, whether a store has two writers. So it does not
/// matter in which order, or how often, the world says what happened.
///
/// Reading changes nothing: how far a standby is behind is drawn by minute and never stored.
package struct PostgresSystem: Hashable, Sendable {
    /// The databases in the order in which they were installed.
    package internal(set) var databases: [Database] = []
    /// What was written.
    package internal(set) var ledger = WriteLedger()
    /// The copies that were made.
    package internal(set) var catalog = BackupCatalog()
    let timings: PostgresTimings
    private let siteNames: [String]
    var isSiteUp: [Bool]
    var isOperatorUp: [Bool]
    /// For each pair of sites, whether nothing passes from the one to the other.
    var isCut: [[Bool]]
    /// What links between sites that are worse than they should be do to what is streamed over them.
    var slowLinks: [SlowLink] = []
    /// The stores of which two databases accept writes.
    var splitStores: [StoreID] = []

    /// Creates a system without databases for the regions of these names.
    package init(siteNames: [String], timings: PostgresTimings) {
        (self.siteNames, self.timings) = (siteNames, timings)
        isSiteUp = siteNames.map { _ in true }
        isOperatorUp = isSiteUp
        isCut = siteNames.map { _ in siteNames.map { _ in false } }
    }

    /// A database by its id.
    package subscript(id: DatabaseID) -> Database { databases[id.index] }

    /// The database of a name.
    package func database(named name: String, namespace: String, site: Int) -> DatabaseID? {
        databases.firstIndex {
            !$0.isRemoved && $0.spec.name == name && $0.spec.namespace == namespace && $0.spec.site == site
        }.map { DatabaseID($0) }
    }

    /// The database that an address leads to.
    package func database(at address: DatabaseAddress) -> DatabaseID? {
        databases.firstIndex {
            !$0.isRemoved
                && address.leads(to: $0.spec.name, namespace: $0.spec.namespace, site: $0.spec.site)
        }.map { DatabaseID($0) }
    }

    /// The pod behind a service of a database: its primary's, or that of the first instance that runs and is
    /// not; `nil` where nothing runs.
    package func pod(of name: String, namespace: String, site: Int, role: String?) -> String? {
        guard let id = database(named: name, namespace: namespace, site: site) else { return nil }
        let primary = self[id].primary
        let chosen = self[id].instances.indices.first { ordinal in
            guard self[id].isLive(ordinal) else { return false }
            return role == nil || (role == Database.Role.primary.rawValue) == (ordinal == primary)
        }
        return chosen.map { self[id].instances[$0].pod }
    }

    /// The database and the place among its instances of a pod.
    package func instance(
        pod: String, namespace: String, site: Int
    ) -> (database: DatabaseID, ordinal: Int)? {
        for (index, database) in databases.enumerated()
        where !database.isRemoved && database.spec.site == site && database.spec.namespace == namespace {
            if let ordinal = database.instances.firstIndex(where: { $0.pod == pod }) {
                return (DatabaseID(index), ordinal)
            }
        }
        return nil
    }

    /// Whether a database accepts writes.
    package func isWritable(_ id: DatabaseID) -> Bool { self[id].isWritable }

    /// Whether what a database cluster holds has a database of this name: the application's, or one that
    /// every cluster has.
    package func has(database name: String, in id: DatabaseID) -> Bool {
        name == self[id].application || ["postgres", "template1"].contains(name)
    }

    /// Whether anything is being written to a database.
    package func isTakingWrites(_ id: DatabaseID) -> Bool {
        isWritable(id) && ledger.isTakingWrites(self[id].timeline)
    }
}

extension PostgresSystem {
    /// Installs a database that has long been running: every instance is up but those that wait for a node,
    /// which hold nothing, and the first of those that are up is primary.
    ///
    /// One that names a source, which must have been installed before it, receives from it. One that
    /// was copied from the store's first database has had a history of its own since, to which nothing
    /// was written. The store's first database has `history` bytes behind it, written evenly in the
    /// time `historyLength` before the start.
    @discardableResult
    package mutating func install(
        _ spec: DatabaseSpec, waiting: [Int] = [], history: ByteCount, historyLength: Span
    ) -> DatabaseID {
        let id = DatabaseID(databases.count)
        let source = spec.source.flatMap { database(at: $0) }
        let timeline =
            source.map { self[$0].timeline } ?? beginHistory(of: spec, id, history, historyLength)
        let instances = spec.zones.enumerated().map { number, zone in
            let pod = "\(spec.name)-\(number + 1)"
            var instance = Database.Instance(
                pod: pod, zone: zone, timeline: timeline, stream: stream(of: pod, spec))
            if waiting.contains(number) {
                (instance.state, instance.timeline) = (.stopped(.unborn), Database.noTimeline)
            }
            return instance
        }
        databases.append(
            Database(
                spec: spec, instances: instances, primary: instances.firstIndex(where: \.isRunning),
                timeline: timeline, source: source, stream: stream(of: spec.name, spec)))
        databases[id.index].application = application(of: timeline)
        if spec.backup != nil { databases[id.index].archive = Database.Archive(timeline: timeline) }
        return id
    }

    /// What keys the draws of a database, or of one of its pods.
    func stream(of name: String, _ spec: DatabaseSpec) -> StreamName {
        StreamName("database \(siteNames[spec.site])/\(spec.namespace)/\(name)")
    }

    /// The name of the application's database in a history: as whoever began it was told.
    func application(of timeline: Int) -> String {
        var first = timeline
        while let parent = ledger.timelines[first].parent { first = parent }
        return self[ledger.timelines[first].database].spec.application
    }

    private mutating func beginHistory(
        of spec: DatabaseSpec, _ id: DatabaseID, _ history: ByteCount, _ length: Span
    ) -> Int {
        let store = spec.store
        if let copiedAt = spec.copiedAt, let origin = databases.first(where: { $0.spec.store == store }) {
            let fork = ledger.position(of: origin.timeline, at: copiedAt)
            return ledger.begin(
                .init(store: store, parent: origin.timeline, fork: fork, at: copiedAt, database: id))
        }
        let timeline = ledger.begin(
            .init(store: store, parent: nil, fork: .zero, at: .start - length, database: id))
        ledger.writeHistory(history, of: timeline, until: .start)
        return timeline
    }

    /// Writes to a database at this rate from now on, in bytes a second; only a writable database takes
    /// any. The rate falls to nothing when the database ceases to be writable.
    package mutating func setWriteRate(_ id: DatabaseID, bytesPerSecond: Int64, at now: Instant) {
        guard !self[id].isReplica, self[id].timeline != Database.noTimeline else { return }
        ledger.setRate(isWritable(id) ? bytesPerSecond : 0, of: self[id].timeline, at: now)
    }

    /// Ends the stretches of writing at an instant, so that the ledger holds everything written; the
    /// trial may go on.
    package mutating func closeStretches(at now: Instant) {
        ledger.close(at: now)
    }
}
