/// A path into a tree as the command line writes it: `runbooks.failover.steps.wait.timeout`.
///
/// Names that contain dots stand in brackets: `topology.dns.records[api.example.com/CNAME].ttl`.
package struct SettingPath: Hashable, Sendable {
    /// The steps from the root.
    package var segments: [Segment]

    /// One step: a key of a mapping, or the name of an item of a keyed list.
    package struct Segment: Hashable, Sendable {
        /// The key or name.
        package var name: String
        /// Where it stands.
        package var position: SourcePosition
    }

    /// Splits a path that starts at the first column of a pseudo file; throws what is wrong with it.
    package init(_ text: String, file: String) throws(Diagnostic) {
        segments = []
        var name = "", start = 1, isBracketed = false, needsName = true
        func place(_ column: Int) -> SourcePosition { SourcePosition(file: file, line: 1, column: column) }
        func finish(_ segments: inout [Segment], _ column: Int) throws(Diagnostic) {
            guard !name.isEmpty else {
                if !needsName { return }
                throw Diagnostic(.syntax, "a name is missing in the path `\(text)`", at: place(column))
            }
            segments.append(Segment(name: name, position: place(start)))
            name = ""
        }
        for (index, scalar) in text.unicodeScalars.enumerated() {
            let column = index + 1
            switch (scalar, isBracketed) {
            case (".", false), ("[", false):
                try finish(&segments, column)
                (isBracketed, needsName, start) = (scalar == "[", true, column + 1)
            case ("]", true):
                try finish(&segments, column)
                (isBracketed, needsName) = (false, false)
            default:
                if !needsName, name.isEmpty {
                    throw Diagnostic(.syntax, "only `.` or `[` goes on behind `]`", at: place(column))
                }
                if name.isEmpty { start = column }
                name.unicodeScalars.append(scalar)
            }
        }
        if isBracketed { throw Diagnostic(.syntax, "`[` is never closed", at: place(start - 1)) }
        try finish(&segments, text.unicodeScalars.count + 1)
    }
}
