/// A table as kubectl prints it: columns as wide as their widest cell, three blanks between.
package struct ColumnTable {
    private var rows: [[String]] = []

    /// A table without rows.
    package init() {}

    /// Appends a row; all rows have equally many cells.
    package mutating func append(_ row: [String]) {
        let width = rows.first?.count ?? row.count
        precondition(row.count == width, "\(row.count) cells in a row of a table of \(width) columns")
        rows.append(row)
    }

    /// The lines, each ended by a newline.
    package var text: String {
        let widths = (rows.first ?? []).indices.map { column in
            max(6, (rows.map { $0[column].count }.max() ?? 0) + 3)
        }
        return rows.map { row in
            let cells = zip(row, widths).map { $0 + String(repeating: " ", count: $1 - $0.count) }
            return (cells.dropLast() + row.suffix(1)).joined() + "\n"
        }.joined()
    }
}
