import GRDB

/// Reads the columns of a row; what drsim does not write is an error, never a crash.
struct RowReader {
    let table: String
    let row: Row

    /// The value of a column that is never `NULL`.
    func get<Value: ColumnValue>(_ column: String, as type: Value.Type = Value.self) throws(StoreError)
        -> Value
    {
        guard let value: Value = try find(column) else { throw unreadable(column, .null) }
        return value
    }

    /// The value of a column; nothing for `NULL`.
    func find<Value: ColumnValue>(
        _ column: String, as type: Value.Type = Value.self
    ) throws(StoreError) -> Value? {
        let cell: DatabaseValue = row[column] ?? .null
        if cell.isNull { return nil }
        guard let value = Value(cell: cell) else { throw unreadable(column, cell) }
        return value
    }

    private func unreadable(_ column: String, _ cell: DatabaseValue) -> StoreError {
        .unreadable(table: table, column: column, value: cell.description)
    }
}
