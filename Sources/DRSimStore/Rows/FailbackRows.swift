import DRSimPlan
import DRSimScoring
import DRSimUnits
import GRDB

extension FailbackScore: ListItem {
    static var table: String { "failback" }

    func write(_ row: inout RowWriter) {
        row.put("runbook", runbook)
        row.put("started_ms", startedAt)
        row.put("decided_ms", decidedAt)
        row.put("home_ms", homeAt)
        row.put("ended_ms", endedAt)
        row.put("outcome", outcome)
    }

    /// Reads all but interruptions and stores, which have tables of their own.
    init(_ row: RowReader) throws(StoreError) {
        self.init(runbook: try row.get("runbook"), startedAt: try row.get("started_ms"))
        (decidedAt, homeAt) = (try row.find("decided_ms"), try row.find("home_ms"))
        (endedAt, outcome) = (try row.find("ended_ms"), try row.get("outcome"))
    }
}

extension FailbackScore {
    /// Writes a run's ways back with their lists.
    static func save(_ failbacks: [FailbackScore], of run: Int64, to db: Database) throws {
        try insert(failbacks, of: run, into: db)
        let interruptions = failbacks.enumerated().flatMap { number, failback in
            failback.interruptions.map { InterruptionRow(failback: number, interruption: $0) }
        }
        try InterruptionRow.insert(interruptions, of: run, into: db)
        let stores = failbacks.enumerated().flatMap { number, failback in
            failback.stores.map { FailbackStoreRow(failback: number, store: $0) }
        }
        try FailbackStoreRow.insert(stores, of: run, into: db)
    }

    /// Reads them back; a run that an earlier format kept has none.
    static func all(of run: Int64, from db: Database) throws -> [FailbackScore] {
        let interruptions = try InterruptionRow.list(of: run, from: db)
        let stores = try FailbackStoreRow.list(of: run, from: db)
        return try list(of: run, from: db).enumerated().map { number, failback in
            var failback = failback
            failback.interruptions = interruptions.filter { $0.failback == number }.map(\.interruption)
            failback.stores = stores.filter { $0.failback == number }.map(\.store)
            return failback
        }
    }
}

/// A service a way back interrupted, with the number of the way back.
private struct InterruptionRow: ListItem {
    static let table = "failback_interruption"
    let failback: Int
    let interruption: FailbackScore.Interruption

    init(failback: Int, interruption: FailbackScore.Interruption) {
        (self.failback, self.interruption) = (failback, interruption)
    }

    func write(_ row: inout RowWriter) {
        row.put("failback", failback)
        row.put("service", interruption.service)
        row.put("span_ms", interruption.span)
    }

    init(_ row: RowReader) throws(StoreError) {
        failback = try row.get("failback")
        interruption = .init(service: try row.get("service"), span: try row.get("span_ms"))
    }
}

/// A store a way back was to bring home, with the number of the way back.
private struct FailbackStoreRow: ListItem {
    static let table = "failback_store"
    let failback: Int
    let store: FailbackScore.Store

    init(failback: Int, store: FailbackScore.Store) {
        (self.failback, self.store) = (failback, store)
    }

    func write(_ row: inout RowWriter) {
        row.put("failback", failback)
        row.put("store", store.id)
        row.put("home_ms", store.homeAt)
        row.put("reconciled", store.reconciled)
        row.put("left_behind", store.leftBehind)
        row.put("unprotected_ms", store.unprotected)
    }

    init(_ row: RowReader) throws(StoreError) {
        failback = try row.get("failback")
        store = .init(
            id: try row.get("store"), homeAt: try row.find("home_ms"),
            reconciled: try row.writes("reconciled"), leftBehind: try row.writes("left_behind"),
            unprotected: try row.get("unprotected_ms"))
    }
}
