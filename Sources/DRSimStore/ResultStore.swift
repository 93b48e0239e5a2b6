package import DRSimScoring
package import DRSimUnits
import GRDB

/// The results of trials in one SQLite file.
///
/// The file keeps a rollback journal and syncs fully (`journal_mode` DELETE, `synchronous` FULL)
/// rather than a write-ahead log: between two transactions it is complete in itself, so that it can
/// be copied, attached to a report or opened from a read-only folder at any moment, and a process
/// that is killed leaves nothing that somebody must check in. One short transaction a save makes the
/// difference in speed too small to see.
package struct ResultStore: Sendable {
    /// Where the file is.
    package let path: String
    private let queue: DatabaseQueue

    /// Opens a store to write to it; makes the file where there is none, and brings an older one up
    /// to date. A file of another program or of a newer drsim is refused and left as it is.
    package init(path: String) throws(StoreError) {
        self.path = path
        queue = try Self.refusing(path) {
            let queue = try DatabaseQueue(path: path, configuration: Self.configuration())
            try Self.check(queue, path: path)
            try Self.migrate(queue, path: path)
            return queue
        }
    }

    /// Opens a store that exists, without changing a byte of it: one of an older format is brought up to
    /// date in memory.
    package init(readingFrom path: String) throws(StoreError) {
        self.path = path
        queue = try Self.refusing(path) {
            var configuration = Self.configuration()
            configuration.readonly = true
            let queue = try DatabaseQueue(path: path, configuration: configuration)
            let standing = try Self.check(queue, path: path)
            guard standing != .empty else { throw StoreError.missing(path: path) }
            guard standing == .older else { return queue }
            let copy = try DatabaseQueue(configuration: Self.configuration())
            try queue.backup(to: copy)
            try Schema.migrator.migrate(copy)
            return copy
        }
    }

    /// Saves a run; its number in the store. When this returns the run is on the disk, whole; if the
    /// process ends before, none of it is.
    package func save(_ record: RunRecord) throws(StoreError) -> Int64 {
        try Self.refusing(path) { try queue.write { try record.save(to: $0) } }
    }

    /// Saves the runs of a campaign, all or none; their numbers in the store.
    package func save(_ records: [RunRecord]) throws(StoreError) -> [Int64] {
        try Self.refusing(path) { try queue.write { db in try records.map { try $0.save(to: db) } } }
    }

    /// The runs that were carried out in a quarter, in the order of saving.
    package func runs(in quarter: Quarter) throws(StoreError) -> [StoredRun] {
        try Self.refusing(path) {
            try queue.read { db in
                var shelf = PlanShelf()
                return try Self.rows(of: quarter, in: db).map { row in
                    let run = RowReader(table: "run", row: row)
                    return StoredRun(
                        id: try run.get("id"), record: try RunRecord(run: run, plans: &shelf, db: db))
                }
            }
        }
    }

    /// The last run that was saved: its number and its trace's digest; what a report says to state
    /// which store it was made from.
    package func head() throws(StoreError) -> StoreHead? {
        try Self.refusing(path) {
            try queue.read { db in
                let sql = "SELECT id, digest FROM run ORDER BY id DESC LIMIT 1"
                guard let row = try Row.fetchOne(db, sql: sql) else { return nil }
                let run = RowReader(table: "run", row: row)
                return StoreHead(run: try run.get("id"), digest: try run.get("digest"))
            }
        }
    }

    private static func rows(of quarter: Quarter, in db: Database) throws -> [Row] {
        let sql = "SELECT * FROM run WHERE recorded_at >= ? AND recorded_at < ? ORDER BY id"
        // Without their Z the bounds stand before every moment of their second, fractions included.
        let bounds = [quarter.start, quarter.end].map { String($0.description.dropLast()) }
        return try Row.fetchAll(db, sql: sql, arguments: StatementArguments(bounds))
    }
}

extension ResultStore {
    private static func configuration() -> Configuration {
        var configuration = Configuration()
        configuration.busyMode = .timeout(10)
        configuration.prepareDatabase { db in
            try db.execute(sql: "PRAGMA synchronous = FULL")
        }
        return configuration
    }

    @discardableResult
    private static func check(_ queue: DatabaseQueue, path: String) throws -> Schema.Standing {
        let standing = try queue.read { try Schema.standing(of: $0) }
        switch standing {
        case .current, .older, .empty: return standing
        case .foreign: throw StoreError.foreign(path: path)
        case .newer(let version): throw StoreError.newer(path: path, version: version)
        }
    }

    /// Brings a store up to date. Where another process does the same at this moment, one of the two
    /// finds the other's work in its way: as long as the store gets on, that is no failure.
    private static func migrate(_ queue: DatabaseQueue, path: String) throws {
        let before = try version(of: queue)
        do {
            try Schema.migrator.migrate(queue)
        } catch {
            try check(queue, path: path)
            guard try version(of: queue) > before else { throw error }
            try migrate(queue, path: path)
        }
    }

    private static func version(of queue: DatabaseQueue) throws -> Int {
        try queue.read { try Int.fetchOne($0, sql: "PRAGMA user_version") ?? 0 }
    }

    /// Turns what the database throws into our own errors.
    private static func refusing<Value>(_ path: String, _ body: () throws -> Value) throws(StoreError)
        -> Value
    {
        do {
            return try body()
        } catch let error as StoreError {
            throw error
        } catch let error as DatabaseError where error.resultCode == .SQLITE_NOTADB {
            throw .foreign(path: path)
        } catch let error as DatabaseError where error.resultCode == .SQLITE_CANTOPEN {
            throw .missing(path: path)
        } catch let error as DatabaseError {
            throw .refused(path: path, reason: error.message ?? "\(error.resultCode)")
        } catch {
            throw .refused(path: path, reason: "\(error)")
        }
    }
}
