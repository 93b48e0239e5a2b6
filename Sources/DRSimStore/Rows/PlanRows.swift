import DRSimPlan
import DRSimScoring
import GRDB

extension PlanRecord.Title: ListItem {
    static var table: String { "plan_title" }
    static var owner: String { "plan_id" }

    func write(_ row: inout RowWriter) {
        row.put("kind", kind)
        row.put("name", id)
        row.put("title", text)
    }

    init(_ row: RowReader) throws(StoreError) {
        self.init(kind: try row.get("kind"), id: try row.get("name"), text: try row.get("title"))
    }
}

extension AssumptionNote: ListItem {
    static var table: String { "assumption" }
    static var owner: String { "plan_id" }

    func write(_ row: inout RowWriter) {
        row.put("name", id)
        row.put("title", title)
        row.put("distribution", distribution)
        row.put("source", source)
        row.put("confidence", confidence)
    }

    init(_ row: RowReader) throws(StoreError) {
        self.init(
            id: try row.get("name"), title: try row.get("title"),
            distribution: try row.get("distribution"), source: try row.get("source"),
            confidence: try row.get("confidence"))
    }
}

extension PlanRecord {
    /// The row's id: a plan is written once, however many runs it has.
    func save(to db: Database) throws -> Int64 {
        if let known = try Int64.fetchOne(
            db, sql: "SELECT id FROM plan WHERE sha256 = ?", arguments: [sha256])
        {
            return known
        }
        var row = RowWriter()
        row.put("sha256", sha256)
        row.put("name", id)
        row.put("title", title)
        row.put("canonical_text", canonicalText)
        let plan = try row.insert(into: "plan", of: db)
        try Title.insert(titles, of: plan, into: db)
        try AssumptionNote.insert(assumptions, of: plan, into: db)
        return plan
    }

    /// Reads a plan with its lists.
    static func find(_ plan: Int64, in db: Database) throws -> PlanRecord {
        guard let row = try Row.fetchOne(db, sql: "SELECT * FROM plan WHERE id = ?", arguments: [plan]) else {
            throw StoreError.unreadable(table: "run", column: "plan_id", value: "\(plan)")
        }
        let reader = RowReader(table: "plan", row: row)
        return PlanRecord(
            id: try reader.get("name"), title: try reader.get("title"), sha256: try reader.get("sha256"),
            canonicalText: try reader.get("canonical_text"), titles: try Title.list(of: plan, from: db),
            assumptions: try AssumptionNote.list(of: plan, from: db))
    }
}
