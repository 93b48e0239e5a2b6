import GRDB

/// A value that fills a row of a table of lists: one list an owner, kept in order by `position`.
protocol ListItem {
    /// The table.
    static var table: String { get }
    /// The column that names the owner.
    static var owner: String { get }
    /// Sets the columns but owner and position.
    func write(_ row: inout RowWriter)
    /// Reads them back.
    init(_ row: RowReader) throws(StoreError)
}

extension ListItem {
    static var owner: String { "run_id" }

    /// Inserts a list.
    static func insert(_ list: [Self], of id: Int64, into db: Database) throws {
        for (position, item) in list.enumerated() {
            var row = RowWriter()
            row.put(owner, id)
            row.put("position", position)
            item.write(&row)
            try row.insert(into: table, of: db)
        }
    }

    /// Reads a list.
    static func list(of id: Int64, from db: Database) throws -> [Self] {
        let sql = "SELECT * FROM \(table) WHERE \(owner) = ? ORDER BY position"
        let rows = try Row.fetchAll(db.cachedStatement(sql: sql), arguments: [id])
        return try rows.map { try Self(RowReader(table: table, row: $0)) }
    }
}
