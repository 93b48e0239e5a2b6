import TextTable

extension TextTable {
    /// The rows under their titles, indented, without blanks at the ends of lines.
    func text(_ rows: [T], indent: Int = 2) -> String {
        let lines = (string(for: rows, style: Style.simple) ?? "").split(separator: "\n")
        return lines.map { line in
            var line = String(repeating: " ", count: indent) + line
            while line.last == " " { line.removeLast() }
            return line
        }.joined(separator: "\n")
    }
}
