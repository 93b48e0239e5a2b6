/// A result of one row, as psql prints it.
struct PsqlTable: Hashable, Sendable {
    private let columns: [Column]

    /// A column with its value in the row.
    struct Column: Hashable, Sendable {
        let name: String
        let value: String
        var isNumber = false
    }

    /// How results are printed.
    struct Style: Hashable, Sendable {
        let isAligned: Bool
        let showsHeader: Bool
    }

    init(_ columns: [Column]) {
        self.columns = columns
    }

    init(_ column: String, _ value: String, isNumber: Bool = false) {
        self.init([Column(name: column, value: value, isNumber: isNumber)])
    }

    /// The result's lines, each ended by a newline.
    func text(_ style: Style) -> String {
        let values = columns.map(\.value).joined(separator: "|")
        guard style.isAligned else {
            let names = columns.map(\.name).joined(separator: "|")
            return style.showsHeader ? "\(names)\n\(values)\n(1 row)\n" : "\(values)\n"
        }
        let cells = columns.map { $0.cell(style) }.joined(separator: "|")
        // What follows a row's last value is not printed, but for a heading's blanks.
        let row = trimmed(cells)
        guard style.showsHeader else { return "\(row)\n\n" }
        let heading = columns.map(\.heading).joined(separator: "|")
        let rule = columns.map { String(repeating: "-", count: $0.width + 2) }.joined(separator: "+")
        return "\(heading)\n\(rule)\n\(row)\n(1 row)\n\n"
    }

    private func trimmed(_ text: String) -> String {
        String(text.reversed().drop { $0 == " " }.reversed())
    }
}

extension PsqlTable.Column {
    fileprivate var width: Int { max(name.count, value.count) }

    fileprivate func cell(_ style: PsqlTable.Style) -> String {
        let blanks = String(repeating: " ", count: (style.showsHeader ? width : value.count) - value.count)
        return " " + (isNumber ? blanks + value : value + blanks) + " "
    }

    fileprivate var heading: String {
        let space = width - name.count
        let before = String(repeating: " ", count: space / 2)
        return " \(before)\(name)\(String(repeating: " ", count: space - space / 2)) "
    }
}
