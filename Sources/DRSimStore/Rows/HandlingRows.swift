import DRSimPlan
import DRSimScoring
import DRSimUnits
import GRDB

extension Handling {
    /// Writes what became of a run's disaster.
    func save(of run: Int64, to db: Database) throws {
        var row = RowWriter()
        row.put("run_id", run)
        row.put("truth", truth)
        row.put("taken", taken)
        row.put("taken_by", takenBy)
        row.put("acted", acted)
        row.put("false_alarms", falseAlarms)
        row.put("false_actions", falseActions)
        row.put("watched_ms", watched)
        try row.insert(into: "handling", of: db)
    }

    /// Reads it back; a run that an earlier format kept has none.
    init(run: Int64, from db: Database) throws {
        self.init()
        let sql = "SELECT * FROM handling WHERE run_id = ?"
        guard let found = try Row.fetchOne(db.cachedStatement(sql: sql), arguments: [run]) else { return }
        let row = RowReader(table: "handling", row: found)
        truth = try row.find("truth")
        (taken, takenBy) = (try row.get("taken"), try row.get("taken_by"))
        acted = try row.get("acted")
        falseAlarms = try row.get("false_alarms")
        falseActions = try row.get("false_actions")
        watched = try row.get("watched_ms")
    }
}

extension ChecklistScore: ListItem {
    static var table: String { "verification_result" }

    func write(_ row: inout RowWriter) {
        row.put("item", id)
        row.put("category", group)
        row.put("title", title)
        row.put("source", source)
        row.put("outcome", outcome)
        row.put("evidence", evidence)
    }

    init(_ row: RowReader) throws(StoreError) {
        self.init(
            id: try row.get("item"), group: try row.get("category"), title: try row.get("title"),
            source: try row.get("source"), outcome: try row.get("outcome"),
            evidence: try row.get("evidence"))
    }
}
