import DRSimScoring
import DRSimUnits
import GRDB

extension ScenarioRecord {
    /// The row's id: a scenario is written once for each path it was read from.
    func save(to db: Database) throws -> Int64 {
        let sql = "SELECT id FROM scenario WHERE sha256 = ? AND path = ?"
        if let known = try Int64.fetchOne(db, sql: sql, arguments: [sha256, path]) { return known }
        var row = RowWriter()
        row.put("sha256", sha256)
        row.put("path", path)
        row.put("name", id)
        row.put("title", title)
        row.put("class", incidentClass)
        row.put("start", start)
        row.put("horizon_ms", horizon)
        return try row.insert(into: "scenario", of: db)
    }

    /// Reads a scenario.
    static func find(_ scenario: Int64, in db: Database) throws -> ScenarioRecord {
        let sql = "SELECT * FROM scenario WHERE id = ?"
        guard let row = try Row.fetchOne(db, sql: sql, arguments: [scenario]) else {
            throw StoreError.unreadable(table: "run", column: "scenario_id", value: "\(scenario)")
        }
        let reader = RowReader(table: "scenario", row: row)
        return ScenarioRecord(
            id: try reader.get("name"), title: try reader.get("title"), path: try reader.get("path"),
            sha256: try reader.get("sha256"), incidentClass: try reader.find("class"),
            start: try reader.get("start"), horizon: try reader.get("horizon_ms"))
    }
}
