/// Looks for anchors, aliases and brackets nested too deeply in YAML text without parsing it.
///
/// They can only stand where a node begins: after indentation, after `- `, `? ` or `: `, and inside
/// `[…]` and `{…}`. Quoted text, comments, block scalars and the inside of plain text are passed over.
package struct AnchorScanner {
    /// Something the formats do not have, and its place.
    package struct Finding: Equatable {
        var kind: Kind
        /// The line, from 1.
        package var line: Int
        /// The column, from 1.
        package var column: Int
        var width: Int

        /// What it is.
        enum Kind {
            case anchor, alias, deepNesting
        }
    }

    private let lines: [[Unicode.Scalar]]
    private var line = 0
    private var column = 0
    /// How many `[` and `{` are open.
    private var flowDepth = 0
    /// The quote that is open at the end of a line.
    private var quote: Unicode.Scalar?
    /// Lines indented more than this go on with a block scalar, or with plain text.
    private var blockIndent: Int?
    private var plainIndent: Int?
    /// The columns of the keys and dashes the current node stands under, outermost first.
    private var indents: [Int] = []

    /// A scanner that stands at the beginning of a text.
    package init(_ text: String) {
        // Line breaks beside `\n` are rare, and to look for them letter by letter is slow.
        let isPlain = text.utf8.allSatisfy { $0 < 0x80 && ($0 == 0x0A || !(0x0A...0x0D).contains($0)) }
        lines =
            isPlain
            ? text.unicodeScalars.split(separator: "\n", omittingEmptySubsequences: false).map(Array.init)
            : text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
                .map { Array($0.unicodeScalars) }
    }

    /// The first thing in the text that the formats do not have.
    package mutating func firstFinding() -> Finding? {
        while line < lines.count {
            if let found = scanLine() { return found }
            line += 1
        }
        return nil
    }

    private var row: [Unicode.Scalar] { lines[line] }
    private var current: Unicode.Scalar? { column < row.count ? row[column] : nil }
    private var next: Unicode.Scalar? { column + 1 < row.count ? row[column + 1] : nil }

    private mutating func scanLine() -> Finding? {
        column = 0
        if quote == nil, !startLine() { return nil }
        while current != nil {
            if let found = scanToken() { return found }
        }
        return nil
    }

    /// Passes over one token; answers it if the formats do not have it.
    private mutating func scanToken() -> Finding? {
        if quote != nil {
            passQuoted()
            return nil
        }
        guard let current else { return nil }
        switch current {
        case " ", "\t", ",": column += 1
        case "#": column = row.count
        case "'", "\"":
            let start = column
            quote = current
            column += 1
            passQuoted()
            noteKey(at: start)
        case "[", "{":
            if indents.count + flowDepth >= YAMLReader.deepest {
                return Finding(kind: .deepNesting, line: line + 1, column: column + 1, width: 1)
            }
            open(+1)
        case "]", "}": open(-1)
        case "-", "?", ":":
            // In flow a colon needs no space behind quotes and brackets.
            if isIndicator || (flowDepth > 0 && current == ":") { passIndicator() } else { passPlainText() }
        case "!": passWord()
        case "|", ">": flowDepth == 0 ? startBlockScalar() : passPlainText()
        case "&", "*": return reference(current == "*" ? .alias : .anchor)
        default: passPlainText()
        }
        return nil
    }

    private mutating func open(_ change: Int) {
        flowDepth = max(0, flowDepth + change)
        column += 1
    }

    private func reference(_ kind: Finding.Kind) -> Finding {
        let end = row[column...].firstIndex { " ,]}".unicodeScalars.contains($0) } ?? row.count
        return Finding(kind: kind, line: line + 1, column: column + 1, width: end - column)
    }
}

extension AnchorScanner {
    /// Goes to the first token of a line; false if there is none.
    private mutating func startLine() -> Bool {
        if isDocumentMarker {
            (blockIndent, plainIndent, indents, flowDepth, column) = (nil, nil, [], 0, 3)
            return true
        }
        while current == " " { column += 1 }
        guard current != nil else { return false }
        if let indent = blockIndent, column > indent { return false }
        blockIndent = nil
        if let indent = plainIndent, column > indent {
            passPlainText()
            return true
        }
        plainIndent = nil
        if flowDepth == 0 { indents.removeAll { $0 >= column } }
        return true
    }

    private var isDocumentMarker: Bool {
        guard row.starts(with: "---".unicodeScalars) || row.starts(with: "...".unicodeScalars) else {
            return false
        }
        return row.count == 3 || row[3] == " "
    }

    private var parentIndent: Int { indents.last ?? -1 }

    /// `-`, `?` and `:` are indicators before a space or the end of the line, and in flow before brackets
    /// and commas.
    private var isIndicator: Bool {
        guard let next else { return true }
        return next == " " || next == "\t" || (flowDepth > 0 && ",[]{}".unicodeScalars.contains(next))
    }

    private mutating func passIndicator() {
        if flowDepth == 0, current != ":" { indents.append(column) }
        column += 1
    }

    private mutating func passWord() {
        while let scalar = current, scalar != " " { column += 1 }
    }

    private mutating func startBlockScalar() {
        blockIndent = parentIndent
        column = row.count
    }

    /// Goes to the end of quoted text, or of the line if it goes on.
    private mutating func passQuoted() {
        while let scalar = current {
            column += 1
            if scalar == "\\", quote == "\"" {
                column += 1
            } else if scalar == quote {
                if scalar == "'", current == "'" {
                    column += 1
                } else {
                    quote = nil
                    return
                }
            }
        }
    }

    /// Goes to the end of plain text: a comment, `: `, the end of the line, and in flow a bracket or comma.
    private mutating func passPlainText() {
        let start = column
        while let scalar = current {
            if scalar == "#", column > 0, row[column - 1] == " " { break }
            if scalar == ":", isIndicator {
                noteKey(at: start)
                plainIndent = nil
                return
            }
            if flowDepth > 0, ",[]{}".unicodeScalars.contains(scalar) { return }
            column += 1
        }
        if flowDepth == 0 { plainIndent = plainIndent ?? parentIndent }
    }

    /// What stands before `:` is a key, and what it holds is indented more than it.
    private mutating func noteKey(at start: Int) {
        if flowDepth == 0, current == ":" { indents.append(start) }
    }
}
