/// A result of one row and one column, as psql prints it.
struct PsqlTable: Hashable, Sendable {
    private let column: String
    private let value: String
    private let isNumber: Bool

    /// How results are printed.
    struct Style: Hashable, Sendable {
        let isAligned: Bool
        let showsHeader: Bool
    }

    init(_ column: String, _ value: String, isNumber: Bool = false) {
        (self.column, self.value, self.isNumber) = (column, value, isNumber)
    }

    /// The result's lines, each ended by a newline.
    func text(_ style: Style) -> String {
        guard style.isAligned else {
            return style.showsHeader ? "\(column)\n\(value)\n(1 row)\n" : "\(value)\n"
        }
        let width = style.showsHeader ? max(column.count, value.count) : value.count
        let cell = isNumber ? blanks(width - value.count) + value : value
        guard style.showsHeader else { return " \(cell)\n\n" }
        let space = width - column.count
        let heading = blanks(space / 2) + column + blanks(space - space / 2)
        let rule = String(repeating: "-", count: width + 2)
        return " \(heading) \n\(rule)\n \(cell)\n(1 row)\n\n"
    }

    private func blanks(_ count: Int) -> String { String(repeating: " ", count: count) }
}
