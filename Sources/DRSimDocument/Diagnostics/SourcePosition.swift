/// A place in an input file: what a diagnostic points at.
package struct SourcePosition: Hashable, Sendable {
    /// The file's path as the user would type it, or a pseudo file such as `--set #1`.
    package var file: String
    /// The line, counted from 1.
    package var line: Int
    /// The column in Unicode code points, counted from 1.
    package var column: Int

    /// Creates a position.
    package init(file: String, line: Int, column: Int) {
        (self.file, self.line, self.column) = (file, line, column)
    }
}

extension SourcePosition: CustomStringConvertible {
    package var description: String { "\(file):\(line):\(column)" }
}
