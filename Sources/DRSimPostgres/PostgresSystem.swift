import DRSimKernel
package import DRSimUnits

/// The databases of all regions as a value: who is primary, what is written, who receives it.
///
/// The world says what happens to instances, regions and links; the system answers as the operator
/// would (A6–A13): it elects the most advanced standby inside a region, and never fails over to
/// another region by itself. Reading changes nothing: lags are drawn by minute and never stored.
package struct PostgresSystem: Sendable {
    /// The databases in the order in which they were installed.
    package internal(set) var databases: [Database] = []
    /// What was written.
    package internal(set) var ledger = WriteLedger()
    let timings: PostgresTimings
    var isSiteUp: [Bool]
    /// For each pair of sites, how many cuts there are from the one to the other.
    var cuts: [[Int]]
    var splitStores: [StoreID] = []

    /// Creates a system without databases for a number of regions.
    package init(siteCount: Int, timings: PostgresTimings) {
        self.timings = timings
        isSiteUp = Array(repeating: true, count: siteCount)
        cuts = Array(repeating: Array(repeating: 0, count: siteCount), count: siteCount)
    }

    /// Installs a database that has long been running; `history` bytes were written to a store's
    /// first database in the time `historyLength` before the start.
    @discardableResult
    package mutating func install(
        _ spec: DatabaseSpec, history: ByteCount, historyLength: Span
    ) -> DatabaseID {
        let id = DatabaseID(databases.count)
        let source = databases.firstIndex { $0.spec.store == spec.store && $0.spec.name == spec.source }
        let timeline = beginHistory(of: spec, id, source: source, history, historyLength)
        let instances = spec.zones.enumerated().map { number, zone in
            let pod = "\(spec.name)-\(number + 1)"
            return Database.Instance(
                pod: pod, zone: zone, stream: StreamName("database \(spec.site)/\(spec.namespace)/\(pod)"))
        }
        let start = ledger.position(of: timeline, at: .start)
        databases.append(
            Database(
                spec: spec, instances: instances, primary: 0, timeline: timeline,
                source: source.map { DatabaseID($0) },
                stretch: Database.OpenStretch(from: .start, start: start)))
        return id
    }

    private mutating func beginHistory(
        of spec: DatabaseSpec, _ id: DatabaseID, source: Int?, _ history: ByteCount, _ length: Span
    ) -> Int {
        if let source { return databases[source].timeline }
        let origin = databases.firstIndex { $0.spec.store == spec.store }
        guard let origin, let copiedAt = spec.copiedAt else {
            let timeline = ledger.begin(
                .init(store: spec.store, parent: nil, fork: .zero, at: .start - length, database: id))
            ledger.append(
                .init(timeline: timeline, from: .start - length, to: .start, start: .zero, end: history))
            return timeline
        }
        let parent = databases[origin].timeline
        return ledger.begin(
            .init(
                store: spec.store, parent: parent, fork: ledger.position(of: parent, at: copiedAt),
                at: copiedAt, database: id))
    }

    /// The database of a name.
    package func database(named name: String, namespace: String, site: Int) -> DatabaseID? {
        databases.firstIndex {
            $0.spec.name == name && $0.spec.namespace == namespace && $0.spec.site == site
        }.map { DatabaseID($0) }
    }

    /// The database and the place among its instances of a pod.
    package func instance(
        pod: String, namespace: String, site: Int
    ) -> (database: DatabaseID, ordinal: Int)? {
        for (index, database) in databases.enumerated()
        where database.spec.site == site && database.spec.namespace == namespace {
            if let ordinal = database.instances.firstIndex(where: { $0.pod == pod }) {
                return (DatabaseID(index), ordinal)
            }
        }
        return nil
    }

    /// A database by its id.
    package subscript(id: DatabaseID) -> Database { databases[id.index] }

    /// Whether a database accepts writes.
    package func isWritable(_ id: DatabaseID) -> Bool { databases[id.index].isWritable }

    /// Writes to a database at this rate from now on; only a writable database takes any.
    package mutating func setWriteRate(
        _ id: DatabaseID, bytesPerSecond: Int64, at now: Instant
    ) {
        let rate = isWritable(id) ? bytesPerSecond : 0
        guard databases[id.index].stretch.bytesPerSecond != rate else { return }
        closeStretch(of: id.index, at: now)
        databases[id.index].stretch.bytesPerSecond = rate
    }

    /// Ends the open stretches at the horizon, so that the ledger is complete.
    package mutating func closeStretches(at now: Instant) {
        for index in databases.indices { closeStretch(of: index, at: now) }
    }

    mutating func closeStretch(of index: Int, at now: Instant) {
        let stretch = databases[index].stretch
        let end = stretch.position(at: now)
        ledger.append(
            .init(
                timeline: databases[index].timeline, from: stretch.from, to: now, start: stretch.start,
                end: end))
        databases[index].stretch = Database.OpenStretch(
            from: now, start: end, bytesPerSecond: stretch.bytesPerSecond)
    }
}
