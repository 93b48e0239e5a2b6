/// Writes diagnostics as people read them: place, code and message, the line, a caret, and help.
///
/// ```
/// shop/services.yaml:12:11: error[DR011]: there is no tier `3`
///         tier: 3
///               ^
///   help: known here: 1, 2
/// ```
package struct DiagnosticRenderer {
    /// The parts of the output, so that a terminal can colour them.
    package enum Part: Hashable, CaseIterable, Sendable {
        case place, error, message, source, caret, help, note
    }

    private let sources: SourceTexts
    private let style: (Part, String) -> String

    /// Creates a renderer that quotes these texts; `style` may wrap a part's text, but not change it.
    package init(sources: SourceTexts, style: @escaping (Part, String) -> String = { $1 }) {
        (self.sources, self.style) = (sources, style)
    }

    /// All diagnostics, one after the other, each ending with a line break.
    package func text(of diagnostics: [Diagnostic]) -> String {
        diagnostics.map(text).joined()
    }

    /// One diagnostic, ending with a line break.
    package func text(of diagnostic: Diagnostic) -> String {
        let place = diagnostic.position.map { style(.place, "\(name(of: $0)):") + " " } ?? ""
        let code = style(.error, "error[\(diagnostic.code.rawValue)]:")
        var lines = ["\(place)\(code) \(style(.message, diagnostic.message))"]
        if let position = diagnostic.position, let line = sources.line(at: position) {
            lines += quotation(of: line, from: position.column - 1, length: diagnostic.length)
        }
        if let help = diagnostic.help { lines.append("  " + style(.help, "help:") + " " + help) }
        for note in diagnostic.notes {
            lines.append("  " + style(.note, "note:") + " \(note.position): \(note.message)")
        }
        return lines.map { $0 + "\n" }.joined()
    }

    /// The place as text; an option of the command line has one line, which is quoted below.
    private func name(of position: SourcePosition) -> String {
        position.file.hasPrefix("--") ? position.file : "\(position)"
    }

    /// The line and under it the carets; tabs before them stay tabs, so that both lines shift alike. What
    /// would steer the terminal is a dot.
    private func quotation(of line: String, from column: Int, length: Int) -> [String] {
        let scalars = line.unicodeScalars.map { scalar in
            scalar != "\t" && scalar.properties.generalCategory == .control ? "·" : scalar
        }
        let start = min(max(0, column), scalars.count)
        let shown = Self.cut(scalars.count, around: start)
        let end = min(start + length, shown.upperBound)
        let (head, tail) = (shown.lowerBound > 0 ? "…" : "", shown.upperBound < scalars.count ? "…" : "")
        let margin = scalars[shown.lowerBound..<start].map {
            $0 == "\t" ? "\t" : String(repeating: " ", count: $0.cells)
        }
        let carets = scalars[start..<end].reduce(0) { $0 + $1.cells }
        let text = head + String(String.UnicodeScalarView(scalars[shown])) + tail
        return [
            "    " + style(.source, text),
            "    " + (head.isEmpty ? "" : " ") + margin.joined()
                + style(.caret, String(repeating: "^", count: max(1, carets))),
        ]
    }

    /// The part of a line that is quoted: all of it, or of a long one what stands around the place.
    private static func cut(_ count: Int, around place: Int) -> Range<Int> {
        guard count > widest else { return 0..<count }
        let start = min(max(0, place - widest / 2), count - widest)
        return start..<start + widest
    }

    private static let widest = 100
}
