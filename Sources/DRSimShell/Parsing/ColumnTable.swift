/// A table as kubectl prints it: columns as wide as their widest cell, three blanks between.
struct ColumnTable {
    private var rows: [[String]]

    init(_ header: [String]) {
        rows = [header]
    }

    mutating func append(_ row: [String]) {
        precondition(row.count == rows[0].count, "\(row.count) cells under \(rows[0].count) headings")
        rows.append(row)
    }

    /// The lines, each ended by a newline.
    var text: String {
        let widths = rows[0].indices.map { column in rows.map { $0[column].count }.max() ?? 0 }
        return rows.map { row in
            var line = ""
            for (column, cell) in row.enumerated() {
                let padding = column == row.count - 1 ? 0 : widths[column] + 3 - cell.count
                line += cell + String(repeating: " ", count: padding)
            }
            return line + "\n"
        }.joined()
    }
}
