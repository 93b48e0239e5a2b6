import GRDB

/// Collects the columns of a row to be inserted.
struct RowWriter {
    private var columns: [String] = []
    private var cells: [DatabaseValue] = []

    /// Sets a column; nothing is `NULL`.
    mutating func put(_ column: String, _ value: (some ColumnValue)?) {
        columns.append(column)
        cells.append(value?.cell ?? .null)
    }

    /// Inserts the row; the new row's id where the table has one.
    @discardableResult
    func insert(into table: String, of db: Database) throws -> Int64 {
        let marks = columns.map { _ in "?" }.joined(separator: ", ")
        let sql = "INSERT INTO \(table)(\(columns.joined(separator: ", "))) VALUES (\(marks))"
        try db.cachedStatement(sql: sql).execute(arguments: StatementArguments(cells))
        return db.lastInsertedRowID
    }
}
